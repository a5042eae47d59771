import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { date } from '../app/format.ts';
import { stateWord } from '../app/usStates.ts';
import { channelWord, lineOfBusinessWord } from '../app/words.ts';
import type { CasesSearch, ClocksSearch, DashboardSearch, LinesSearch, TalksSearch } from './search.ts';
import { jurisdictionWord, talkOutcomeWord } from './words.ts';

const wordsOf = (words: Readonly<Record<string, string>>, list: string | undefined): string | undefined =>
  list
    ?.split(',')
    .map((w) => words[w] ?? w)
    .join(', ');

const days = (what: string, from: string | undefined, through: string | undefined): string | undefined => {
  const on = (day: string) => date(day as CalendarDate);
  if (from !== undefined && through !== undefined) return `${what} ${on(from)} through ${on(through)}`;
  if (from !== undefined) return `${what} from ${on(from)}`;
  return through === undefined ? undefined : `${what} through ${on(through)}`;
};

const kind = (s: DashboardSearch): readonly (string | undefined)[] => [
  wordsOf(lineOfBusinessWord as Record<LineOfBusiness, string>, s.lineOfBusiness),
  s.state && (stateWord[s.state] ?? s.state),
  s.reviewType,
];

const said = (parts: readonly (string | undefined)[]): string =>
  parts.filter((p) => p !== undefined && p !== '').join(' · ');

/** What a list of clocks holds, from its address. */
export const clocksSentence = (s: ClocksSearch): string =>
  said([
    s.outcome?.split(',').join(' or '),
    s.decided === 'true' ? 'decided, letter not sent' : undefined,
    s.jurisdiction && jurisdictionWord(s.jurisdiction),
    s.ruleId,
    s.urgency,
    ...kind(s),
    days('started', s.from, s.through),
  ]);

export const outcomeWord: Readonly<Record<string, string>> = {
  approved: 'approved',
  partiallyApproved: 'partially approved',
  modified: 'modified',
  denied: 'denied',
  notRequired: 'no authorization required',
};

export const appealWord: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  overturned: 'overturned',
  partiallyOverturned: 'partially overturned',
};

const decided = (s: LinesSearch): string | undefined =>
  s.outcome || s.decidedFrom || s.decidedThrough
    ? days(
        `first ${
          s.outcome
            ? s.outcome
                .split(',')
                .map((o) => outcomeWord[o] ?? o)
                .join(' or ')
            : 'decided'
        }${s.byRule === 'true' ? ' by rule' : ''}`,
        s.decidedFrom,
        s.decidedThrough,
      )
    : undefined;

/** What a list of cases holds, from its address. `nameOf` names a person. */
export const casesSentence = (s: CasesSearch, nameOf: (userId: string) => string | undefined): string =>
  said([
    s.open === 'true' ? 'open' : s.open === 'false' ? 'closed' : undefined,
    s.due === 'overdue' ? 'overdue' : s.due === 'today' ? 'due today' : undefined,
    s.assignee === undefined
      ? undefined
      : s.assignee === 'none'
        ? 'nobody has them'
        : (nameOf(s.assignee) ?? 'one person'),
    s.channel && (channelWord as Readonly<Record<string, string>>)[s.channel],
    ...kind(s),
    days('received', s.from, s.through),
  ]);

/** What a list of lines holds, from its address. */
export const linesSentence = (s: LinesSearch): string =>
  said([
    decided(s),
    s.dial && `approved by itself, or exempt, under change ${s.dial} of automatic approval`,
    s.appealOutcome && days(`appeal ${wordsOf(appealWord, s.appealOutcome)}`, s.appealFrom, s.appealThrough),
    ...kind(s),
  ]);

/** What a list of talks holds, from its address. */
export const talksSentence = (s: TalksSearch): string =>
  said([
    days(`peer-to-peer ${s.talk ?? ''}`, s.talkFrom, s.talkThrough),
    s.talkOutcome && (talkOutcomeWord as Readonly<Record<string, string>>)[s.talkOutcome]?.toLowerCase(),
    ...kind(s),
  ]);
