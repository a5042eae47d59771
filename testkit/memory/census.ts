import type { Census, CensusEntry, CensusFilter } from '@openum/casework/port/census.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { CaseRows, TaskRow } from '@openum/casework/projection/rows.ts';
import { coverageEndSteps } from '@openum/domain/coverageEnd/duty.ts';
import { compareText } from './tenants.ts';

const isIn = ({ stay }: CensusEntry): boolean => stay.review === 'pending' || stay.review === 'due';

const hasText = (c: CensusEntry['case'], typed: string): boolean => {
  const text = typed.trim();
  return (
    text === '' ||
    searchKey(c.memberName).startsWith(searchKey(text)) ||
    [text, text.toUpperCase()].some((n) => n === c.memberNumber || n === c.caseNumber)
  );
};

const is = <T>(wanted: T | undefined, value: T | undefined): boolean => wanted === undefined || wanted === value;

const matches = (e: CensusEntry, f: CensusFilter): boolean =>
  (f.presence !== 'in' || isIn(e)) &&
  (f.presence !== 'discharged' || e.stay.dischargedAt !== undefined) &&
  is(f.review, e.stay.review) &&
  (f.dueBefore === undefined || (e.stay.reviewDueAt !== undefined && e.stay.reviewDueAt < f.dueBefore)) &&
  is(f.facilityName, e.stay.facilityName) &&
  is(f.levelOfCare, e.stay.levelOfCare) &&
  is(f.lineOfBusiness, e.case.lineOfBusiness) &&
  is(f.readiness, e.stay.readiness) &&
  is(f.updateAwaited, e.stay.updateAwaited || undefined) &&
  (!f.coverageEndOwed || e.coverageEnd.length > 0) &&
  (f.assignee === 'none' ? e.case.assigneeUserId === undefined : is(f.assignee, e.case.assigneeUserId)) &&
  hasText(e.case, f.text ?? '');

type Place = { readonly moment?: string | undefined; readonly caseId: string };

const momentOf = (e: CensusEntry, { coverageEndOwed }: CensusFilter) =>
  coverageEndOwed ? e.coverageEnd[0]?.dueAt : e.stay.reviewDueAt;

const owedIn = (tasks: readonly TaskRow[]): CensusEntry['coverageEnd'] =>
  tasks
    .filter((t) => coverageEndSteps.some((s) => s === t.stepId))
    .toSorted((a, b) => compareText(a.dueAt ?? '~', b.dueAt ?? '~') || compareText(a.stepId, b.stepId))
    .map(({ title, dueAt }) => ({ title, ...(dueAt ? { dueAt } : {}) }));

/** `~` sorts after every moment. */
const byDue = (a: Place, b: Place): number =>
  compareText(a.moment ?? '~', b.moment ?? '~') || compareText(a.caseId, b.caseId);

export const memoryCensus = (rowsOf: (scope: Scope) => readonly CaseRows[]): Census => {
  const entries = (scope: Scope): readonly CensusEntry[] =>
    rowsOf(scope).flatMap((r) => (r.stay ? [{ case: r.case, stay: r.stay, coverageEnd: owedIn(r.tasks) }] : []));
  return {
    page: async (scope, filter, after, limit) => {
      const from = after === undefined ? undefined : readCursor(after);
      const placeOf = (e: CensusEntry): Place => ({ moment: momentOf(e, filter), caseId: e.case.caseId });
      const found = entries(scope)
        .filter((e) => matches(e, filter))
        .toSorted((a, b) => byDue(placeOf(a), placeOf(b)))
        .filter((e) => from === undefined || byDue(placeOf(e), from) > 0);
      const rows = structuredClone(found.slice(0, limit));
      const last = rows.at(-1);
      return last && found.length > limit
        ? { rows, next: writeCursor({ moment: momentOf(last, filter), caseId: last.case.caseId }) }
        : { rows };
    },
    counts: async (scope, now, endOfToday) => {
      const inside = entries(scope).filter(isIn);
      const count = (test: (e: CensusEntry) => boolean): number => inside.filter(test).length;
      const due = ({ stay }: CensusEntry): string => stay.reviewDueAt ?? '~';
      return {
        in: inside.length,
        overdue: count((e) => due(e) < now),
        today: count((e) => due(e) >= now && due(e) <= endOfToday),
        pending: count((e) => e.stay.review === 'pending'),
        updateAwaited: count((e) => e.stay.updateAwaited),
        ready: count((e) => e.stay.readiness === 'ready'),
        coverageEnd: entries(scope).filter((e) => e.coverageEnd.length > 0).length,
      };
    },
    facilities: async (scope, limit) =>
      [
        ...new Set(
          entries(scope)
            .filter(isIn)
            .map((e) => e.stay.facilityName),
        ),
      ]
        .toSorted(compareText)
        .slice(0, limit),
  };
};
