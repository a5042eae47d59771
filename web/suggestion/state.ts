import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import { type Drops, dropReasons } from '@openum/domain/suggestion/drop.ts';
import type { AiSuggestion, FieldRead } from '@openum/domain/suggestion/suggestion.ts';
import type { SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import type { Run } from './useSuggestions.ts';
import { dropWord, failureSentence, targetWord } from './words.ts';

/** One suggestion with the run that made it and its place there. */
export type Open = { readonly run: Run; readonly position: number; readonly suggestion: AiSuggestion };

const ofRun = (run: Run): readonly Open[] =>
  run.outcome?.kind === 'suggested'
    ? run.outcome.suggestions.map((suggestion, position) => ({ run, position, suggestion }))
    : [];

const isAnswered = ({ run, position }: Open): boolean => run.answers.some((a) => a.position === position);

/**
 * What nobody has answered. A later answer to the same question takes the place of an earlier one; facts add up, since none is given
 * twice.
 */
export const openOf = ({ runs }: Pick<SuggestionsOf, 'runs'>, agent: AgentId): readonly Open[] => {
  const own = runs.filter((r) => r.agent === agent);
  const last = own.find((r) => r.outcome?.kind === 'suggested');
  return own
    .filter((r) => agent === 'extraction' || r === last)
    .flatMap(ofRun)
    .filter((o) => !isAnswered(o));
};

export const answeredOf = (view: SuggestionsOf, agent: AgentId): number =>
  view.runs.filter((r) => r.agent === agent).reduce((n, r) => n + r.answers.length, 0);

/** Why an agent cannot be asked now. */
export const whyNotAsk = (view: SuggestionsOf | undefined, agent: AgentId): string | undefined => {
  if (!view) return 'Loading.';
  if (!view.model) return failureSentence.notConfigured;
  const off = view.agents.find((a) => a.agent === agent)?.off;
  if (off) return `${targetWord(off)}: switched off by your organization.`;
  return view.runs.some((r) => r.agent === agent && r.outcome === undefined) ? 'The model is thinking.' : undefined;
};

const counted = (n: number, one: string): string => `${n} ${n === 1 ? one : `${one}s`}`;

export const dropWords = (drops: Drops): string =>
  dropReasons.flatMap((r) => (drops[r] === undefined ? [] : [`${drops[r]} ${dropWord[r]}`])).join(', ');

/** What came of a run, for whoever waits for it. */
export const runSentence = ({ outcome }: Run): string => {
  if (!outcome) return 'The model is thinking. Go on working; what it finds appears here.';
  switch (outcome.kind) {
    case 'failed':
      return outcome.by
        ? `${targetWord(outcome.by)}: switched off by your organization.`
        : failureSentence[outcome.because];
    case 'abstained':
      return outcome.because ? `The model found nothing: ${outcome.because}` : 'The model found nothing.';
    case 'suggested': {
      const dropped = Object.values(outcome.drops).reduce((sum, n) => sum + n, 0);
      const parts = [
        outcome.suggestions.length === 0 ? 'Nothing of the answer could be used.' : '',
        dropped > 0 ? `Left out: ${dropWords(outcome.drops)}.` : '',
        outcome.pagesLeftOut ? `${counted(outcome.pagesLeftOut, 'page')} of the record did not fit.` : '',
      ];
      return parts.filter((p) => p !== '').join(' ');
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

/** Fields that rules read off a fax, without those that the model read the same. */
export const rulesRead = ({ outcome }: Pick<Run, 'outcome'>): readonly FieldRead[] => {
  const byModel = outcome?.kind === 'suggested' ? outcome.suggestions : [];
  return (outcome?.fromRules ?? []).filter(
    (r) => !byModel.some((s) => s.kind === 'intakeField' && s.field === r.field && s.value === r.value),
  );
};
