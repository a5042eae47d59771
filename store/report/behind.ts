import type {
  LineFilter,
  ListPage,
  ReportedLine,
  ReportedTalk,
  TalkFilter,
} from '@openum/casework/port/caseReports.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';
import { appealedDemands, conditions, decidedDemands, dialDemand, ofKind, talkDemands } from './caseFilter.ts';

/** Rows of one case stand together; the last number is the place among them. */
const placeOf = (after: string | undefined): readonly [moment: string, caseId: string, number: number] => {
  if (after === undefined) return ['infinity', '', 0];
  const { moment = '', caseId: place } = readCursor(after);
  const [caseId = '', number = '0'] = place.split(' ');
  return [moment, caseId, Number(number)];
};

type Placed = { readonly moment: Instant; readonly caseId: string; readonly number: number };

const pageOf = <T>(found: readonly T[], limit: number, place: (row: T) => Placed): ListPage<T> => {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  if (!last || found.length <= limit) return { rows };
  const { moment, caseId, number } = place(last);
  return { rows, next: writeCursor({ moment, caseId: `${caseId} ${number}` }) };
};

const caseColumns = `r.case_id, r.case_number, r.member_name, r.member_number, r.line_of_business, r.state_of_issue,
  r.requesting_provider_name, r.received_at`;

export const linesBehind = async (
  db: Database,
  scope: Scope,
  { decided, appealed, dial, reviewType, ...kind }: LineFilter,
  after: string | undefined,
  limit: number,
): Promise<ListPage<ReportedLine>> => {
  const c = conditions([scope.tenantId, limit + 1, ...placeOf(after)]);
  ofKind(c, kind);
  c.demand(reviewType, (p) => `x.review_type = ${p}`);
  if (decided) decidedDemands(c, decided);
  if (appealed) appealedDemands(c, appealed);
  dialDemand(c, dial);
  const found = await rowsInTenant(db, scope, {
    sql: `select ${caseColumns}, x.item_sequence, x.service_code, x.review_type, x.first_outcome, x.first_decided_on,
        x.appeal_outcome, x.appeal_decided_on, coalesce(x.decided_by_kind = 'rule', false) as by_rule
      from case_item x join case_row r on r.tenant_id = x.tenant_id and r.case_id = x.case_id
      where x.tenant_id = $1
        and (r.received_at, r.case_id, -x.item_sequence) < ($3::timestamptz, $4, -$5::int)${c.sql()}
      order by r.received_at desc, r.case_id desc, x.item_sequence limit $2`,
    parameters: c.parameters,
  });
  return pageOf(found.map(fromColumns<ReportedLine>), limit, (l) => ({
    moment: l.receivedAt,
    caseId: l.caseId,
    number: l.itemSequence,
  }));
};

export const talksBehind = async (
  db: Database,
  scope: Scope,
  { talk, ...kind }: TalkFilter,
  after: string | undefined,
  limit: number,
): Promise<ListPage<ReportedTalk>> => {
  const c = conditions([scope.tenantId, limit + 1, ...placeOf(after)]);
  ofKind(c, kind);
  talkDemands(c, talk);
  const found = await rowsInTenant(db, scope, {
    sql: `select ${caseColumns}, x.sequence, '${talk.end}' as "end", x.occurred_at as at, x.data ->> 'outcome' as outcome
      from case_event x join case_row r on r.tenant_id = x.tenant_id and r.case_id = x.case_id
      where x.tenant_id = $1 and (x.occurred_at, x.case_id, -x.sequence) < ($3::timestamptz, $4, -$5::int)${c.sql()}
      order by x.occurred_at desc, x.case_id desc, x.sequence limit $2`,
    parameters: c.parameters,
  });
  return pageOf(found.map(fromColumns<ReportedTalk>), limit, (t) => ({
    moment: t.at,
    caseId: t.caseId,
    number: t.sequence,
  }));
};
