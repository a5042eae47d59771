import type { Register, RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { compareText, perTenant } from './tenants.ts';

const memberKey = (m: RegisteredMember): string => searchKey(`${m.member.family}, ${m.member.given}`);

const search = <T>(
  all: Iterable<T>,
  text: string,
  limit: number,
  of: { readonly name: (t: T) => string; readonly number: (t: T) => string; readonly id: (t: T) => string },
): readonly T[] =>
  searchKey(text) === ''
    ? []
    : [...all]
        .filter((t) => of.name(t).startsWith(searchKey(text)) || of.number(t).startsWith(text.trim()))
        .sort((a, b) => compareText(of.name(a), of.name(b)) || compareText(of.id(a), of.id(b)))
        .slice(0, limit);

/** Saves by id; a number that somebody else has is refused. */
const save = <T>(
  into: Map<string, T>,
  list: readonly T[],
  id: (t: T) => string,
  number: (t: T) => string,
  rule: string,
): void => {
  const next = new Map(into);
  for (const t of list) next.set(id(t), structuredClone(t));
  if (new Set([...next.values()].map(number)).size !== next.size) throw new Error(`rule ${rule}`);
  for (const [k, t] of next) into.set(k, t);
};

export const memoryRegister = (): Register => {
  const tenant = perTenant(() => ({
    members: new Map<string, RegisteredMember>(),
    providers: new Map<string, RegisteredProvider>(),
  }));
  return {
    memberById: async (scope, memberId) => tenant(scope).members.get(memberId),
    memberByNumber: async (scope, memberNumber) =>
      [...tenant(scope).members.values()].find((m) => m.member.memberNumber === memberNumber),
    searchMembers: async (scope, text, limit) =>
      search(tenant(scope).members.values(), text, limit, {
        name: memberKey,
        number: (m) => m.member.memberNumber,
        id: (m) => m.memberId,
      }),
    providerByNpi: async (scope, npi) => [...tenant(scope).providers.values()].find((p) => p.npi === npi),
    searchProviders: async (scope, text, limit) =>
      search(tenant(scope).providers.values(), text, limit, {
        name: (p) => searchKey(p.name),
        number: (p) => p.npi,
        id: (p) => p.providerId,
      }),
    saveMembers: async (scope, list) =>
      save(
        tenant(scope).members,
        list,
        (m) => m.memberId,
        (m) => m.member.memberNumber,
        'member_number',
      ),
    saveProviders: async (scope, list) =>
      save(
        tenant(scope).providers,
        list,
        (p) => p.providerId,
        (p) => p.npi,
        'provider_npi',
      ),
  };
};
