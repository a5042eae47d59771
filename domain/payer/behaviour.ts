import type { AnswerOutcome } from '../episode/record.ts';
import { type Episode, type EpisodeAuthorization, type EpisodeSubmission, finalAnswer } from '../episode/state.ts';
import { talkEnd } from '../practiceTalk/standing.ts';
import { spreadOf } from '../report/spread.ts';
import { type CalendarDate, daysBetween, millisecondsBetween } from '../time/instant.ts';
import type { LevelRule, PayerCard } from './card.ts';
import { optional } from './optional.ts';

const decidedOutcomes = ['approved', 'partiallyApproved', 'modified', 'denied'] as const satisfies AnswerOutcome[];
type DecidedOutcome = (typeof decidedOutcomes)[number];

/** A middle value and how many it is the middle of. */
export type Usual = { readonly median: number; readonly count: number };

/** What a payer did with one kind of request for one level. `count` is never zero. */
export type LevelBehaviour = {
  readonly levelOfCare: string;
  /** The first request of a course, or a later one. */
  readonly step: 'first' | 'later';
  readonly decided: number;
  readonly outcomes: Readonly<Record<DecidedOutcome, number>>;
  /** Requests on which the payer asked for more before it decided. */
  readonly askedForMore: number;
  /** Days or units asked for, and granted where something was granted. */
  readonly asked?: Usual;
  readonly granted?: Usual;
  /** From sending to the deciding answer, in hours. */
  readonly hoursToAnswer?: Usual;
};

type TalkBehaviour = {
  /** The payer's physician, as named in the offer; absent: nobody was named. */
  readonly physician?: string;
  readonly held: number;
  /** Talks that changed the answer, wholly or in part. */
  readonly changed: number;
};

export type PayerBehaviour = {
  /** First day of the requests that are counted. */
  readonly since?: CalendarDate;
  readonly levels: readonly LevelBehaviour[];
  readonly talks: readonly TalkBehaviour[];
  readonly appeals: { readonly decided: number; readonly overturned: number };
};

const usual = (values: readonly number[]): Usual | undefined => {
  const spread = spreadOf(values);
  return spread && { median: spread.median, count: values.length };
};

const isDecided = (outcome: AnswerOutcome | undefined): outcome is DecidedOutcome =>
  decidedOutcomes.some((o) => o === outcome);

const unitsOf = (span: Pick<EpisodeSubmission, 'from' | 'to' | 'units'>): number =>
  span.units ?? daysBetween(span.from, span.to) + 1;

const grantedTo = (s: EpisodeSubmission, authorizations: readonly EpisodeAuthorization[]): number | undefined => {
  const found = authorizations.filter((a) => a.submissionId === s.submissionId && a.voided === undefined);
  return found.length === 0 ? undefined : found.reduce((sum, a) => sum + unitsOf(a), 0);
};

const hoursToAnswer = (s: EpisodeSubmission): number | undefined => {
  const answeredAt = finalAnswer(s)?.answeredAt;
  // An answer that is dated before the request was written down with a wrong time; it says nothing of the payer.
  return answeredAt === undefined || answeredAt < s.sentAt
    ? undefined
    : millisecondsBetween(s.sentAt, answeredAt) / 3_600_000;
};

type Decided = {
  readonly submission: EpisodeSubmission;
  readonly outcome: DecidedOutcome;
  readonly granted: number | undefined;
};

const present = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((v) => v !== undefined);

const levelOf = (levelOfCare: string, step: LevelBehaviour['step'], requests: readonly Decided[]): LevelBehaviour => ({
  levelOfCare,
  step,
  decided: requests.length,
  outcomes: Object.fromEntries(
    decidedOutcomes.map((o) => [o, requests.filter((r) => r.outcome === o).length]),
  ) as LevelBehaviour['outcomes'],
  askedForMore: requests.filter((r) => r.submission.answers.some((a) => a.outcome === 'informationRequested')).length,
  ...optional('asked', usual(requests.map((r) => unitsOf(r.submission)))),
  ...optional('granted', usual(present(requests.map((r) => r.granted)))),
  ...optional('hoursToAnswer', usual(present(requests.map((r) => hoursToAnswer(r.submission))))),
});

const stepOf = ({ kind }: EpisodeSubmission): LevelBehaviour['step'] => (kind === 'continuedStay' ? 'later' : 'first');

const decidedIn = (e: Episode, submissions: readonly EpisodeSubmission[]): readonly Decided[] =>
  submissions.flatMap((submission) => {
    const outcome = finalAnswer(submission)?.outcome;
    return isDecided(outcome) ? [{ submission, outcome, granted: grantedTo(submission, e.authorizations) }] : [];
  });

const talksOf = (e: Episode, submissions: readonly EpisodeSubmission[]) =>
  e.talks
    .filter((t) => submissions.some((s) => s.submissionId === t.submissionId) && talkEnd(t)?.end === 'held')
    .map((t) => ({
      physician: t.payerPhysician,
      changed: t.held?.result === 'overturned' || t.held?.result === 'partlyOverturned',
    }));

/** What a payer did with the requests of a practice: from what is on record, and from nothing else. */
export const behaviourOf = (episodes: readonly Episode[], payerId: string): PayerBehaviour => {
  const theirs = episodes.map((e) => {
    const coverages = new Set(e.coverages.filter((c) => c.payerId === payerId).map((c) => c.coverageId));
    return { e, coverages, submissions: e.submissions.filter((s) => coverages.has(s.coverageId)) };
  });
  const decided = theirs.flatMap(({ e, submissions }) => decidedIn(e, submissions));
  const byLevel = Map.groupBy(decided, ({ submission: s }) => `${s.levelOfCare}\n${stepOf(s)}`);
  const talks = Map.groupBy(
    theirs.flatMap(({ e, submissions }) => talksOf(e, submissions)),
    (t) => t.physician,
  );
  const appeals = theirs.flatMap(({ e, coverages }) => {
    const denials = new Set(e.denials.filter((d) => coverages.has(d.coverageId)).map((d) => d.denialId));
    return present(e.appeals.filter((a) => denials.has(a.denialId)).map((a) => a.answered?.outcome));
  });
  const won = appeals.filter((o) => o === 'overturned' || o === 'partlyOverturned').length;
  const first = decided.map((d) => d.submission.from).sort()[0];
  return {
    ...optional('since', first),
    levels: [...byLevel.values()]
      .flatMap((requests) => {
        const s = requests[0]?.submission;
        return s ? [levelOf(s.levelOfCare, stepOf(s), requests)] : [];
      })
      .toSorted((a, b) => a.levelOfCare.localeCompare(b.levelOfCare) || a.step.localeCompare(b.step)),
    talks: [...talks]
      .map(([physician, held]) => ({
        ...optional('physician', physician),
        held: held.length,
        changed: held.filter((t) => t.changed).length,
      }))
      .toSorted((a, b) => b.held - a.held || (a.physician ?? '').localeCompare(b.physician ?? '')),
    appeals: { decided: won + appeals.filter((o) => o === 'upheld').length, overturned: won },
  };
};

/** Fewer answers than this may be chance: nothing is offered for the card. */
const enoughAnswers = 5;

/** Days on a card that the payer's answers do not bear out, or that nobody has asked about. */
export type CardDrift = {
  readonly levelOfCare: string;
  readonly part: keyof Pick<LevelRule, 'initialDays' | 'reviewIntervalDays'>;
  /** Absent: unknown on the card. */
  readonly said?: number;
  readonly usual: Usual;
};

/** Where a payer grants other spans than its card says, from five answers on. */
export const cardDrift = (card: PayerCard | undefined, { levels }: PayerBehaviour): readonly CardDrift[] =>
  levels.flatMap(({ levelOfCare, step, granted }) => {
    const part = step === 'first' ? 'initialDays' : 'reviewIntervalDays';
    const said = card?.levels.find((l) => l.levelOfCare === levelOfCare)?.[part]?.value;
    if (!granted || granted.count < enoughAnswers || granted.median === said) return [];
    return [{ levelOfCare, part, ...optional('said', said), usual: granted }];
  });
