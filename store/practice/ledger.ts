import type { StoredLedger } from '@openum/casework/port/episodes.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { PackedPending, PackedSpan } from '@openum/domain/ledger/packed.ts';
import type { PendingSpan } from '@openum/domain/ledger/service.ts';
import type { CoveragePage } from '@openum/domain/practiceMetrics/facts.ts';
import { dayNumber } from '@openum/domain/time/instant.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { numbersOf, unlessZero } from './numbers.ts';

type Text = Readonly<Record<string, string>>;

const listed = `select episode_id, pending from episode_row
  where tenant_id = $1 and episode_id > $2 order by episode_id limit $3`;

/** Between two ids that are said, so that the planner sees how few they are. */
const statements = [
  `select episode_id, level_of_care, code, cardinality(days)::text as n, days::text, units::text, charges::text,
    ${unlessZero('states')} as states, ${unlessZero('at_stake')} as at_stake
  from service_page where tenant_id = $1 and episode_id > $2 and episode_id <= $3 order by episode_id, level_of_care, code`,
  `select episode_id, authorization_id, level_of_care, array_to_string(codes, ',') as codes,
    (first_day - date '1970-01-01')::text as first, (last_day - date '1970-01-01')::text as last, units::text
  from episode_authorization where tenant_id = $1 and episode_id > $2 and episode_id <= $3
  order by episode_id, authorization_id`,
];

const pageOf = ({
  level_of_care = '',
  code = '',
  n,
  days = '',
  units = '',
  charges = '',
  states,
  ...r
}: Text): CoveragePage => {
  const length = Number(n);
  return {
    levelOfCare: level_of_care,
    code,
    days: numbersOf(days, length),
    units: numbersOf(units, length),
    charges: numbersOf(charges, length),
    states: numbersOf(states, length),
    atStake: numbersOf(r.at_stake, length),
  };
};

const spanOf = ({ authorization_id = '', level_of_care = '', codes = '', units, ...s }: Text): PackedSpan => ({
  authorizationId: authorization_id,
  levelOfCare: level_of_care,
  codes: codes === '' ? [] : codes.split(','),
  from: Number(s.first),
  to: Number(s.last),
  ...(units ? { units: Number(units) } : {}),
});

const retrospective = (pending: readonly PendingSpan[]): readonly PackedPending[] =>
  pending
    .filter((p) => p.retrospective)
    .map(({ levelOfCare, from, to }) => ({ levelOfCare, from: dayNumber(from), to: dayNumber(to) }));

/** The packed ledger of some episodes as it stands in the tables. */
export const ledgerIn = async (
  db: Database,
  scope: Scope,
  after: string | undefined,
  limit: number,
): Promise<readonly StoredLedger[]> => {
  const rows = await rowsInTenant(db, scope, { sql: listed, parameters: [scope.tenantId, after ?? '', limit] });
  const last = rows.at(-1)?.episode_id;
  if (last === undefined) return [];
  const [pages = [], spans = []] = await db.inTenant(
    scope,
    statements.map((sql) => ({ sql, parameters: [scope.tenantId, after ?? '', last] })),
  );
  const found = new Map(
    rows.map((r) => [
      String(r.episode_id),
      { pages: [] as CoveragePage[], spans: [] as PackedSpan[], pending: r.pending as readonly PendingSpan[] },
    ]),
  );
  for (const r of pages as readonly Text[]) found.get(r.episode_id ?? '')?.pages.push(pageOf(r));
  for (const r of spans as readonly Text[]) found.get(r.episode_id ?? '')?.spans.push(spanOf(r));
  return [...found].map(([episodeId, { pending, ...ledger }]) => ({
    episodeId,
    ...ledger,
    retrospective: retrospective(pending),
  }));
};
