import { invalid, isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { SuggestionCommand } from '@openum/domain/suggestion/command.ts';
import type { SuggestionAnswer } from '@openum/domain/suggestion/event.ts';
import type { SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { AiSuggestion } from '@openum/domain/suggestion/suggestion.ts';
import { type CalendarDate, instant, isCalendarDateText, isInstantText } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { said } from '../case/given.ts';
import type { LoadedCase } from '../case/load.ts';
import { reevaluate } from '../criteria/reevaluate.ts';
import type { SuggestionAct } from './act.ts';
import { exchangeHashes } from './exchange.ts';

type FactSuggestion = Extract<AiSuggestion, { kind: 'factFromText' }>;

const factWords = ({ value, at }: Pick<Fact, 'value' | 'at'>): string => {
  const words = value.kind === 'quantity' ? `${value.value} ${value.unit}` : String(value.value);
  return at ? `${words}, ${at}` : words;
};

const changedFact = (
  s: FactSuggestion,
  change: NonNullable<SuggestionAct['fact']>,
): FactSuggestion['fact'] | Refusal => {
  const { at: _, ...rest } = s.fact;
  const { value, at } = change;
  if (!at) return { ...rest, value };
  if (isCalendarDateText(at)) return { ...rest, value, at: at as CalendarDate };
  return isInstantText(at) ? { ...rest, value, at: instant(at) } : invalid('at', 'it must be a day or a moment');
};

/** The fact that a person takes: its words are looked for on the page once more, as for a place that a person marks. */
const takenFact = async (
  s: FactSuggestion,
  fact: FactSuggestion['fact'],
  run: SuggestionRun,
  { casework, tenant, actor }: Acting,
  { caseId, state }: LoadedCase,
): Promise<Fact | Refusal> => {
  const { documentId, page, quote, span } = s.citation;
  const problem = factProblem(fact, casework.knowledge.facts);
  if (problem) return invalid(`fact ${fact.key}`, problem);
  const kept = await casework.documentPages.page(tenant, caseId, documentId, page);
  const isThere =
    state.documents.some((d) => d.documentId === documentId) && kept?.text.slice(span.from, span.to) === quote;
  if (!isThere) return refuse('suggestionGone');
  return {
    id: casework.environment.newId(),
    ...fact,
    source: {
      kind: 'document',
      ...{ documentId, page, quote, start: span.from, end: span.to },
      extractor: `${run.model ?? 'model'}, ${run.agent} ${run.agentVersion}`,
      by: { userId: actor.userId, name: actor.name, basis: 'Took a suggestion of the model after reading its quote' },
    },
  };
};

/** What was suggested at that place, when it was and this case is what it was about. */
export const suggestionAt = (
  run: SuggestionRun | undefined,
  subjectId: string,
  position: number,
): AiSuggestion | undefined =>
  run?.subject.id === subjectId && run.outcome?.kind === 'suggested' ? run.outcome.suggestions[position] : undefined;

export const suggestionCommandOf = async (
  act: SuggestionAct,
  acting: Acting,
  loaded: LoadedCase,
): Promise<SuggestionCommand | Refusal> => {
  const { caseId, state } = loaded;
  const run = await acting.casework.suggestions.run(acting.tenant, act.runId);
  const suggestion = suggestionAt(run, caseId, act.position);
  if (!run || !suggestion) return refuse('suggestionUnknown');
  const { type, runId, position, verdict } = act;
  const { agent, agentVersion, model = 'unknown' } = run;
  const exchanges = await exchangeHashes(acting.casework, acting.tenant, runId);
  const answer = { runId, position, agent, agentVersion, model, suggestion, exchanges, verdict };
  const words = said({ reason: act.reason, changedTo: act.changedTo });
  const plain: SuggestionAnswer = { ...answer, ...words };
  if (verdict === 'rejected') return { type, answer: plain, evaluations: [] };
  if (suggestion.kind === 'criteriaSet')
    return { type, answer: plain, evaluations: reevaluate(state, state.facts, acting, [suggestion]) };
  if (suggestion.kind !== 'factFromText') return { type, answer: plain, evaluations: [] };
  const edited = verdict === 'edited' && act.fact ? changedFact(suggestion, act.fact) : suggestion.fact;
  if (isRefusal(edited)) return edited;
  const fact = await takenFact(suggestion, edited, run, acting, loaded);
  if (isRefusal(fact)) return fact;
  return {
    type,
    answer: { ...plain, ...(verdict === 'edited' ? { changedTo: factWords(edited) } : {}) },
    fact,
    evaluations: reevaluate(state, [...state.facts, fact], acting),
  };
};
