import { randomBytes } from 'node:crypto';
import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import { hashPassword } from '@openum/http/auth/password.ts';
import { newToken, tokenHash } from '@openum/http/auth/token.ts';
import type { ImportFile } from './file.ts';

export type Imported = {
  readonly members: number;
  readonly providers: number;
  /** First passwords and tokens; nobody can read them again. */
  readonly users: readonly { readonly email: string; readonly password: string }[];
  readonly clients: readonly { readonly name: string; readonly token: string }[];
  /** Users that were there already, left as they are. */
  readonly known: readonly string[];
};

const memberOf = (row: ImportFile['members'][number], memberId: string): RegisteredMember => {
  const { memberNumber, family, given, birthDate, sex, address, language, ...rest } = row;
  const { lineOfBusiness, planName, stateOfIssue, ...coverage } = rest;
  return {
    memberId,
    member: {
      memberNumber,
      family,
      given,
      birthDate,
      sex,
      ...(address ? { address } : {}),
      ...(language ? { language } : {}),
    },
    coverage: { lineOfBusiness, planName, stateOfIssue },
    ...coverage,
  };
};

/** Takes a file into one organization. A member or provider with a known number is replaced, so the same file may come again. */
export const importInto = async (casework: Casework, tenant: Tenant, file: ImportFile): Promise<Imported> => {
  const { identity, register, environment } = casework;
  const scope = { tenantId: tenant.tenantId };
  if (file.organization) await identity.saveTenant({ ...tenant, ...file.organization });

  const members: RegisteredMember[] = [];
  for (const row of file.members) {
    const known = await register.memberByNumber(scope, row.memberNumber);
    members.push(memberOf(row, known?.memberId ?? environment.newId()));
  }
  await register.saveMembers(scope, members);
  const providers: RegisteredProvider[] = [];
  for (const row of file.providers) {
    const known = await register.providerByNpi(scope, row.npi);
    providers.push({ ...row, providerId: known?.providerId ?? environment.newId() });
  }
  await register.saveProviders(scope, providers);

  const there = new Set((await identity.users(scope)).map((u) => u.email.toLowerCase()));
  const users: { email: string; password: string }[] = [];
  for (const row of file.users.filter((u) => !there.has(u.email.toLowerCase()))) {
    const password = randomBytes(12).toString('base64url');
    const user = { ...row, userId: environment.newId(), tenantId: tenant.tenantId, active: true };
    await identity.createUser(user, await hashPassword(password));
    users.push({ email: row.email, password });
  }
  const clients: { name: string; token: string }[] = [];
  for (const name of file.clients) {
    const token = newToken();
    const client = { clientId: environment.newId(), tenantId: tenant.tenantId, name, scopes: ['pas'] };
    await identity.createClient(client, tokenHash(token));
    clients.push({ name, token });
  }
  const known = file.users.filter((u) => there.has(u.email.toLowerCase())).map((u) => u.email);
  return { members: members.length, providers: providers.length, users, clients, known };
};
