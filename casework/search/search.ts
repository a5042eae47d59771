import type { Casework } from '../casework.ts';
import type { ListedAppeal } from '../port/appeals.ts';
import type { RegisteredMember, RegisteredProvider } from '../port/register.ts';
import type { Scope } from '../port/scope.ts';
import type { CaseRow } from '../projection/rows.ts';

export type Found = {
  /** By member, case number, authorization number, or name or NPI of the requesting provider. */
  readonly cases: readonly CaseRow[];
  readonly appeals: readonly ListedAppeal[];
  readonly members: readonly RegisteredMember[];
  readonly providers: readonly RegisteredProvider[];
};

/** Whatever begins with what was typed, or has it as its number: at most `limit` of each. */
export const searchEverything = async (
  { workList, appeals, register }: Pick<Casework, 'workList' | 'appeals' | 'register'>,
  scope: Scope,
  text: string,
  limit: number,
): Promise<Found> => {
  if (text.trim() === '') return { cases: [], appeals: [], members: [], providers: [] };
  const [cases, ofAppeals, members, providers] = await Promise.all([
    workList.page(scope, { text }, undefined, limit),
    appeals.page(scope, { text }, undefined, limit),
    register.searchMembers(scope, text, limit),
    register.searchProviders(scope, text, limit),
  ]);
  return { cases: cases.rows, appeals: ofAppeals.rows, members, providers };
};
