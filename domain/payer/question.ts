import type { BusinessCalendar } from '../clock/calendar.ts';
import { dueMoment } from '../clock/due.ts';
import type { Duration } from '../clock/rule.ts';
import { addDays, type CalendarDate, type Instant, startOfDay, type ZoneId } from '../time/instant.ts';
import type { AppealLevelRule, AuthorizationNeed, LevelRule, PayerCard, Said } from './card.ts';

/** Where and by which business days the practice counts. */
export type Place = { readonly zone: ZoneId; readonly calendar: BusinessCalendar };

/** The answer of a card: what the payer said, or that nobody knows. */
export type Known<T> = { readonly kind: 'known'; readonly said: Said<T> } | { readonly kind: 'unknown' };

const unknown = { kind: 'unknown' } as const;
const known = <T>(said: Said<T> | undefined): Known<T> => (said === undefined ? unknown : { kind: 'known', said });

export const levelRule = (card: PayerCard | undefined, levelOfCare: string): LevelRule | undefined =>
  card?.levels.find((l) => l.levelOfCare === levelOfCare);

export const authorizationNeed = (card: PayerCard | undefined, levelOfCare: string): Known<AuthorizationNeed> =>
  known(levelRule(card, levelOfCare)?.authorization);

/**
 * Where no lead time is known: a request for more of an ongoing course made 24 hours before its end must be answered within 24 hours
 * (29 CFR 2560.503-1(f)(2)(ii)(B)), so no plan under that rule can let the day run out unanswered.
 */
const cautiousLeadTime: Duration = { value: 24, unit: 'hours' };

export type SubmissionDue = {
  readonly dueAt: Instant;
  readonly leadTime: Duration;
  /** False when the payer's lead time is unknown and the cautious one was taken. */
  readonly leadTimeKnown: boolean;
};

const before = (end: Instant, duration: Duration, { zone, calendar }: Place): Instant =>
  dueMoment({ duration, direction: 'before' }, end, zone, calendar).dueAt;

const after = (from: Instant, duration: Duration, { zone, calendar }: Place): Instant =>
  dueMoment({ duration, direction: 'after' }, from, zone, calendar).dueAt;

/** The last moment for the next request, when `lastDay` is the last authorized day. */
export const submissionDue = (rule: LevelRule | undefined, lastDay: CalendarDate, place: Place): SubmissionDue => {
  const leadTime = rule?.leadTime?.value ?? cautiousLeadTime;
  const elapsed = leadTime.unit === 'hours' || leadTime.unit === 'minutes';
  // Hours count back from the end of the last covered day; days name the day by whose end the request is there.
  const end = startOfDay(elapsed ? addDays(lastDay, 1) : lastDay, place.zone);
  return { dueAt: before(end, leadTime, place), leadTime, leadTimeKnown: rule?.leadTime !== undefined };
};

export const peerToPeerWindow = (
  card: PayerCard | undefined,
  deniedAt: Instant,
  place: Place,
): Known<Instant> & { readonly phone?: string } => {
  const said = card?.peerToPeer;
  if (!said) return unknown;
  const { window, phone } = said.value;
  return {
    kind: 'known',
    said: { ...said, value: after(deniedAt, window, place) },
    ...(phone === undefined ? {} : { phone }),
  };
};

export const appealLevel = (card: PayerCard | undefined, level: number): Known<AppealLevelRule> => {
  const found = card?.appeals?.value.find((l) => l.level === level);
  return card?.appeals && found ? known({ ...card.appeals, value: found }) : unknown;
};

/** The last moment of an appeal against a denial that was received on a day. */
export const appealDue = (
  card: PayerCard | undefined,
  level: number,
  receivedOn: CalendarDate,
  place: Place,
): Known<Instant> => {
  const rule = appealLevel(card, level);
  return rule.kind === 'unknown'
    ? rule
    : known({ ...rule.said, value: after(startOfDay(receivedOn, place.zone), rule.said.value.window, place) });
};

export type RetroAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'notAccepted'; readonly said: Said<unknown> }
  | { readonly kind: 'accepted'; readonly said: Said<unknown>; readonly dueAt?: Instant };

export type RetroStay = {
  readonly admittedOn: CalendarDate;
  readonly dischargedOn?: CalendarDate;
  readonly emergency: boolean;
};

/** Whether days that have passed may still be asked for, and until when. */
export const retroAnswer = (card: PayerCard | undefined, stay: RetroStay, place: Place): RetroAnswer => {
  const said = card?.retro;
  if (!said) return unknown;
  const { accepted, from, window } = said.value;
  if (accepted === 'no' || (accepted === 'emergencyOnly' && !stay.emergency)) return { kind: 'notAccepted', said };
  const start = from === 'discharge' ? stay.dischargedOn : stay.admittedOn;
  if (window === undefined || start === undefined) return { kind: 'accepted', said };
  return { kind: 'accepted', said, dueAt: after(startOfDay(start, place.zone), window, place) };
};
