import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { DropReason } from '@openum/domain/suggestion/drop.ts';
import type { Failure, Verdict } from '@openum/domain/suggestion/run.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { date } from '../app/format.ts';
import { agentWord, dropWord, failureSentence, verdictWord } from '../suggestion/words.ts';
import type { ModelSearch, QuestionsSearch, ShownSearch } from './search.ts';

const said = (parts: readonly (string | undefined)[]): string => parts.filter((p) => p !== undefined).join(' · ');

const days = ({ from, through }: ModelSearch): string => {
  const on = (day: string) => date(day as CalendarDate);
  if (from && through) return `asked ${on(from)} through ${on(through)}`;
  if (from) return `asked from ${on(from)}`;
  return through ? `asked through ${on(through)}` : 'asked in the last 30 days';
};

const figure = (
  s: ModelSearch & { readonly version?: string; readonly model?: string },
): readonly (string | undefined)[] => [
  s.agent && agentWord[s.agent as AgentId],
  s.model && (s.model === 'none' ? 'without a model' : s.model),
  s.version && `instructions ${s.version}`,
  s.service && `service ${s.service}`,
  days(s),
];

export const stateWord: Readonly<Record<string, string>> = {
  open: 'not answered yet',
  abstained: 'found nothing',
  failed: 'no answer',
  suggested: 'suggested',
};

const several = (words: Readonly<Record<string, string>>, list: string): string =>
  list
    .split(',')
    .map((w) => words[w] ?? w)
    .join(' or ');

/** What a list of questions holds, from its address. */
export const questionsSentence = (s: QuestionsSearch): string =>
  said([
    s.state && stateWord[s.state],
    s.because && failureSentence[s.because as Failure].replace(/\.$/, ''),
    s.left && `left out: ${several(dropWord satisfies Record<DropReason, string>, s.left)}`,
    ...figure(s),
  ]);

const answered: Record<Verdict | 'none', string> = { ...verdictWord, none: 'not answered' };

/** What a list of suggestions holds, from its address. */
export const shownSentence = (s: ShownSearch): string =>
  said([s.verdict && several(answered, s.verdict), s.quoting && 'with a quote', ...figure(s)]);

export const disagreementSentence = (s: ModelSearch): string => said(figure(s));
