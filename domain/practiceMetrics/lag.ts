import { type Episode, type EpisodeAuthorization, finalAnswer } from '../episode/state.ts';
import { addDays, type CalendarDate, dateInZone, daysBetween, type ZoneId } from '../time/instant.ts';

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
const followedOn = (e: Episode, a: EpisodeAuthorization, zone: ZoneId): readonly CalendarDate[] => [
  ...e.submissions
    // What the payer could not take was never with it.
    .filter((s) => s.submissionId !== a.submissionId && s.to > a.to && finalAnswer(s)?.outcome !== 'rejected')
    .map((s) => dateInZone(s.sentAt, zone)),
  ...e.authorizations.filter((x) => !x.voided && x !== a && x.to > a.to).map((x) => dateInZone(x.recordedAt, zone)),
];

/**
 * How long each authorization that ran out while the patient stayed had to wait for the next submission. Followers are submissions
 * for days after it, and authorizations of such days, however they were asked for; there before the end they are in time.
 */
export const expiryLags = (e: Episode, today: CalendarDate, zone: ZoneId): readonly ExpiryLag[] =>
  e.authorizations
    .filter((a) => !a.voided && a.to < today && wentOn(e, a.to) && !carriedOn(e, a))
    .map((a) => {
      const [submittedOn] = followedOn(e, a, zone)
        .filter((on) => on >= a.from)
        .toSorted();
      return {
        authorizationId: a.authorizationId,
        number: a.number,
        expiredOn: a.to,
        ...(submittedOn ? { submittedOn } : {}),
        days: Math.max(0, daysBetween(a.to, submittedOn ?? today)),
      };
    });
