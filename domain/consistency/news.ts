import {
  addDays,
  type CalendarDate,
  dateInZone,
  type Instant,
  laterDay,
  startOfDay,
  type ZoneId,
} from '../time/instant.ts';
import { closedOn } from './ratingSet.ts';

/** What raters, and who drew the lines, are told of a set. */
export const ratingNewsKinds = ['ratingAsked', 'ratingDue', 'ratingClosed'] as const;
export type RatingNewsKind = (typeof ratingNewsKinds)[number];

/** A set as one person has to do with it. */
export type WatchedSet = {
  readonly setId: string;
  readonly title: string;
  readonly dueOn: CalendarDate;
  readonly createdAt: Instant;
  /** Whether this person rates, and whether this person drew the lines. */
  readonly rates: boolean;
  readonly leads: boolean;
  /** Of this person. */
  readonly ownToRate: number;
  readonly ownRated: number;
  /** Of all raters together. */
  readonly toRate: number;
  readonly rated: number;
  readonly lastRatedAt?: Instant;
};

/** How many days before the last one a rater with open lines is reminded. */
const remindedDaysBefore = 3;

type Told = { readonly kind: RatingNewsKind; readonly at: Instant };

const toRater = (set: WatchedSet, zone: ZoneId, today: CalendarDate): readonly Told[] => {
  if (!set.rates || set.ownToRate === 0) return [];
  const asked: Told = { kind: 'ratingAsked', at: set.createdAt };
  // Who was asked today is not reminded on the same day.
  const dayAfter = addDays(dateInZone(set.createdAt, zone), 1);
  const on = laterDay(addDays(set.dueOn, -remindedDaysBefore), dayAfter);
  const due = set.ownRated < set.ownToRate && on <= today && today <= set.dueOn;
  return due ? [asked, { kind: 'ratingDue', at: startOfDay(on, zone) }] : [asked];
};

const toLead = (set: WatchedSet, zone: ZoneId, today: CalendarDate): readonly Told[] => {
  if (!set.leads || !closedOn(set, today)) return [];
  const at = set.rated >= set.toRate ? (set.lastRatedAt ?? set.createdAt) : startOfDay(addDays(set.dueOn, 1), zone);
  return [{ kind: 'ratingClosed', at }];
};

/** What a person is told of a set by now. Days are those of the plan's zone. */
export const ratingNews = (set: WatchedSet, zone: ZoneId, now: Instant): readonly Told[] => {
  const today = dateInZone(now, zone);
  return [...toRater(set, zone, today), ...toLead(set, zone, today)];
};
