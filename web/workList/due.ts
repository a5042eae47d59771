import { type Instant, instant, type ZoneId } from '@openum/domain/time/instant.ts';
import type { WorkListCounts } from '@openum/http/contract/workList.ts';

export type DueBucket = keyof WorkListCounts['buckets'];
export const dueBuckets = ['overdue', 'within4Hours', 'today', 'within3Days', 'later'] as const satisfies DueBucket[];

export const dueBucketWord: Record<DueBucket, string> = {
  overdue: 'Overdue',
  within4Hours: 'Under 4 h',
  today: 'Today',
  within3Days: '3 days',
  later: 'Later',
};

const HOUR = 3_600_000;

/** The moments between which a bucket lies, half-open; a case stands in the first bucket that fits. */
export const dueRange = (
  bucket: DueBucket,
  nowMs: number,
  zone: ZoneId,
): { readonly from?: Instant; readonly before?: Instant } => {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const at = (ms: number): Instant => instant(Temporal.Instant.fromEpochMilliseconds(ms).toString());
  const midnight = now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).epochMilliseconds;
  const in4Hours = nowMs + 4 * HOUR;
  const endOfToday = Math.max(midnight, in4Hours);
  const in3Days = nowMs + 72 * HOUR;
  const ranges: Record<DueBucket, { readonly from?: Instant; readonly before?: Instant }> = {
    overdue: { before: at(nowMs) },
    within4Hours: { from: at(nowMs), before: at(in4Hours) },
    today: { from: at(in4Hours), before: at(endOfToday) },
    within3Days: { from: at(endOfToday), before: at(in3Days) },
    later: { from: at(in3Days) },
  };
  return ranges[bucket];
};
