import type { FiguresAsked, FiguresFound } from '@openum/casework/port/episodes.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { readModelVersion } from '@openum/casework/practice/episode/rows.ts';
import type { CoveragePage, EpisodeFacts } from '@openum/domain/practiceMetrics/facts.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { numbersOf, unlessZero } from './numbers.ts';

type Row = {
  readonly episode_id: string;
  readonly said: boolean;
  readonly episode_number: string;
  readonly patient_name: string;
  readonly facts: EpisodeFacts;
  readonly level_of_care: string | null;
  readonly code: string;
  readonly n: number;
  readonly days: string;
  readonly units: string;
  readonly charges: string;
  readonly states: string | null;
  readonly at_stake: string | null;
};

const pageOf = (r: Row): CoveragePage => ({
  levelOfCare: r.level_of_care ?? '',
  code: r.code,
  days: numbersOf(r.days, r.n),
  units: numbersOf(r.units, r.n),
  charges: numbersOf(r.charges, r.n),
  states: numbersOf(r.states, r.n),
  atStake: numbersOf(r.at_stake, r.n),
});

/** One line for each page; an episode that the read models do not say has one line without. */
const sql = `
  select f.episode_id, f.said, r.episode_number, r.patient_name, case when f.said then f.facts end as facts, s.level_of_care,
    s.code, cardinality(s.days) as n, s.days::text, s.units::text, s.charges::text,
    ${unlessZero('s.states')} as states, ${unlessZero('s.at_stake')} as at_stake
  from (
    select tenant_id, episode_id, facts, made_by = $2 and changed_at <= $3 as said
    from episode_facts
    where tenant_id = $1 and episode_id > $4 and opened_at <= $3
      and (made_by <> $2 or changed_at > $3 or (first_day <= $6 and last_day >= $5))
    order by episode_id limit $7
  ) f
  join episode_row r on r.tenant_id = f.tenant_id and r.episode_id = f.episode_id
  left join service_page s on f.said and s.tenant_id = f.tenant_id and s.episode_id = f.episode_id
  order by f.episode_id, s.level_of_care, s.code`;

export const figuresIn = async (
  db: Database,
  scope: Scope,
  { first, last, moment }: FiguresAsked,
  after: string | undefined,
  limit: number,
): Promise<readonly FiguresFound[]> => {
  const rows = (await rowsInTenant(db, scope, {
    sql,
    parameters: [scope.tenantId, readModelVersion, moment, after ?? '', first, last, limit],
  })) as readonly unknown[] as readonly Row[];
  const found = new Map<string, { readonly row: Row; readonly pages: CoveragePage[] }>();
  for (const row of rows) {
    const known = found.get(row.episode_id) ?? { row, pages: [] };
    found.set(row.episode_id, known);
    if (row.level_of_care !== null) known.pages.push(pageOf(row));
  }
  return [...found].map(([episodeId, { row, pages }]) => ({
    episodeId,
    ...(row.said
      ? {
          figures: {
            episodeId,
            episodeNumber: row.episode_number,
            patientName: row.patient_name,
            facts: row.facts,
            pages,
          },
        }
      : {}),
  }));
};
