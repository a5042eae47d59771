import { part2 } from '@openum/content/disclosure/load.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import {
  agreementOfHolders,
  isDisagreed,
  type LeafOpinions,
  leafOpinions,
  type PairOfHolders,
  readingsOfPeople,
} from '@openum/domain/suggestion/opinion.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { readCriteria } from '../criteria/read.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { withheldFrom } from '../part2/access.ts';
import type { Tenant } from '../port/identity.ts';
import type { QuestionFilter } from '../port/suggestions.ts';

export type DisagreementRow = LeafOpinions & {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly service: string;
  readonly decidedAt: Instant;
};

export type Disagreement = {
  /** Cases whose documents the model read in these days. */
  readonly cases: number;
  /** More cases were read than are looked at here. */
  readonly more: boolean;
  /** Cases of which this reader may not see everything. */
  readonly closed: number;
  /** Points that all three have an answer to. */
  readonly points: number;
  readonly pairs: readonly PairOfHolders[];
  /** The points on which they are not of one mind. */
  readonly rows: readonly DisagreementRow[];
};

/** So many cases are read anew at one look. */
const mostCases = 200;
const pageOfQuestions = 100;

const casesRead = async ({ suggestions }: Casework, tenant: Tenant, filter: QuestionFilter) => {
  const ids = new Set<string>();
  let after: string | undefined;
  do {
    const asked = { ...filter, agent: 'extraction', state: 'suggested' } as const;
    const page = await suggestions.questions(tenant, asked, after, pageOfQuestions);
    for (const { subject } of page.rows) if (subject.kind === 'case') ids.add(subject.id);
    after = page.next;
  } while (after !== undefined && ids.size <= mostCases);
  return [...ids];
};

const ofModel = 'model:';

/** Everything that the model suggested as a fact, whatever people made of it. */
const factsOfModel = async ({ suggestions }: Casework, tenant: Tenant, caseId: string): Promise<readonly Fact[]> =>
  (await suggestions.ofSubject(tenant, { kind: 'case', id: caseId })).flatMap((run) =>
    run.outcome?.kind === 'suggested'
      ? run.outcome.suggestions.flatMap((s, position): readonly Fact[] => {
          if (s.kind !== 'factFromText') return [];
          const { documentId, page, quote, span } = s.citation;
          const source = { kind: 'document', documentId, page, quote, start: span.from, end: span.to } as const;
          return [{ id: `${ofModel}${run.runId}:${position}`, ...s.fact, source: { ...source, extractor: 'model' } }];
        })
      : [],
  );

const opinionsOn = async (casework: Casework, tenant: Tenant, { caseId, state, events }: LoadedCase) => {
  const people = readingsOfPeople(events);
  if (people.physician.length === 0 || people.nurse.length === 0) return [];
  const stated = state.facts.filter((f) => f.source.kind === 'resource' || f.source.kind === 'request');
  const found = await factsOfModel(casework, tenant, caseId);
  const { request, items, documents } = state;
  const { knowledge, environment } = casework;
  const at =
    people.physician
      .map((e) => e.evaluatedAt)
      .toSorted()
      .at(-1) ?? state.lastEventAt;
  const reading = readCriteria(request, items, [...stated, ...found], at, knowledge, environment, documents);
  const byModel = reading.items.flatMap((i) => i.evaluation ?? []);
  return leafOpinions(byModel, (id) => id.startsWith(ofModel), people);
};

/** Where the model, the nurse and the physician had a point of the criteria otherwise. Each case is written into the log of reads. */
export const readDisagreement = async (
  given: Casework,
  { tenant, actor }: { readonly tenant: Tenant; readonly actor: PersonActor },
  filter: QuestionFilter,
): Promise<Disagreement> => {
  const casework = await withOwnCriteria(given, tenant);
  const { cases, readLog, environment } = casework;
  const ids = await casesRead(casework, tenant, filter);
  const all: DisagreementRow[] = [];
  let closed = 0;
  for (const caseId of ids.slice(0, mostCases)) {
    const loaded = await loadCase(cases, tenant, caseId);
    if (!loaded) continue;
    if (part2Problem(actor, part2) && withheldFrom(loaded, actor)) {
      closed += 1;
      continue;
    }
    const { state } = loaded;
    for (const o of await opinionsOn(casework, tenant, loaded)) {
      const item = state.items.find((i) => i.sequence === o.itemSequence);
      const decidedAt = item?.determination?.decidedAt ?? state.lastEventAt;
      all.push({ ...o, caseId, caseNumber: state.caseNumber, service: item?.service.code ?? '', decidedAt });
    }
  }
  const rows = all.filter(isDisagreed);
  const at = environment.now();
  for (const caseId of new Set(rows.map((r) => r.caseId)))
    await readLog.record(tenant, {
      ...{ readId: environment.newId(), userId: actor.userId, caseId, purpose: 'audit', what: 'report', at },
    });
  return {
    ...{ cases: Math.min(ids.length, mostCases), more: ids.length > mostCases, closed },
    ...{ points: all.length, pairs: agreementOfHolders(all), rows },
  };
};
