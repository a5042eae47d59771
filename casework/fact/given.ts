import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import {
  type CalendarDate,
  type Instant,
  instant,
  isCalendarDateText,
  isInstantText,
} from '@openum/domain/time/instant.ts';
import type { Act, Acting, GivenFact } from '../case/act.ts';
import type { LoadedCase } from '../case/load.ts';
import { reevaluate } from '../criteria/reevaluate.ts';
import { sourceOf } from '../document/quote.ts';

const measuredAt = (text: string): Instant | CalendarDate =>
  isCalendarDateText(text) ? (text as CalendarDate) : instant(text);

/** Facts as somebody writes them down, each with a number, its source, and checked against the catalogue. */
export const factsOf = async (
  given: readonly GivenFact[],
  acting: Acting,
  { caseId, state }: LoadedCase,
): Promise<readonly Fact[] | Refusal> => {
  const { environment, knowledge } = acting.casework;
  const undated = given.find((g) => g.at && !isCalendarDateText(g.at) && !isInstantText(g.at));
  if (undated) return refuse('fieldInvalid', { field: `fact ${undated.key}`, problem: 'at must be a day or a moment' });
  const scope = { tenantId: acting.tenant.tenantId };
  const facts: Fact[] = [];
  for (const g of given) {
    const source = await sourceOf(acting.casework, scope, caseId, state, g, acting.actor);
    if (isRefusal(source)) return source;
    const fact: Fact = {
      id: environment.newId(),
      key: g.key,
      value: g.value,
      ...(g.at ? { at: measuredAt(g.at) } : {}),
      ...(g.qualifiers ? { qualifiers: g.qualifiers } : {}),
      source,
    };
    const problem = factProblem(fact, knowledge.facts);
    if (problem) return refuse('fieldInvalid', { field: `fact ${fact.key}`, problem });
    facts.push(fact);
  }
  return facts;
};

/** The facts with the criteria read again over all that is known then. */
export const recordFactsOf = async (act: Extract<Act, { type: 'RecordFacts' }>, acting: Acting, loaded: LoadedCase) => {
  const facts = await factsOf(act.facts, acting, loaded);
  if (isRefusal(facts)) return facts;
  const replaced = new Set(act.replaces ?? []);
  const known = [...loaded.state.facts.filter((f) => !replaced.has(f.id)), ...facts];
  return {
    type: 'RecordFacts',
    facts,
    ...(act.replaces ? { replaces: act.replaces } : {}),
    evaluations: reevaluate(loaded.state, known, acting),
  } as const;
};
