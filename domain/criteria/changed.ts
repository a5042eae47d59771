import type { RecordedEvent } from '../case/event.ts';
import type { Truth } from '../logic/truth.ts';
import type { Instant } from '../time/instant.ts';
import type { Evaluation } from './evaluation.ts';

type Logged = RecordedEvent & { readonly sequence: number };
type Read = Pick<Evaluation, 'itemSequence' | 'criteria' | 'tree'>;

/** A point of the criteria of an item, the same however often it is read. */
export const pointOf = ({ itemSequence, criteria, tree }: Read, path: string): string =>
  `${itemSequence} ${criteria.setId} ${tree}|${path}`;

/** What a case has got since a place in its log. */
export type Changes = {
  readonly documents: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** Points whose answer is another one, with the answer that they had; a point that was not there before is not among them. */
  readonly leaves: ReadonlyMap<string, Truth>;
};

/** A point of the log from which changes are counted. */
export type Since = { readonly sequence: number; readonly at: Instant };

/** Events of one act are written down in the same moment. */
const sameAct = (a: Logged, b: Logged): boolean => a.recordedAt === b.recordedAt;

const begin = (log: readonly Logged[]): Since | undefined => {
  const [first] = log;
  const last = first && log.findLast((e) => sameAct(e, first));
  return last && { sequence: last.sequence, at: last.recordedAt };
};

const bringsRecords = (e: Logged): boolean => e.type === 'DocumentAttached' || e.type === 'InformationReceived';

/** Just before records came for the last time; undefined when none came after the request itself. */
const beforeRecords = (log: readonly Logged[]): Since | undefined => {
  const [first] = log;
  const came = log.findLast((e) => bringsRecords(e) && first !== undefined && !sameAct(e, first));
  const opening = came && log.find((e) => sameAct(e, came));
  return opening && { sequence: opening.sequence - 1, at: opening.recordedAt };
};

const myAct = (log: readonly Logged[], userId: string): Since | undefined => {
  const mine = log.findLast((e) => e.actor.kind === 'person' && e.actor.userId === userId);
  return mine && { sequence: mine.sequence, at: mine.recordedAt };
};

/** From where a person may want to see what has changed; a place that the log does not have is absent. */
export const placesToCountFrom = (log: readonly Logged[], userId: string) => ({
  request: begin(log),
  records: beforeRecords(log),
  mine: myAct(log, userId),
});

const answers = (log: readonly Logged[]): ReadonlyMap<string, Truth> =>
  new Map(
    log.flatMap((e) =>
      e.type === 'CriteriaEvaluated'
        ? e.data.evaluations.flatMap((v) => v.leaves.map((l) => [pointOf(v, l.path), l.truth] as const))
        : [],
    ),
  );

/** Documents and facts that came after a place in the log, and points whose answer has changed since. */
export const changesAfter = (log: readonly Logged[], sequence: number): Changes => {
  const after = log.filter((e) => e.sequence > sequence);
  const before = answers(log.filter((e) => e.sequence <= sequence));
  const now = answers(after);
  return {
    documents: new Set(after.flatMap((e) => (e.type === 'DocumentAttached' ? [e.data.documentId] : []))),
    facts: new Set(after.flatMap((e) => (e.type === 'FactsRecorded' ? e.data.facts.map((f) => f.id) : []))),
    leaves: new Map([...before].filter(([point, truth]) => (now.get(point) ?? truth) !== truth)),
  };
};
