import { organizationDetermination, reconsideration, type UniverseRow } from '@openum/domain/audit/universe.ts';
import { addDays, type CalendarDate, dateInZone, startOfDay, type ZoneId } from '@openum/domain/time/instant.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { CaseListFilter, Days, Moments } from '../port/caseReports.ts';
import type { Scope } from '../port/scope.ts';

const pageSize = 200;
const utc = 'UTC' as ZoneId;

/** Rows of every case of a list, a page of cases at a time. */
const rowsOfCases = async (
  { reports, cases }: Casework,
  scope: Scope,
  filter: CaseListFilter,
  rowsOf: (loaded: LoadedCase) => readonly UniverseRow[],
): Promise<readonly UniverseRow[]> => {
  const rows: UniverseRow[] = [];
  let after: string | undefined;
  do {
    const page = await reports.cases(scope, filter, after, pageSize);
    for (const { caseId } of page.rows) {
      const loaded = await loadCase(cases, scope, caseId);
      if (loaded) rows.push(...rowsOf(loaded));
    }
    after = page.next;
  } while (after !== undefined);
  return rows;
};

/** The days in any zone on earth; which of them count is decided by the zone of each case. */
const around = ({ from, before }: Required<Days>): Moments => ({
  from: startOfDay(addDays(from, -1), utc),
  before: startOfDay(addDays(before, 1), utc),
});

const within = (day: CalendarDate, { from, before }: Required<Days>): boolean => day >= from && day < before;

/** Pre-service organization determinations of Medicare Advantage that were received on these days. */
export const organizationDeterminations = (
  casework: Casework,
  scope: Scope,
  received: Required<Days>,
): Promise<readonly UniverseRow[]> =>
  rowsOfCases(casework, scope, { lineOfBusiness: ['medicareAdvantage'], received }, ({ state: c }) =>
    c.voided
      ? []
      : c.items
          .filter((i) => (i.reviewType ?? c.request.reviewType) !== 'retrospective')
          .map((i) => organizationDetermination(c, i)),
  );

/** Reconsiderations of Medicare Advantage that the plan received on these days. */
export const reconsiderations = (
  casework: Casework,
  scope: Scope,
  received: Required<Days>,
): Promise<readonly UniverseRow[]> =>
  rowsOfCases(
    casework,
    scope,
    // No day of receipt: the request may be older than its appeal.
    { lineOfBusiness: ['medicareAdvantage'], appealReceived: around(received) },
    ({ state: c }) =>
      c.appeals
        .filter((a) => a.body === 'plan' && within(dateInZone(a.receivedAt, c.request.zone), received))
        .map((a) => reconsideration(c, a)),
  );
