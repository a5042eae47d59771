import type { PayerAuthorization, PracticeAppealOutcome } from '../../episode/record.ts';
import type { Episode, EpisodeAppeal, EpisodeSubmission } from '../../episode/state.ts';
import { type AnsweredLine, grantedBy, isGrant } from '../../payer/answer.ts';
import { type CalendarDate, earlierDay, laterDay } from '../../time/instant.ts';
import { type AppealWord, outcomeOfState } from './word.ts';

export type HeardAppeal = {
  readonly appealId: string;
  readonly words: readonly AppealWord[];
  readonly answer?: {
    readonly outcome: PracticeAppealOutcome;
    readonly answeredOn: CalendarDate;
    readonly reference?: string;
  };
  /** What the payer grants now and did not before. */
  readonly authorizations: readonly PayerAuthorization[];
};

/** The last appeal that was sent of what was refused of this request. */
export const appealOfRequest = (e: Episode, submissionId: string): EpisodeAppeal | undefined =>
  e.appeals.findLast(
    (a) =>
      a.sentOn !== undefined && e.denials.some((d) => d.denialId === a.denialId && d.submissionId === submissionId),
  );

const awaitedAppeal = (e: Episode, submissionId: string): EpisodeAppeal | undefined => {
  const last = appealOfRequest(e, submissionId);
  return last?.answered ? undefined : last;
};

/** Requests over electronic lines about which a payer has an appeal to answer. */
export const appealedRequests = (e: Episode): readonly EpisodeSubmission[] =>
  e.submissions.filter((s) => s.channel === 'pas' && awaitedAppeal(e, s.submissionId) !== undefined);

const sameSpan = (a: PayerAuthorization, b: PayerAuthorization): boolean =>
  a.number === b.number && a.from === b.from && a.levelOfCare === b.levelOfCare && a.coverageId === b.coverageId;

/** The authorization on file that this one repeats or changes. */
export const onFile = (e: Episode, a: PayerAuthorization) => e.authorizations.find((x) => !x.voided && sameSpan(x, a));

const isNew = (e: Episode, a: PayerAuthorization): boolean => {
  const known = onFile(e, a);
  return !known || known.to !== a.to || known.units !== a.units;
};

/** Only the state of the highest level that the payer names counts: one that ends may open the next by itself. */
const lastWords = (words: readonly AppealWord[]): readonly AppealWord[] => {
  const highest = Math.max(...words.map((w) => w.level));
  return words.filter((w) => w.level === highest);
};

const outcomeByWord = (words: readonly AppealWord[], granted: boolean): PracticeAppealOutcome | undefined => {
  const states = new Set(lastWords(words).map((w) => w.state));
  const [only] = states;
  if (only === undefined || states.has('open')) return undefined;
  const outcome = states.size === 1 && only !== 'open' ? outcomeOfState[only] : 'partlyOverturned';
  const gains = outcome === 'overturned' || outcome === 'partlyOverturned';
  // It counts once the payer has put it into effect.
  return gains && !granted ? undefined : outcome;
};

/** A payer that says nothing of appeals shows by its answer that it changed its mind. */
const outcomeByLines = (
  e: Episode,
  a: EpisodeAppeal,
  lines: readonly AnsweredLine[],
  fresh: readonly PayerAuthorization[],
): PracticeAppealOutcome | undefined => {
  if (fresh.length === 0) return undefined;
  const d = e.denials.find((x) => x.denialId === a.denialId);
  const whole = d && fresh.some((x) => x.from <= d.from && d.to <= x.to) && lines.every(isGrant);
  return whole ? 'overturned' : 'partlyOverturned';
};

const content = (words: readonly AppealWord[]): string =>
  JSON.stringify(words.map(({ number, level, state, decidedOn }) => [level, number, state, decidedOn]).toSorted());

/**
 * What an answer tells of the appeal that lies with the payer: how the payer's system says it stands, and how it ended. Undefined when
 * there is no such appeal, or nothing that is not known.
 */
export const heardAppeal = (
  e: Episode,
  s: EpisodeSubmission,
  lines: readonly AnsweredLine[],
  today: CalendarDate,
  authorizationId: () => string,
): HeardAppeal | undefined => {
  const a = awaitedAppeal(e, s.submissionId);
  if (!a?.sentOn) return undefined;
  const said = lines.flatMap((l) => l.appeals ?? []).filter((w) => w.level >= a.level);
  const late = said.some((w) => a.said.some((x) => x.saidAt > w.saidAt));
  if (late) return undefined;
  const fresh = grantedBy(s, lines, authorizationId).filter((x) => isNew(e, x));
  const outcome = said.length > 0 ? outcomeByWord(said, lines.some(isGrant)) : outcomeByLines(e, a, lines, fresh);
  const words = content(said) === content(a.said) ? [] : said;
  if (words.length === 0 && outcome === undefined) return undefined;
  const [last] = said.length > 0 ? lastWords(said) : [];
  return {
    appealId: a.appealId,
    words,
    ...(outcome
      ? {
          answer: {
            outcome,
            // Sent and answered are days of two organizations; an answer is not older than its question.
            answeredOn: laterDay(earlierDay(last?.decidedOn ?? today, today), a.sentOn),
            ...(last ? { reference: last.number } : {}),
          },
        }
      : {}),
    authorizations: outcome ? fresh : [],
  };
};
