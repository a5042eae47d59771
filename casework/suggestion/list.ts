import { part2 } from '@openum/content/disclosure/load.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import { suggestionWithout, type Withheld } from '@openum/domain/part2/withhold.ts';
import type { Drops } from '@openum/domain/suggestion/drop.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { withheldFrom } from '../part2/access.ts';
import type { Tenant } from '../port/identity.ts';
import type { ReadEntry } from '../port/readLog.ts';
import type {
  ListedQuestion,
  ListedSuggestion,
  QuestionListFilter,
  QuestionState,
  ShownListFilter,
  SuggestionPage,
} from '../port/suggestions.ts';

/** A question as a list shows it: without the words that were given to the model, and without those that it gave. */
export type QuestionRow = Pick<
  ListedQuestion,
  | 'runId'
  | 'agent'
  | 'agentVersion'
  | 'model'
  | 'subject'
  | 'caseNumber'
  | 'services'
  | 'askedAt'
  | 'askedBy'
  | 'finishedAt'
  | 'calls'
  | 'inputTokens'
  | 'outputTokens'
> & {
  readonly state: QuestionState;
  readonly because?: Failure;
  readonly shown: number;
  readonly drops: Drops;
  readonly denialId?: string;
};

const asRow = ({ input, outcome, ...q }: ListedQuestion): QuestionRow => {
  const { runId, agent, agentVersion, subject, services, askedAt, calls, inputTokens, outputTokens } = q;
  return {
    ...{ runId, agent, agentVersion, subject, services, askedAt, calls, inputTokens, outputTokens },
    ...(q.model ? { model: q.model } : {}),
    ...(q.caseNumber ? { caseNumber: q.caseNumber } : {}),
    ...(q.askedBy ? { askedBy: q.askedBy } : {}),
    ...(q.finishedAt ? { finishedAt: q.finishedAt } : {}),
    ...(input.denialId ? { denialId: input.denialId } : {}),
    state: outcome?.kind ?? 'open',
    ...(outcome?.kind === 'failed' ? { because: outcome.because } : {}),
    shown: outcome?.kind === 'suggested' ? outcome.suggestions.length : 0,
    drops: outcome?.kind === 'suggested' ? outcome.drops : {},
  };
};

type Page = { readonly after: string | undefined; readonly limit: number };
type Reader = { readonly tenant: Tenant; readonly actor: PersonActor };

type Read = Pick<ReadEntry, 'what' | 'caseId' | 'resourceId'>;

const logged = async ({ readLog, environment }: Casework, { tenant, actor }: Reader, reads: readonly Read[]) => {
  const at = environment.now();
  for (const read of reads) {
    const readId = environment.newId();
    await readLog.record(tenant, { readId, userId: actor.userId, purpose: 'audit', at, ...read });
  }
};

/** The questions behind a figure of the model. */
export const listQuestions = async (
  casework: Casework,
  reader: Reader,
  filter: QuestionListFilter,
  { after, limit }: Page,
): Promise<SuggestionPage<QuestionRow>> => {
  const page = await casework.suggestions.questions(reader.tenant, filter, after, limit);
  await logged(casework, reader, [{ what: 'report' }]);
  return { ...page, rows: page.rows.map(asRow) };
};

const readOf = ({ subject: { kind, id } }: ListedSuggestion): Read => {
  switch (kind) {
    case 'case':
      return { what: 'report', caseId: id };
    case 'message':
      return { what: 'message', resourceId: id };
    case 'episode':
      return { what: 'episode', resourceId: id };
    default: {
      const never: never = kind;
      return never;
    }
  }
};

const withoutProtected = (row: ListedSuggestion, held: Withheld | undefined): ListedSuggestion => {
  const suggestion = held ? suggestionWithout(row.suggestion, held) : row.suggestion;
  if (suggestion === row.suggestion || !row.answer) return { ...row, suggestion };
  const { changedTo: _, ...answer } = row.answer;
  return { ...row, suggestion, answer };
};

/** What of each case on a page this reader does not get to see. */
const heldOf = async (
  { cases }: Casework,
  { tenant, actor }: Reader,
  rows: readonly ListedSuggestion[],
): Promise<ReadonlyMap<string, Withheld>> => {
  const held = new Map<string, Withheld>();
  if (!part2Problem(actor, part2)) return held;
  for (const id of new Set(rows.flatMap(({ subject }) => (subject.kind === 'case' ? [subject.id] : [])))) {
    const loaded = await loadCase(cases, tenant, id);
    const found = loaded && withheldFrom(loaded, actor);
    if (found) held.set(id, found);
  }
  return held;
};

export type ShownPage = SuggestionPage<ListedSuggestion> & {
  /** Names of the facts and the sets of criteria that are on the page. */
  readonly labels: Readonly<Record<string, string>>;
};

const labelOf = (
  { suggestion: s }: ListedSuggestion,
  { facts, criteriaSets }: Knowledge,
): readonly (readonly [string, string])[] => {
  if (s.kind === 'factFromText') return [[s.fact.key, facts.byKey.get(s.fact.key)?.label ?? s.fact.key]];
  if (s.kind !== 'criteriaSet') return [];
  return [[s.criteriaId, criteriaSets.find((c) => c.id === s.criteriaId)?.name ?? s.criteriaId]];
};

/** The suggestions behind a figure of the model, as this reader may see them; each subject is written into the log of reads. */
export const listShown = async (
  given: Casework,
  reader: Reader,
  filter: ShownListFilter,
  { after, limit }: Page,
): Promise<ShownPage> => {
  const casework = await withOwnCriteria(given, reader.tenant);
  const page = await casework.suggestions.shown(reader.tenant, filter, after, limit);
  const held = await heldOf(casework, reader, page.rows);
  const reads = new Map(page.rows.map((r) => [`${r.subject.kind} ${r.subject.id}`, readOf(r)]));
  await logged(casework, reader, [...reads.values()]);
  const rows = page.rows.map((r) => withoutProtected(r, held.get(r.subject.id)));
  return { ...page, rows, labels: Object.fromEntries(rows.flatMap((r) => labelOf(r, casework.knowledge))) };
};
