import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { ClockFilter, Reports } from '@openum/casework/port/reports.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows, ClockRow } from '@openum/casework/projection/rows.ts';
import { clockOutcome } from '@openum/domain/report/clockOutcome.ts';
import { type ComplianceDimension, complianceFigures } from '@openum/domain/report/compliance.ts';
import { memoryCaseReports } from './caseReports.ts';
import { compareText } from './tenants.ts';

const valueIn: Record<ComplianceDimension, (k: ClockRow) => string> = {
  rule: (k) => k.ruleId,
  authority: (k) => k.authority,
  jurisdiction: (k) => k.jurisdiction,
  kind: (k) => k.kind,
  lineOfBusiness: (k) => k.lineOfBusiness,
  state: (k) => k.stateOfIssue,
  reviewType: (k) => k.reviewType,
  urgency: (k) => k.urgency,
  month: (k) => k.startedOn.slice(0, 7),
};

const fits = (f: ClockFilter, k: ClockRow): boolean =>
  k.planActs &&
  (f.from === undefined || k.startedOn >= f.from) &&
  (f.before === undefined || k.startedOn < f.before) &&
  (f.lineOfBusiness === undefined || f.lineOfBusiness.includes(k.lineOfBusiness)) &&
  (f.state === undefined || k.stateOfIssue === f.state) &&
  (f.reviewType === undefined || k.reviewType === f.reviewType) &&
  (f.urgency === undefined || k.urgency === f.urgency) &&
  (f.authority === undefined || k.authority === f.authority) &&
  (f.jurisdiction === undefined || k.jurisdiction === f.jurisdiction) &&
  (f.ruleId === undefined || k.ruleId === f.ruleId) &&
  (f.kind === undefined || k.kind === f.kind) &&
  (f.hard === undefined || k.hard === f.hard);

type Place = { readonly dueAt: string; readonly caseId: string; readonly clockId: string };

const byDue = (a: Place, b: Place): number =>
  compareText(a.dueAt, b.dueAt) || compareText(a.caseId, b.caseId) || compareText(a.clockId, b.clockId);

const placeOf = (after: string): Place => {
  const { moment = '', caseId: place } = readCursor(after);
  const [caseId = '', clockId = ''] = place.split(' ');
  return { dueAt: moment, caseId, clockId };
};

export const memoryReports = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): Reports => ({
  ...memoryCaseReports(cases, rowsOf),
  compliance: async (scope, filter, by, now) => {
    const groups = Map.groupBy(
      rowsOf(scope).flatMap((r) => r.clocks.filter((k) => fits(filter, k))),
      (k) => JSON.stringify(by.map((dimension) => valueIn[dimension](k))),
    );
    return [...groups]
      .map(([name, clocks]) => ({ values: JSON.parse(name) as readonly string[], clocks }))
      .sort((a, b) => by.reduce((order, _, i) => order || compareText(a.values[i] ?? '', b.values[i] ?? ''), 0))
      .map(({ values, clocks }) => ({
        key: Object.fromEntries(by.map((dimension, i) => [dimension, values[i] ?? ''])),
        figures: complianceFigures(clocks, now),
      }));
  },
  lateLetters: async (scope, kind, now) =>
    rowsOf(scope)
      .filter((r) => r.case.status === 'determined')
      .flatMap((r) => r.clocks)
      .filter((k) => k.hard && fits(kind, k) && clockOutcome(k, now) === 'overdue').length,
  clocks: async (scope, filter, now, after, limit) => {
    const from = after === undefined ? undefined : placeOf(after);
    const found = rowsOf(scope)
      .flatMap(({ case: c, clocks }) =>
        clocks
          .filter((k) => fits(filter, k))
          .map((k) => ({
            ...k,
            caseId: c.caseId,
            caseNumber: c.caseNumber,
            outcome: clockOutcome(k, now),
            decided: c.status === 'determined',
            ...(c.assigneeName === undefined ? {} : { assigneeName: c.assigneeName }),
          })),
      )
      .filter((k) => filter.outcome === undefined || filter.outcome.includes(k.outcome))
      .filter((k) => filter.decided === undefined || filter.decided === k.decided)
      .sort(byDue)
      .filter((k) => from === undefined || byDue(k, from) > 0);
    const rows = structuredClone(found.slice(0, limit));
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: last.dueAt, caseId: `${last.caseId} ${last.clockId}` }) }
      : { rows };
  },
});
