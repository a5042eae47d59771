import { fold } from '@openum/domain/case/evolve.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { CaseStore, StoredEvent } from '../port/caseStore.ts';
import type { Scope } from '../port/scope.ts';

export type LoadedCase = { readonly caseId: string; readonly state: Case; readonly events: readonly StoredEvent[] };

/** The case as its log says; undefined when this tenant has no such case. */
export const loadCase = async (cases: CaseStore, scope: Scope, caseId: string): Promise<LoadedCase | undefined> => {
  const events = await cases.events(scope, caseId);
  const state = fold(events);
  return state.kind === 'none' ? undefined : { caseId, state, events };
};
