import type { Tenant, User } from '@openum/casework/port/identity.ts';
import type { RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import { type Qualification, type Role, roles } from '@openum/domain/actor/actor.ts';
import { calendarDate, zoneId } from '@openum/domain/time/instant.ts';
import { npiOf, uuidOf } from '../fhir/id.ts';

const zone = zoneId('America/Chicago');

export const plan: Tenant = {
  tenantId: uuidOf('tenant/plan'),
  name: 'Prairie Health Plan',
  kind: 'plan',
  zone,
  phone: '1-800-555-0100',
  tty: '711',
  hours: 'Monday to Friday, 8 a.m. to 8 p.m.',
  addressLines: ['1 Harbor Plaza', 'Peoria, IL 61602'],
  accreditations: [],
};

/** A second plan in the same installation, which must never see anything of the first. */
export const otherPlan: Tenant = { ...plan, tenantId: uuidOf('tenant/other'), name: 'Ridge Health Plan' };

const licence = (state: string) =>
  ({ state, number: `${state}-1`, status: 'active', expiresOn: calendarDate('2030-12-31') }) as const;

const qualification: Partial<Record<Role, Qualification>> = {
  medicalDirector: {
    profession: 'physician',
    licences: [licence('IL'), licence('OH'), licence('TX')],
    specialties: ['internalMedicine', 'pulmonology'],
    boardCertified: true,
  },
  clinicalReviewer: { profession: 'nurse', licences: [licence('IL')], specialties: [], boardCertified: false },
};

const user = (tenant: Tenant, name: string, role: Role, active = true): User => ({
  userId: uuidOf(`user/${tenant.tenantId}/${name}`),
  tenantId: tenant.tenantId,
  email: `${name}@${tenant === plan ? 'plan' : 'other'}.example`,
  name: `${name} of ${tenant.name}`,
  roles: [role],
  ...(qualification[role] ? { qualification: qualification[role] } : {}),
  active,
});

/** One person for each role, named after it, a second physician, one who has left, and two of the other plan. */
export const users: readonly User[] = [
  ...roles.map((role) => user(plan, role, role)),
  user(plan, 'secondPhysician', 'medicalDirector'),
  user(plan, 'left', 'clinicalReviewer', false),
  user(otherPlan, 'clinicalReviewer', 'clinicalReviewer'),
  user(otherPlan, 'medicalDirector', 'medicalDirector'),
];

const member = (memberNumber: string, family: string, given: string, birthDate: string): RegisteredMember => ({
  memberId: uuidOf(`member/${memberNumber}`),
  member: {
    memberNumber,
    family,
    given,
    birthDate: calendarDate(birthDate),
    sex: 'female',
    address: { lines: ['4 Elm Street'], city: 'Peoria', state: 'IL', postalCode: '61602' },
  },
  coverage: { lineOfBusiness: 'medicareAdvantage', planName: 'Prairie Advantage', stateOfIssue: 'IL' },
  coverageFrom: calendarDate('2024-01-01'),
  zone,
});

/** The people whom the Bundles of `testkit/fhir` are about. */
export const members: readonly RegisteredMember[] = [
  member('PHP1000001', 'Akerman', 'Rosalind', '1951-03-09'),
  member('PHP1000002', 'Brandvold', 'Tobias', '1968-07-21'),
  member('PHP1000003', 'Castellanos', 'Marisol', '1959-01-30'),
  member('PHP1000004', 'Dahlgren', 'Ingrid', '1972-10-02'),
  member('PHP1000005', 'Eastwood-Ruiz', 'Noah', '1998-05-17'),
  member('PHP1000006', 'Fairbanks', 'Leopold', '1961-12-24'),
];

export const providers: readonly RegisteredProvider[] = [
  {
    providerId: uuidOf('provider/clinic'),
    npi: npiOf('130001234'),
    name: 'Lakeside Specialty Clinic',
    kind: 'organization',
  },
  { providerId: uuidOf('provider/doctor'), npi: npiOf('170004321'), name: 'Dr. Ifeoma Okonkwo', kind: 'practitioner' },
];
