import type { CaseStore } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';
import { type LoadedCase, loadCase } from './load.ts';

/** How many logs are read at a time: a long list must not take every connection. */
const atOnce = 25;

/** Every one of these cases that is there, in their order, however many they are. */
export const loadEach = async (
  cases: CaseStore,
  scope: Scope,
  caseIds: readonly string[],
): Promise<readonly LoadedCase[]> => {
  const found: LoadedCase[] = [];
  for (let at = 0; at < caseIds.length; at += atOnce) {
    const some = await Promise.all(caseIds.slice(at, at + atOnce).map((id) => loadCase(cases, scope, id)));
    found.push(...some.filter((l) => l !== undefined));
  }
  return found;
};
