import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { date } from '../app/format.ts';
import { stateWord } from '../app/usStates.ts';
import { channelWord, lineOfBusinessWord } from '../app/words.ts';
import type { CasesSearch, ClocksSearch, DashboardSearch } from './search.ts';
import { jurisdictionWord } from './words.ts';

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

const outcomeWord: Readonly<Record<string, string>> = {
  approved: 'approved',
  partiallyApproved: 'partially approved',
  modified: 'modified',
  denied: 'denied',
  notRequired: 'no authorization required',
};

const appealWord: Readonly<Record<string, string>> = {
  upheld: 'upheld',
  overturned: 'overturned',
  partiallyOverturned: 'partially overturned',
};

const decided = (s: CasesSearch): string | undefined =>
  s.outcome || s.decidedFrom || s.decidedThrough
    ? days(
        `a line first ${
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
    decided(s),
    s.appealOutcome &&
      days(
        `appeal ${s.appealOutcome
          .split(',')
          .map((o) => appealWord[o] ?? o)
          .join(' or ')}`,
        s.appealFrom,
        s.appealThrough,
      ),
    s.talk && days(`peer-to-peer ${s.talk}`, s.talkFrom, s.talkThrough),
    ...kind(s),
    days('received', s.from, s.through),
  ]);
