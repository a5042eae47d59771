import type { Environment } from '@openum/casework/port/environment.ts';
import type { Register, RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import members from './members.json' with { type: 'json' };
import providers from './providers.json' with { type: 'json' };

type Row = (typeof members.members)[number] & { readonly ratingPeriodStart?: string };

const memberOf = (row: Row, memberId: string) => ({
  memberId,
  member: {
    memberNumber: row.memberNumber,
    family: row.family,
    given: row.given,
    birthDate: row.birthDate,
    sex: row.sex,
    address: row.address,
  },
  coverage: { lineOfBusiness: row.lineOfBusiness, planName: row.planName, stateOfIssue: row.stateOfIssue },
  coverageFrom: row.coverageFrom,
  zone: row.zone,
  ...(row.ratingPeriodStart ? { ratingPeriodStart: row.ratingPeriodStart } : {}),
});

export const seedRegister = async (register: Register, scope: Scope, environment: Environment): Promise<void> => {
  const rows = members.members.map((m) => memberOf(m, environment.newId())) as unknown as RegisteredMember[];
  await register.saveMembers(scope, rows);
  const known = providers.providers.map((p) => ({ ...p, providerId: environment.newId() })) as RegisteredProvider[];
  await register.saveProviders(scope, known);
};
