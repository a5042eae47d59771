import type { AppealWord } from '../denial/appeal/word.ts';
import type { Denial, PayerAuthorization, SubmissionAnswer } from '../episode/record.ts';
import { type Episode, type EpisodeSubmission, programmeOn } from '../episode/state.ts';
import type { TalkWord } from '../practiceTalk/word.ts';
import { addDays, type CalendarDate, daysBetween, type Instant } from '../time/instant.ts';
import { optional } from './optional.ts';

/** X12 306: what a payer did with one line. */
export const payerActions = ['A1', 'A2', 'A3', 'A4', 'A6', 'C', 'CT', 'NA'] as const;
export type PayerAction = (typeof payerActions)[number];

/** What a payer's system said of one line. */
export type AnsweredLine = {
  readonly sequence: number;
  readonly action: PayerAction;
  readonly authorizationNumber?: string;
  /** The payer's number of a request that it has not decided. */
  readonly reference?: string;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly units?: number;
  /** It waits for something from the practice (X12 886, 0U). */
  readonly wantsInformation: boolean;
  readonly note?: string;
  /** Talks about the line that the payer offers or offered. */
  readonly talks?: readonly TalkWord[];
  /** Appeals of the line, as they stand. */
  readonly appeals?: readonly AppealWord[];
};

export type LineAnswer =
  | { readonly kind: 'lines'; readonly lines: readonly AnsweredLine[] }
  /** The payer could not take the request; nothing was decided. */
  | { readonly kind: 'rejected'; readonly messages: readonly string[] }
  /** The payer knows of no such request. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly messages: readonly string[] };

export type RecordedAnswer = {
  readonly answer: SubmissionAnswer;
  readonly authorizations: readonly PayerAuthorization[];
  readonly denial?: Denial;
};

export type AnswerIds = { readonly authorizationId: (sequence: number) => string; readonly denialId: string };

const granting: readonly PayerAction[] = ['A1', 'A2', 'A6', 'NA'];

const notesOf = (lines: readonly AnsweredLine[]): string | undefined => {
  const notes = [...new Set(lines.flatMap((l) => l.note ?? []))].join(' ');
  return notes === '' ? undefined : notes;
};

const authorizationOf = (s: EpisodeSubmission, line: AnsweredLine, code: string, id: string): PayerAuthorization => ({
  authorizationId: id,
  // A payer that needs no authorization gives no number; that it said so covers the days.
  number: line.authorizationNumber ?? (line.action === 'NA' ? 'not required' : (line.reference ?? 'without a number')),
  coverageId: s.coverageId,
  submissionId: s.submissionId,
  levelOfCare: s.levelOfCare,
  codes: [code],
  from: line.from ?? s.from,
  to: line.to ?? s.to,
  ...optional('units', line.units),
});

export const isGrant = (line: AnsweredLine): boolean => granting.includes(line.action);

/** What an answer authorizes, line by line. */
export const grantedBy = (
  s: EpisodeSubmission,
  lines: readonly AnsweredLine[],
  authorizationId: (sequence: number) => string,
): readonly PayerAuthorization[] =>
  lines.flatMap((l, at) =>
    isGrant(l) ? [authorizationOf(s, l, s.codes[at] ?? s.codes[0] ?? '', authorizationId(l.sequence))] : [],
  );

/** The days that were asked for and not granted; all of them when fewer units were granted for the same days. */
const refusedSpan = (s: EpisodeSubmission, granted: readonly PayerAuthorization[]) => {
  const through = granted
    .map((a) => a.to)
    .sort()
    .at(-1);
  return through !== undefined && through < s.to ? { from: addDays(through, 1), to: s.to } : { from: s.from, to: s.to };
};

const outcomeOf = (lines: readonly AnsweredLine[]): SubmissionAnswer['outcome'] => {
  const actions = new Set(lines.map((l) => l.action));
  if (lines.some((l) => l.wantsInformation)) return 'informationRequested';
  if (actions.has('A4') || actions.has('CT')) return 'pended';
  if ([...actions].every((a) => a === 'C')) return 'withdrawn';
  const live = lines.filter((l) => l.action !== 'C');
  if (live.every((l) => l.action === 'A3')) return 'denied';
  if (live.some((l) => l.action === 'A6')) return 'modified';
  return live.every((l) => l.action === 'A1' || l.action === 'NA') ? 'approved' : 'partiallyApproved';
};

const denialOf = (
  e: Episode,
  s: EpisodeSubmission,
  granted: readonly PayerAuthorization[],
  reason: string | undefined,
  denialId: string,
  on: CalendarDate,
): Denial => {
  const span = refusedSpan(s, granted);
  const days = daysBetween(span.from, span.to) + 1;
  const grantedUnits = granted.reduce<number | undefined>(
    (sum, a) => (a.units === undefined ? sum : (sum ?? 0) + a.units),
    undefined,
  );
  const fewer = granted.length > 0 && span.from === s.from && s.units !== undefined && grantedUnits !== undefined;
  const refused = fewer ? Math.max(0, s.units - grantedUnits) : Math.min(days, s.units ?? days);
  return {
    denialId,
    coverageId: s.coverageId,
    source: 'answer',
    receivedOn: on,
    ...span,
    levelOfCare: s.levelOfCare,
    submissionId: s.submissionId,
    adjustmentCodes: [],
    remarkCodes: [],
    ...optional('reason', reason),
    amount: refused * programmeOn(e, span.from).charge,
  };
};

/**
 * An answer of a payer's system as the record takes it. Undefined when it says nothing that is not known: a system that is asked
 * again and again repeats itself.
 */
export const recordedAnswer = (
  e: Episode,
  s: EpisodeSubmission,
  lines: readonly AnsweredLine[],
  moment: { readonly now: Instant; readonly today: CalendarDate },
  ids: AnswerIds,
): RecordedAnswer | undefined => {
  if (lines.length === 0) return undefined;
  const outcome = outcomeOf(lines);
  const note = notesOf(lines);
  const reference = lines.find((l) => l.reference)?.reference;
  const last = s.answers.at(-1);
  if (last && last.outcome === outcome && (last.reason ?? last.wanted?.[0]) === note) return undefined;
  const open = outcome === 'pended' || outcome === 'informationRequested' || outcome === 'withdrawn';
  const granted = open ? [] : grantedBy(s, lines, ids.authorizationId);
  const refuses = outcome === 'denied' || outcome === 'partiallyApproved' || outcome === 'modified';
  return {
    answer: {
      outcome,
      answeredAt: moment.now,
      ...optional('reference', reference),
      ...(outcome === 'informationRequested'
        ? { wanted: [note ?? 'The payer asks for more and does not say what.'] }
        : optional('reason', note)),
    },
    authorizations: granted,
    ...(refuses ? { denial: denialOf(e, s, granted, note, ids.denialId, moment.today) } : {}),
  };
};
