import { dueMoment } from '../clock/due.ts';
import type { Duration } from '../clock/rule.ts';
import type { EpisodeCoverage } from '../episode/record.ts';
import type { Episode } from '../episode/state.ts';
import type { PayerCard } from '../payer/card.ts';
import type { Place } from '../payer/question.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, startOfDay } from '../time/instant.ts';
import type { TaskPolicy } from './policy.ts';

export type TaskContext = {
  readonly now: Instant;
  readonly place: Place;
  /** The card of a payer as it counts today. */
  readonly cardOf: (payerId: string) => PayerCard | undefined;
  readonly policy: TaskPolicy;
};

export const todayOf = ({ now, place }: TaskContext): CalendarDate => dateInZone(now, place.zone);

/** The coverage that is asked first on a day. */
export const coverageOn = (e: Episode, on: CalendarDate): EpisodeCoverage | undefined =>
  e.coverages.find((c) => (c.from === undefined || c.from <= on) && (c.to === undefined || on <= c.to));

export const payerOf = (e: Episode, coverageId: string | undefined): EpisodeCoverage | undefined =>
  e.coverages.find((c) => c.coverageId === coverageId);

export const payerFields = (c: EpisodeCoverage | undefined) =>
  c ? { payerId: c.payerId, payerName: c.payerName } : {};

/** The last moment of a local day is the first of the next. */
export const endOf = (on: CalendarDate, { place }: TaskContext): Instant => startOfDay(addDays(on, 1), place.zone);

export const laterBy = (from: Instant, duration: Duration, { place }: TaskContext): Instant =>
  dueMoment({ duration, direction: 'after' }, from, place.zone, place.calendar).dueAt;
