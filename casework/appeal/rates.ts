import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { AppealCount } from '../port/appeals.ts';
import type { Scope } from '../port/scope.ts';

export const rateDimensions = ['lineOfBusiness', 'levelId', 'stage', 'serviceCode', 'reasonClass', 'month'] as const;
export type RateDimension = (typeof rateDimensions)[number];

export type OverturnRate = {
  /** Value of the dimension; empty for the whole. */
  readonly key: string;
  readonly label: string;
  readonly decided: number;
  readonly overturned: number;
  readonly partiallyOverturned: number;
  readonly upheld: number;
  /** Overturned in whole or in part, of all that were decided; absent while nothing was. */
  readonly rate?: number;
};

export type OverturnRates = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly all: OverturnRate;
  readonly by: Readonly<Record<RateDimension, readonly OverturnRate[]>>;
};

const rateOf = (key: string, label: string, counts: readonly AppealCount[]): OverturnRate => {
  const sum = (outcome?: AppealCount['outcome']): number =>
    counts.filter((c) => outcome === undefined || c.outcome === outcome).reduce((n, c) => n + c.count, 0);
  const decided = sum();
  const overturned = sum('overturned');
  const partiallyOverturned = sum('partiallyOverturned');
  return {
    key,
    label,
    decided,
    overturned,
    partiallyOverturned,
    upheld: sum('upheld'),
    ...(decided > 0 ? { rate: (overturned + partiallyOverturned) / decided } : {}),
  };
};

const grouped = (counts: readonly AppealCount[], by: RateDimension): readonly OverturnRate[] =>
  [...new Set(counts.map((c) => c[by]))].toSorted().map((key) => {
    const own = counts.filter((c) => c[by] === key);
    return rateOf(key, by === 'levelId' ? (own[0]?.levelName ?? key) : key, own);
  });

/** How many denials fell on appeal, from the first day up to and without the last, as a whole and by each dimension. */
export const overturnRates = async (
  { appeals }: Pick<Casework, 'appeals'>,
  scope: Scope,
  from: CalendarDate,
  until: CalendarDate,
): Promise<OverturnRates> => {
  const counts = await appeals.decided(scope, from, until);
  return {
    from,
    until,
    all: rateOf('', 'All appeals', counts),
    by: Object.fromEntries(rateDimensions.map((d) => [d, grouped(counts, d)])) as OverturnRates['by'],
  };
};
