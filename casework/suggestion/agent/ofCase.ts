import { part2 } from '@openum/content/disclosure/load.ts';
import { extractionRules } from '@openum/content/extraction/load.ts';
import { readyClinicalText } from '@openum/content/text/load.ts';
import { fold } from '@openum/domain/case/evolve.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import type { PageText } from '@openum/domain/extraction/extracted.ts';
import { eventsWithout, type Withheld, withheldOf } from '@openum/domain/part2/withhold.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { asserted } from '@openum/domain/suggestion/asserted.ts';
import type { CheckBasis } from '@openum/domain/suggestion/check.ts';
import { type Redactor, redactor } from '@openum/domain/suggestion/redact.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import type { AiSuggestion } from '@openum/domain/suggestion/suggestion.ts';
import { unitSaid } from '@openum/domain/suggestion/unitSaid.ts';
import { type LoadedCase, loadCase } from '../../case/load.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { identifiersOf, pagesOfDocuments } from '../subject.ts';
import type { AgentWork } from './agent.ts';

/** The services of a case in words of our own, as a model is told of them. */
export const linesOf = (c: Case, { services }: Knowledge) =>
  openItems(c).map((i) => ({
    line: i.sequence,
    service: serviceOf(services, i.service)?.label ?? i.service.display ?? i.service.code,
    code: i.service.code,
    diagnoses: i.diagnoses,
    ...(i.levelOfCare ? { levelOfCare: i.levelOfCare } : {}),
  }));

/** Leaves that nobody knows and that could turn the answer, of lines that are not decided. */
export const unknownLeaves = (c: Case) => {
  const open = new Set(openItems(c).map((i) => i.sequence));
  return c.evaluations
    .filter((e) => open.has(e.itemSequence))
    .flatMap((e) =>
      e.leaves
        .filter((l) => l.truth === 'unknown' && e.wouldChange.includes(l.path))
        .map((l) => ({ ...l, itemSequence: e.itemSequence })),
    );
};

/** The case without its protected documents and what was read out of them. */
const openPartOf = ({ state, events }: LoadedCase, closed: Withheld): Case => {
  const open = fold(eventsWithout(events, closed));
  const c = open.kind === 'case' ? open : state;
  return { ...c, documents: c.documents.filter((d) => !closed.documentIds.has(d.documentId)) };
};

export type CaseMaterial = {
  readonly c: Case;
  readonly services: readonly string[];
  readonly pages: readonly PageText[];
  readonly leftOut: number;
  /** Something of the case is kept from the model. */
  readonly partly: boolean;
  readonly hidden: Redactor;
  readonly basis: (kind: AiSuggestion['kind'], pages: readonly PageText[], change?: Partial<CheckBasis>) => CheckBasis;
};

/** Form of a code of ICD-10-CM; the whole list is not held here. */
const icd10 = /^[A-TV-Z]\d[0-9AB](?:\.?[0-9A-TV-Z]{1,4})?$/;

const none: ReadonlySet<string> = new Set();

/** What is checked against when nothing of a case is at hand. */
export const bareBasis = (
  kind: AiSuggestion['kind'],
  pages: readonly PageText[],
  knowledge: Knowledge,
): CheckBasis => ({
  kind,
  pages,
  facts: knowledge.facts,
  known: [],
  criteria: [],
  itemSequences: [],
  unknownLeaves: [],
  fields: [],
  codes: none,
  isCode: (system, code) =>
    system === 'service' ? serviceOf(knowledge.services, { system: '', code }) !== undefined : icd10.test(code),
  sources: [],
  asserted: asserted(pages, knowledge.facts, readyClinicalText),
  unitSaid: unitSaid(knowledge.facts, extractionRules),
});

/** What an agent may be given of a case, or why there is nothing. Text of protected records only where the installation says so. */
export const caseMaterial = async (
  work: AgentWork,
): Promise<CaseMaterial | Extract<Failure, 'nothingToRead' | 'protectedRecord'>> => {
  const { casework, tenant, run, model } = work;
  const { knowledge } = casework;
  const loaded = await loadCase(casework.cases, tenant, run.subject.id);
  if (!loaded) return 'nothingToRead';
  const closed = model.takesPart2 ? undefined : withheldOf(loaded.state, loaded.events, part2);
  if (closed?.whole) return 'protectedRecord';
  const c = closed ? openPartOf(loaded, closed) : loaded.state;
  const { pages, leftOut } = await pagesOfDocuments(casework, tenant, loaded.caseId, c.documents);
  const itemSequences = openItems(c).map((i) => i.sequence);
  const codes = new Set(c.items.flatMap((i) => [i.service.code, ...i.diagnoses]));
  return {
    c,
    services: loaded.state.items.map((i) => i.service.code),
    pages,
    leftOut,
    partly: closed !== undefined,
    hidden: redactor(model.redaction, identifiersOf(c)),
    basis: (kind, of, change = {}) => ({
      ...bareBasis(kind, of, knowledge),
      itemSequences,
      codes,
      unknownLeaves: unknownLeaves(c).map(({ itemSequence, path }) => ({ itemSequence, leafPath: path })),
      ...change,
    }),
  };
};
