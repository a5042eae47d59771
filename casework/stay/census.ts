import { lastDayOfCare } from '@openum/domain/stay/days.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  daysBetween,
  type Instant,
  startOfDay,
} from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { CensusCounts, CensusEntry, CensusFilter } from '../port/census.ts';
import type { Tenant } from '../port/identity.ts';
import { levelLabel } from './view.ts';

/** A line of the census with what depends on the hour. */
export type CensusLine = CensusEntry & {
  readonly levelLabel: string;
  /** Days of care so far. */
  readonly deliveredDays: number;
  /** Of these, under an authorization. */
  readonly usedDays: number;
};

export type CensusReading = {
  readonly now: Instant;
  readonly rows: readonly CensusLine[];
  readonly next?: string;
  readonly counts: CensusCounts;
  readonly facilities: readonly string[];
  readonly levels: readonly { readonly code: string; readonly label: string }[];
};

const overlap = (from: CalendarDate, through: CalendarDate, a: CalendarDate, b: CalendarDate): number => {
  const start = from > a ? from : a;
  const end = through > b ? b : through;
  return Math.max(0, daysBetween(start, end) + 1);
};

const lineOf = (entry: CensusEntry, now: Instant, knowledge: Knowledge): CensusLine => {
  const { stay } = entry;
  const last = lastDayOfCare(stay.admittedOn, stay.dischargedOn, dateInZone(now, stay.zone));
  const delivered =
    stay.review === 'closed' || last === undefined ? undefined : { from: stay.admittedOn, through: last };
  return {
    ...entry,
    levelLabel: levelLabel(stay.levelOfCare, knowledge),
    deliveredDays: delivered ? daysBetween(delivered.from, delivered.through) + 1 : 0,
    usedDays: delivered
      ? stay.approvedRanges.reduce((n, r) => n + overlap(r.from, r.through, delivered.from, delivered.through), 0)
      : 0,
  };
};

const facilityLimit = 200;

/** A page of the census. Whoever calls this writes the reading down (`ReadLog`). */
export const readCensus = async (
  { census, environment, knowledge }: Casework,
  tenant: Pick<Tenant, 'tenantId' | 'zone'>,
  filter: CensusFilter,
  after: string | undefined,
  limit: number,
): Promise<CensusReading> => {
  const scope = { tenantId: tenant.tenantId };
  const now = environment.now();
  const endOfToday = startOfDay(addDays(dateInZone(now, tenant.zone), 1), tenant.zone);
  const [page, counts, facilities] = await Promise.all([
    census.page(scope, filter, after, limit),
    census.counts(scope, now, endOfToday),
    census.facilities(scope, facilityLimit),
  ]);
  return {
    now,
    rows: page.rows.map((r) => lineOf(r, now, knowledge)),
    ...(page.next ? { next: page.next } : {}),
    counts,
    facilities,
    levels: knowledge.admissions.levelsOfCare.map(({ code, label }) => ({ code, label })),
  };
};
