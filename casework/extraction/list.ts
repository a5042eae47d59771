import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { sameReading } from '@openum/domain/extraction/answer.ts';
import { contradicts, questionOf, sameValue } from '@openum/domain/extraction/contradict.ts';
import type { ExtractedFact } from '@openum/domain/extraction/extracted.ts';
import { extractedWithout } from '@openum/domain/part2/withhold.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { withheldFrom } from '../part2/access.ts';
import type { ExtractedPage } from '../port/extractedPages.ts';
import type { Scope } from '../port/scope.ts';
import { extractFacts } from './extract.ts';

/** A fact that was read from a page, waiting for a person. */
export type OfferedFact = {
  readonly fact: ExtractedFact;
  /** Place among the facts of its page and version. */
  readonly position: number;
  /** A point of the criteria of this case asks for it. */
  readonly asked: boolean;
  /** Another page, or the record, says otherwise of the same thing on the same day. */
  readonly conflict: boolean;
  /** The record says the same already. */
  readonly known: boolean;
};

/** Of several versions of a reader the newest speaks. */
const newest = (pages: readonly ExtractedPage[]): readonly ExtractedPage[] => [
  ...new Map(pages.map((p) => [JSON.stringify([p.documentId, p.page, p.extractor]), p])).values(),
];

const askedBy = (c: Case): ReadonlySet<string> =>
  new Set(c.evaluations.flatMap((e) => e.leaves.flatMap((l) => (l.reads ? [l.reads.fact] : []))));

/** What pages of a case offer, unanswered. */
const offeredFacts = (c: Case, pages: readonly ExtractedPage[]): readonly OfferedFact[] => {
  const asked = askedBy(c);
  const there = new Set(c.documents.map((d) => d.documentId));
  const open = newest(pages)
    .filter((p) => there.has(p.documentId))
    .flatMap((p) => p.facts.map((fact, position) => ({ fact, position })))
    .filter(({ fact }) => !c.extractedAnswers.some((a) => sameReading(a.extracted, fact)));
  // Looked up and not compared one by one: a chart of hundreds of pages offers thousands of facts.
  const said = Map.groupBy([...open.map((o) => o.fact), ...c.facts], questionOf);
  const onRecord = Map.groupBy(c.facts, questionOf);
  return open
    .map(({ fact, position }) => ({
      fact,
      position,
      asked: asked.has(fact.key),
      conflict: (said.get(questionOf(fact)) ?? []).some((other) => contradicts(fact, other)),
      known: (onRecord.get(questionOf(fact)) ?? []).some((f) => sameValue(f.value, fact.value)),
    }))
    .sort(
      (a, b) => Number(b.asked) - Number(a.asked) || (a.fact.key < b.fact.key ? -1 : a.fact.key > b.fact.key ? 1 : 0),
    );
};

/** Pages that were read before these rules came are caught up with when somebody looks; the rest when they look again. */
const catchUpMilliseconds = 500;

export type OfferedFacts = { readonly facts: readonly OfferedFact[]; readonly pages: number };

/** The facts read from the documents of a case that nobody has answered. Logged as a read: they quote the documents. */
export const extractedFacts = async (
  casework: Casework,
  scope: Scope,
  caseId: string,
  reader: PersonActor,
): Promise<OfferedFacts | undefined> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return undefined;
  await extractFacts(casework, scope, caseId, catchUpMilliseconds);
  const pages = await casework.extractedPages.ofCase(scope, caseId);
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    caseId,
    userId: reader.userId,
    purpose: 'utilizationReview',
    what: 'case',
    at: casework.environment.now(),
  });
  const held = withheldFrom(loaded, reader);
  const offered = offeredFacts(loaded.state, pages);
  const facts = held ? offered.map((o) => ({ ...o, fact: extractedWithout(o.fact, held) })) : offered;
  return { facts, pages: newest(pages).length };
};
