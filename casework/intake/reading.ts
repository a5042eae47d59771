import type { Case } from '@openum/domain/case/state.ts';
import type { ChecklistFinding } from '@openum/domain/checklist/checklist.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { UrgencySuggestion } from '@openum/domain/urgency/triage.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { readChecklist } from '../checklist/read.ts';
import type { Scope } from '../port/scope.ts';
import type { CaseRow } from '../projection/rows.ts';
import { urgencySuggestions } from '../urgency/suggest.ts';

/** What intake shows of a case beside the case itself. */
export type IntakeReading = {
  readonly checklist: readonly ChecklistFinding[];
  /** Cases that were voided as duplicates of this one. */
  readonly duplicatesOfThis: readonly {
    readonly caseId: string;
    readonly caseNumber: string;
    readonly reason: string;
  }[];
  /** The case of which this one was said to be a duplicate. */
  readonly duplicateOf?: { readonly caseId: string; readonly caseNumber: string };
  readonly urgency: readonly UrgencySuggestion[];
};

const duplicatesOf = async (casework: Casework, scope: Scope, caseId: string, others: readonly CaseRow[]) => {
  const found: IntakeReading['duplicatesOfThis'][number][] = [];
  for (const row of others.filter((r) => r.status === 'voided')) {
    const other = (await loadCase(casework.cases, scope, row.caseId))?.state;
    if (other?.voided?.duplicateOfCaseId === caseId)
      found.push({ caseId: row.caseId, caseNumber: row.caseNumber, reason: other.voided.reason });
  }
  return found;
};

/** `others`: the other cases of the member. */
export const readIntake = async (
  casework: Casework,
  scope: Scope,
  { caseId, state }: { readonly caseId: string; readonly state: Case },
  others: readonly CaseRow[],
  now: Instant,
): Promise<IntakeReading> => {
  const of = state.voided?.duplicateOfCaseId;
  const original = of === undefined ? undefined : (await casework.cases.rows(scope, of))?.case;
  return {
    checklist: readChecklist(state, casework.knowledge),
    duplicatesOfThis: await duplicatesOf(casework, scope, caseId, others),
    ...(original ? { duplicateOf: { caseId: original.caseId, caseNumber: original.caseNumber } } : {}),
    urgency: urgencySuggestions(state, casework.knowledge, now),
  };
};
