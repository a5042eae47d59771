import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { uuidOf } from '../fhir/id.ts';
import { clinicNpi, doctorNpi } from '../fhir/request.ts';
import { plan } from './people.ts';
import { type HttpWorld, passwordHash } from './world.ts';

const practice = (name: string): Tenant => ({
  tenantId: uuidOf(`tenant/${name}`),
  name,
  kind: 'practice',
  zone: zoneId('America/Chicago'),
  accreditations: [],
});

/** Lakeside may ask in the name of its clinic, Hillside in the name of its doctor; Newcomer has been let in by nobody. */
export const lakeside = practice('Lakeside');
export const hillside = practice('Hillside');
export const newcomer = practice('Newcomer');

const practiceRoles = [
  'utilizationReviewStaff',
  'treatingClinician',
  'frontDesk',
  'practiceOwner',
  'biller',
  'administrator',
] as const satisfies readonly Role[];

const practiceUsers = ({ tenantId, name }: Tenant): readonly User[] =>
  practiceRoles.map((role) => ({
    userId: uuidOf(`user/${tenantId}/${role}`),
    tenantId,
    email: `${role}@${name.toLowerCase()}.example`,
    name: `${role} of ${name}`,
    roles: [role],
    active: true,
  }));

/** Adds the practices, their people and the plan's grants to the world. */
export const addPractices = async ({ casework: { identity } }: HttpWorld): Promise<void> => {
  const hash = passwordHash();
  for (const tenant of [lakeside, hillside, newcomer]) {
    await identity.createTenant(tenant);
    for (const user of practiceUsers(tenant)) await identity.createUser(user, hash);
  }
  const grant = (to: Tenant, npis: readonly string[]) =>
    identity.grantPortal({ planTenantId: plan.tenantId, practiceTenantId: to.tenantId, npis });
  await grant(lakeside, [clinicNpi]);
  await grant(hillside, [doctorNpi]);
};
