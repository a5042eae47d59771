import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { Evaluation } from '@openum/domain/criteria/evaluation.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Acting } from '../case/act.ts';
import { readCriteria } from './read.ts';

type Chosen = { readonly itemSequence: number; readonly criteriaId: string };

/** Sets that a person applied to a line besides the one that binds it. */
const chosenBefore = (c: Case): readonly Chosen[] =>
  c.suggestionAnswers.flatMap(({ suggestion, verdict }) =>
    suggestion.kind === 'criteriaSet' && verdict !== 'rejected' ? [suggestion] : [],
  );

/** A set read for a line because a person chose it, whatever it says of where it applies. */
const readChosen = (
  c: Case,
  chosen: Chosen,
  facts: readonly Fact[],
  { casework, now }: Acting,
): readonly Evaluation[] => {
  const { knowledge, environment } = casework;
  const item = openItems(c).find((i) => i.sequence === chosen.itemSequence);
  const set = knowledge.criteriaSets.find((s) => s.id === chosen.criteriaId);
  if (!item || !set) return [];
  const appliesTo = { linesOfBusiness: [c.request.coverage.lineOfBusiness], services: [item.service] };
  const only = { ...knowledge, criteriaSets: [{ ...set, appliesTo }] };
  return readCriteria(c.request, [item], facts, now, only, environment, c.documents).items.flatMap(
    (i) => i.evaluation ?? [],
  );
};

/** The criteria of every line that is not decided, read with these facts. */
export const reevaluate = (
  c: Case,
  facts: readonly Fact[],
  acting: Acting,
  alsoChosen: readonly Chosen[] = [],
): readonly Evaluation[] => {
  const { knowledge, environment } = acting.casework;
  const reading = readCriteria(c.request, openItems(c), facts, acting.now, knowledge, environment, c.documents);
  const bound = reading.items.flatMap((i) => i.evaluation ?? []);
  const chosen = [...chosenBefore(c), ...alsoChosen].flatMap((x) => readChosen(c, x, facts, acting));
  const isBound = (e: Evaluation) =>
    bound.some((b) => b.itemSequence === e.itemSequence && b.criteria.setId === e.criteria.setId);
  return [...bound, ...chosen.filter((e) => !isBound(e))];
};
