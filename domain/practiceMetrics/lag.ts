import { type Episode, type EpisodeAuthorization, finalAnswer } from '../episode/state.ts';
import { type CalendarDate, dateInZone, daysBetween, type ZoneId } from '../time/instant.ts';

export type ExpiryLag = {
  readonly authorizationId: string;
  readonly number: string;
  readonly expiredOn: CalendarDate;
  /** Day of the submission that follows it; absent while nothing was sent. */
  readonly submittedOn?: CalendarDate;
  /** Days from the last authorized day to the submission, or to today while nothing was sent; 0 when it came in time. */
  readonly days: number;
};

const wentOn = (e: Episode, after: CalendarDate): boolean =>
  e.discharge === undefined || e.discharge.on > after || e.services.some((s) => !s.withdrawn && s.on > after);

/** Another authorization of the episode already carries the next day. */
const carriedOn = (e: Episode, a: EpisodeAuthorization): boolean =>
  e.authorizations.some((x) => !x.voided && x !== a && x.from <= a.to && x.to > a.to);

/**
 * How long each authorization that ran out while the patient stayed had to wait for the next submission. Followers are submissions
 * for days after it; sent before the end they are in time.
 */
export const expiryLags = (e: Episode, today: CalendarDate, zone: ZoneId): readonly ExpiryLag[] =>
  e.authorizations
    .filter((a) => !a.voided && a.to < today && wentOn(e, a.to) && !carriedOn(e, a))
    .map((a) => {
      const [submittedOn] = e.submissions
        // What the payer could not take was never with it.
        .filter((s) => s.submissionId !== a.submissionId && s.to > a.to && finalAnswer(s)?.outcome !== 'rejected')
        .map((s) => dateInZone(s.sentAt, zone))
        .filter((on) => on >= a.from)
        .sort();
      return {
        authorizationId: a.authorizationId,
        number: a.number,
        expiredOn: a.to,
        ...(submittedOn ? { submittedOn } : {}),
        days: Math.max(0, daysBetween(a.to, submittedOn ?? today)),
      };
    });
