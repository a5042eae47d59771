import { randomBytes } from 'node:crypto';
import type { Environment } from '@openum/casework/port/environment.ts';
import type { Identity, Tenant } from '@openum/casework/port/identity.ts';
import type { Qualification, Role } from '@openum/domain/actor/actor.ts';
import { hashPassword } from '@openum/http/auth/password.ts';
import { newToken, tokenHash } from '@openum/http/auth/token.ts';
import people from './people.json' with { type: 'json' };

export type SignIn = {
  readonly email: string;
  readonly password: string;
  readonly tenant: string;
  readonly roles: readonly Role[];
};
export type DemoAccess = { readonly token: string; readonly users: readonly SignIn[] };

export const planTenant = people.tenants.plan as unknown as Tenant;
export const practiceTenant = people.tenants.practice as unknown as Tenant;
/** A second practice, and a service that does utilization review for both. */
export const birchwoodTenant = people.tenants.birchwood as unknown as Tenant;
const clearwaterTenant = people.tenants.clearwater as unknown as Tenant;
const tenants: Readonly<Record<string, Tenant>> = {
  plan: planTenant,
  practice: practiceTenant,
  birchwood: birchwoodTenant,
  clearwater: clearwaterTenant,
};

/** Words nobody has to copy with care; 40 random bits, made anew for each installation. */
const newPassword = (): string => `open-${randomBytes(5).toString('hex')}`;

/** The organizations of the demonstration, their people, and a client for the FHIR endpoint. */
export const seedPeople = async (identity: Identity, environment: Environment): Promise<DemoAccess> => {
  for (const tenant of Object.values(tenants)) await identity.createTenant(tenant);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const users: SignIn[] = [];
  for (const person of people.users) {
    const tenant = tenants[person.tenant];
    if (!tenant) throw new Error(`people.json: ${person.email} is of no organization`);
    const roles = person.roles as Role[];
    await identity.createUser(
      {
        userId: environment.newId(),
        tenantId: tenant.tenantId,
        email: person.email,
        name: person.name,
        roles,
        ...(person.qualification ? { qualification: person.qualification as unknown as Qualification } : {}),
        active: true,
      },
      passwordHash,
    );
    users.push({ email: person.email, password, tenant: tenant.name, roles });
  }
  const token = newToken();
  const client = {
    clientId: environment.newId(),
    tenantId: planTenant.tenantId,
    name: 'Lakeview EHR',
    scopes: ['pas', 'hl7'],
  };
  await identity.createClient(client, tokenHash(token));
  return { token, users };
};
