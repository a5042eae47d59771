import type { AppealCount, AppealFilter, Appeals, ListedAppeal } from '@openum/casework/port/appeals.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { ReportingLine, ReportingLines } from '@openum/casework/port/reportingLines.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { CaseRow, CaseRows } from '@openum/casework/projection/rows.ts';
import { compareText, perTenant } from './tenants.ts';

type Entry = { readonly row: ListedAppeal; readonly npi: string | undefined };

const entryOf = ({ caseId, caseNumber, memberName, memberNumber, lineOfBusiness, stateOfIssue }: CaseRow) => ({
  caseId,
  caseNumber,
  memberName,
  memberNumber,
  lineOfBusiness,
  stateOfIssue,
});

const hasText = (r: ListedAppeal, typed: string): boolean => {
  const text = typed.trim();
  return (
    text === '' ||
    searchKey(r.memberName).startsWith(searchKey(text)) ||
    [text, text.toUpperCase()].some((n) => n === r.memberNumber || n === r.caseNumber || n === r.number)
  );
};

const is = <T>(wanted: T | undefined, value: T | undefined): boolean => wanted === undefined || wanted === value;

const matches = ({ row, npi }: Entry, f: AppealFilter): boolean =>
  is(f.open, row.open) &&
  is(f.levelId, row.levelId) &&
  is(f.lineOfBusiness, row.lineOfBusiness) &&
  is(f.urgency, row.urgency) &&
  is(f.reviewerUserId, row.reviewerUserId) &&
  (f.status === undefined || f.status.includes(row.status)) &&
  (f.dueBefore === undefined || (row.dueAt !== undefined && row.dueAt < f.dueBefore)) &&
  (f.npis === undefined || (npi !== undefined && f.npis.includes(npi))) &&
  hasText(row, f.text ?? '');

type Place = { readonly moment?: string | undefined; readonly caseId: string };

/** `~` sorts after every moment. */
const compare = (a: Place, b: Place): number =>
  compareText(a.moment ?? '~', b.moment ?? '~') || compareText(a.caseId, b.caseId);

export const memoryAppeals = (rowsOf: (scope: Scope) => readonly CaseRows[]): Appeals => {
  const entries = (scope: Scope): readonly Entry[] =>
    rowsOf(scope).flatMap((r) =>
      (r.appeals ?? []).map((a) => ({ row: { ...a, ...entryOf(r.case) }, npi: r.case.requestingProviderNpi })),
    );
  return {
    page: async (scope, filter, after, limit) => {
      const byDue = filter.open === true;
      const placeOf = (r: ListedAppeal): Place => ({ moment: byDue ? r.dueAt : r.receivedAt, caseId: r.appealId });
      const order = (a: Place, b: Place): number => (byDue ? compare(a, b) : compare(b, a));
      const from = after === undefined ? undefined : readCursor(after);
      const found = entries(scope)
        .filter((e) => matches(e, filter))
        .map((e) => e.row)
        .toSorted((a, b) => order(placeOf(a), placeOf(b)))
        .filter((r) => from === undefined || order(placeOf(r), from) > 0);
      const rows = structuredClone(found.slice(0, limit));
      const last = rows.at(-1);
      return last && found.length > limit
        ? { rows, next: writeCursor({ moment: placeOf(last).moment, caseId: last.appealId }) }
        : { rows };
    },
    statuses: async (scope, filter) => {
      const counts: Record<string, number> = {};
      for (const { row } of entries(scope).filter((e) => matches(e, filter)))
        counts[row.status] = (counts[row.status] ?? 0) + 1;
      return counts;
    },
    decided: async (scope, from, until) => {
      const groups = new Map<string, AppealCount>();
      for (const { row } of entries(scope)) {
        const { kind, outcome, decidedOn, lineOfBusiness, levelId, levelName, stage, serviceCode, reasonClass } = row;
        if (kind !== 'appeal' || !outcome || !decidedOn || decidedOn < from || decidedOn >= until) continue;
        const month = decidedOn.slice(0, 7);
        const of = { month, lineOfBusiness, levelId, levelName, stage, serviceCode, reasonClass, outcome };
        const key = JSON.stringify(Object.values(of));
        groups.set(key, { ...of, count: (groups.get(key)?.count ?? 0) + 1 });
      }
      return [...groups].toSorted(([a], [b]) => compareText(a, b)).map(([, count]) => count);
    },
  };
};

export const memoryReportingLines = (): ReportingLines => {
  const lines = perTenant(() => new Map<string, ReportingLine>());
  return {
    all: async (scope) => [...lines(scope).values()].toSorted((a, b) => compareText(a.userId, b.userId)),
    set: async (scope, { supervisorUserId, ...line }) => {
      if (supervisorUserId === undefined) lines(scope).delete(line.userId);
      else lines(scope).set(line.userId, { ...line, supervisorUserId });
    },
  };
};
