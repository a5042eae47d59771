import { type Episode, type EpisodeAuthorization, finalAnswer } from '../episode/state.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  dayNumber,
  dayOfNumber,
  type Instant,
  type ZoneId,
} from '../time/instant.ts';

/** An authorization that ends while the patient stays, and what followed it. Days are counted from 1 January 1970. */
export type Expiry = {
  readonly authorizationId: string;
  readonly number: string;
  readonly from: number;
  readonly to: number;
  /** When something for days after it was with the payer, earliest first. */
  readonly followedAt: readonly Instant[];
};

export type ExpiryLag = {
  readonly authorizationId: string;
  readonly number: string;
  readonly expiredOn: CalendarDate;
  /** Day of the submission that follows it, or on which an authorization of later days was on record; absent while there is neither. */
  readonly submittedOn?: CalendarDate;
  /** Days from the last authorized day to the submission, or to today while nothing was sent; 0 when it came in time. */
  readonly days: number;
};

/** The day of discharge needs no authorization of its own, unless care was given on it. */
const wentOn = (e: Episode, after: CalendarDate): boolean =>
  e.discharge === undefined ||
  e.discharge.on > addDays(after, 1) ||
  e.services.some((s) => !s.withdrawn && s.on > after);

/** Another authorization of the episode already carries the next day. */
const carriedOn = (e: Episode, a: EpisodeAuthorization): boolean =>
  e.authorizations.some((x) => !x.voided && x !== a && x.from <= a.to && x.to > a.to);

/** When something for days after it was with the payer: what was sent, or what the payer had by then authorized. */
const followedAt = (e: Episode, a: EpisodeAuthorization): readonly Instant[] =>
  [
    ...e.submissions
      // What the payer could not take was never with it.
      .filter((s) => s.submissionId !== a.submissionId && s.to > a.to && finalAnswer(s)?.outcome !== 'rejected')
      .map((s) => s.sentAt),
    ...e.authorizations.filter((x) => !x.voided && x !== a && x.to > a.to).map((x) => x.recordedAt),
  ].toSorted();

/** Authorizations that end, or will end, while the patient stays; a function of the record, whatever day it is. */
export const expiriesOf = (e: Episode): readonly Expiry[] =>
  e.authorizations
    .filter((a) => !a.voided && wentOn(e, a.to) && !carriedOn(e, a))
    .map((a) => ({
      authorizationId: a.authorizationId,
      number: a.number,
      from: dayNumber(a.from),
      to: dayNumber(a.to),
      followedAt: followedAt(e, a),
    }));

/**
 * How long an authorization that ran out while the patient stayed had to wait for the next submission. Followers are submissions for
 * days after it, and authorizations of such days, however they were asked for; there before the end they are in time.
 */
export const lagOf = (x: Expiry, today: number, zone: ZoneId): ExpiryLag => {
  let followed: number | undefined;
  for (const at of x.followedAt) {
    const on = dayNumber(dateInZone(at, zone));
    if (on < x.from) continue;
    followed = on;
    break;
  }
  return {
    authorizationId: x.authorizationId,
    number: x.number,
    expiredOn: dayOfNumber(x.to),
    ...(followed === undefined ? {} : { submittedOn: dayOfNumber(followed) }),
    days: Math.max(0, (followed ?? today) - x.to),
  };
};
