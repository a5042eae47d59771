import type { Census, CensusCounts, CensusEntry, CensusFilter } from '@openum/casework/port/census.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import type { StayRow } from '@openum/casework/stay/row.ts';
import { coverageEndSteps } from '@openum/domain/coverageEnd/duty.ts';
import { caseColumns, stayColumns } from '../case/columns.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';

const isIn = `s.review in ('pending', 'due')`;

const columnsOf = (table: string, names: readonly string[]): string =>
  columnList(names)
    .split(', ')
    .map((c) => `${table}.${c} as ${table}_${c}`)
    .join(', ');

const columns = `${columnsOf('r', caseColumns)}, ${columnsOf('s', stayColumns)}`;

const partOf = (row: Row, table: string): Row =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      name.startsWith(`${table}_`) ? [[name.slice(table.length + 1), value]] : [],
    ),
  );

const entryOf = (row: Row): CensusEntry => ({
  case: fromColumns<CaseRow>(partOf(row, 'r')),
  stay: fromColumns<StayRow>(partOf(row, 's')),
  coverageEnd: (row.owed as CensusEntry['coverageEnd'] | null) ?? [],
});

/** What a filter demands, with its values put at the end of `parameters`. */
const demandsOf = (f: CensusFilter, parameters: unknown[]): string => {
  const demands: string[] = [];
  const demand = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    parameters.push(value);
    demands.push(sql(`$${parameters.length}`));
  };
  if (f.presence === 'in') demands.push(isIn);
  if (f.presence === 'discharged') demands.push('s.discharged_at is not null');
  demand(f.review, (p) => `s.review = ${p}`);
  demand(f.dueBefore, (p) => `s.due_order < ${p}::timestamptz`);
  demand(f.facilityName, (p) => `s.facility_name = ${p}`);
  demand(f.levelOfCare, (p) => `s.level_of_care = ${p}`);
  demand(f.lineOfBusiness, (p) => `r.line_of_business = ${p}`);
  demand(f.readiness, (p) => `s.readiness = ${p}`);
  if (f.updateAwaited) demands.push('s.update_awaited');
  if (f.coverageEndOwed) demands.push('o.owed is not null');
  if (f.assignee === 'none') demands.push('r.assignee_user_id is null');
  else demand(f.assignee, (p) => `r.assignee_user_id = ${p}`);
  const text = f.text?.trim();
  if (text) {
    const [from, below] = prefixRange(searchKey(text));
    parameters.push(from, below, [text, text.toUpperCase()]);
    const n = parameters.length;
    demands.push(
      `((r.member_search >= $${n - 2} and r.member_search < $${n - 1}) or r.member_number = any($${n}) or r.case_number = any($${n}))`,
    );
  }
  return demands.map((d) => ` and ${d}`).join('');
};

const owedSteps = coverageEndSteps.map((s) => `'${s}'`).join(', ');

const joined = `from stay_row s join case_row r on r.tenant_id = s.tenant_id and r.case_id = s.case_id
  left join lateral (
    select min(t.due_at) as due_at, jsonb_agg(jsonb_strip_nulls(jsonb_build_object('title', t.title,
        'dueAt', to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      order by t.due_at nulls last, t.step_id) as owed
    from case_task t where t.tenant_id = s.tenant_id and t.case_id = s.case_id and t.step_id in (${owedSteps})
  ) o on true
  where s.tenant_id = $1`;

const orderOf = ({ coverageEndOwed }: CensusFilter): string =>
  coverageEndOwed ? `coalesce(o.due_at, 'infinity')` : 's.due_order';

const momentOf = (e: CensusEntry, { coverageEndOwed }: CensusFilter) =>
  coverageEndOwed ? e.coverageEnd[0]?.dueAt : e.stay.reviewDueAt;

export const createCensus = (db: Database): Census => ({
  page: async (scope, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    const parameters: unknown[] = [scope.tenantId, limit + 1];
    let demands = demandsOf(filter, parameters);
    if (from) {
      parameters.push(from.moment ?? 'infinity', from.caseId);
      const n = parameters.length;
      demands += ` and (${orderOf(filter)}, s.case_id) > ($${n - 1}::timestamptz, $${n})`;
    }
    const found = await rowsInTenant(db, scope, {
      sql: `select ${columns}, o.owed ${joined}${demands} order by ${orderOf(filter)}, s.case_id limit $2`,
      parameters,
    });
    const rows = found.slice(0, limit).map(entryOf);
    const last = rows.at(-1);
    return last && found.length > limit
      ? { rows, next: writeCursor({ moment: momentOf(last, filter), caseId: last.case.caseId }) }
      : { rows };
  },

  counts: async (scope, now, endOfToday) => {
    const [row = {}] = await rowsInTenant(db, scope, {
      sql: `select count(*) as in, count(*) filter (where review_due_at < $2) as overdue,
          count(*) filter (where review_due_at >= $2 and review_due_at <= $3) as today,
          count(*) filter (where review = 'pending') as pending,
          count(*) filter (where update_awaited) as update_awaited,
          count(*) filter (where readiness = 'ready') as ready,
          (select count(distinct t.case_id) from case_task t join stay_row o on o.tenant_id = t.tenant_id and o.case_id = t.case_id
            where t.tenant_id = $1 and t.step_id in (${owedSteps})) as coverage_end
        from stay_row s where tenant_id = $1 and ${isIn}`,
      parameters: [scope.tenantId, now, endOfToday],
    });
    return fromColumns<CensusCounts>(row);
  },

  facilities: async (scope, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select distinct facility_name from stay_row s where tenant_id = $1 and ${isIn} order by facility_name limit $2`,
        parameters: [scope.tenantId, limit],
      })
    ).map((row) => String(row.facility_name)),
});
