import type { Casework } from '../casework.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type { Scope } from '../port/scope.ts';

/** A reading with the name that its reader had when it was listed. */
export type NamedRead = ReadEntry & { readonly who: string };

/** Who looked at a case, newest first. */
export const namedReads = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  limit: number,
): Promise<readonly NamedRead[]> => {
  const [reads, users] = await Promise.all([
    casework.readLog.ofCase(scope, caseId, limit),
    casework.identity.users(scope),
  ]);
  const names = new Map(users.map((u) => [u.userId, u.name]));
  return reads.map((r) => ({
    ...r,
    who: r.userId
      ? (names.get(r.userId) ?? `User ${r.userId}`)
      : r.clientId
        ? `System ${r.clientId}`
        : 'Not a signed-in person',
  }));
};
