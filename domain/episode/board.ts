import { addDays, type CalendarDate, daysBetween, type Instant } from '../time/instant.ts';
import { nextOpenDay, uncoveredFrom } from './forecast.ts';
import { type Episode, finalAnswer, openTalks, presentProgramme } from './state.ts';

/** What the board must know of an episode, whatever day it is looked at. */
export type EpisodeOutlook = {
  /** Last day of the authorizations of the present level. */
  readonly authorizedThrough?: CalendarDate;
  /** Since when, or from when on, nothing covers the days. */
  readonly uncoveredFrom?: CalendarDate;
  /** The payer's own date for the next clinical update. */
  readonly nextReviewOn?: CalendarDate;
  /** Sent to the payer for planned days that nothing covers, and not answered. */
  readonly askedAt?: Instant;
  /** End of the window of the peer-to-peer that closes first. */
  readonly talkClosesAt?: Instant;
};

const last = <T extends string>(values: readonly T[]): T | undefined => values.toSorted().at(-1);

export const outlookOf = (e: Episode): EpisodeOutlook => {
  const { levelOfCare } = presentProgramme(e);
  const held = e.authorizations.filter((a) => !a.voided && a.levelOfCare === levelOfCare);
  const present = held.toSorted((a, b) => (a.to < b.to ? -1 : 1)).at(-1);
  const open = uncoveredFrom(e);
  const next = nextOpenDay(e);
  const asked = next
    ? e.submissions.filter((s) => finalAnswer(s) === undefined && s.levelOfCare === levelOfCare && s.to >= next)
    : [];
  const talk = openTalks(e)
    .map((t) => t.closesAt)
    .toSorted()[0];
  const askedAt = last(asked.map((s) => s.sentAt));
  return {
    ...(present ? { authorizedThrough: present.to } : {}),
    ...(open ? { uncoveredFrom: open } : {}),
    ...(present?.nextReviewOn ? { nextReviewOn: present.nextReviewOn } : {}),
    ...(askedAt ? { askedAt } : {}),
    ...(talk ? { talkClosesAt: talk } : {}),
  };
};

export const risks = ['uncovered', 'high', 'medium', 'low'] as const;
export type Risk = (typeof risks)[number];

export const dueBuckets = ['pastDue', 'today', 'tomorrow', 'later', 'waiting'] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** By what the lines of the board can stand in order. */
export const boardSorts = ['urgency', 'patient', 'programme', 'payer', 'due', 'atStake', 'openAhead'] as const;
export type BoardSort = (typeof boardSorts)[number];

/** How an episode stands on the board on one day. */
export type BoardPlace = {
  /** Days from today on that are covered; 0 when today is not, negative when days before it are not either. */
  readonly daysLeft?: number;
  /** The day by which the next update must be with the payer: the payer's date, or the last covered day when that comes first. */
  readonly reviewDueOn?: CalendarDate;
  readonly due: DueBucket;
  readonly risk: Risk;
};

const highRiskDays = 1;
const mediumRiskDays = 3;

const riskOf = (daysLeft: number | undefined, asked: boolean): Risk => {
  if (daysLeft === undefined) return 'low';
  if (daysLeft <= 0) return 'uncovered';
  if (daysLeft <= highRiskDays) return asked ? 'medium' : 'high';
  return daysLeft <= mediumRiskDays ? 'medium' : 'low';
};

const dueOf = (reviewDueOn: CalendarDate | undefined, asked: boolean, today: CalendarDate): DueBucket => {
  if (asked) return 'waiting';
  if (reviewDueOn === undefined) return 'later';
  if (reviewDueOn < today) return 'pastDue';
  if (reviewDueOn === today) return 'today';
  return reviewDueOn === addDays(today, 1) ? 'tomorrow' : 'later';
};

export const boardPlace = (o: EpisodeOutlook, today: CalendarDate): BoardPlace => {
  const daysLeft = o.uncoveredFrom && daysBetween(today, o.uncoveredFrom);
  const lastCovered = o.uncoveredFrom && addDays(o.uncoveredFrom, -1);
  const reviewDueOn =
    o.nextReviewOn !== undefined && (lastCovered === undefined || o.nextReviewOn < lastCovered)
      ? o.nextReviewOn
      : lastCovered;
  const asked = o.askedAt !== undefined;
  return {
    ...(daysLeft === undefined ? {} : { daysLeft }),
    ...(reviewDueOn ? { reviewDueOn } : {}),
    due: dueOf(reviewDueOn, asked, today),
    risk: riskOf(daysLeft, asked),
  };
};
