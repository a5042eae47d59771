import type { RecordedEvent } from '../case/event.ts';
import type { Member } from '../case/request.ts';
import type { Case, CaseItem } from '../case/state.ts';
import type { Evaluation } from '../criteria/evaluation.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import type { Fact } from '../fact/fact.ts';
import { hiddenValue } from '../part2/withhold.ts';
import { ageInYears, dateInZone } from '../time/instant.ts';
import type { BlindedCase, RatedFact, RatingCase, Recommendation } from './ratingSet.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The same words without the member's names and numbers, whatever their case. */
export const withoutMember = (text: string, { family, given, memberNumber }: Member): string =>
  [...family.split(/\s+/), ...given.split(/\s+/), memberNumber]
    .filter((word) => word.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, word) => left.replace(new RegExp(`(?<![\\p{L}\\d])${escaped(word)}(?![\\p{L}\\d])`, 'giu'), '[member]'),
      text,
    );

const ratedFact = (fact: Fact, member: Member): RatedFact => {
  const { key, value, at, qualifiers, source } = fact;
  return {
    key,
    value: value.kind === 'text' ? { kind: 'text', value: withoutMember(value.value, member) } : value,
    ...(at === undefined ? {} : { at }),
    ...(qualifiers === undefined ? {} : { qualifiers }),
    ...(source.kind === 'document' ? { quote: withoutMember(source.quote, member) } : {}),
  };
};

/** The same thing said by the request and worked out from it stands once. */
const once = (facts: readonly RatedFact[]): readonly RatedFact[] => [
  ...new Map(facts.map((f) => [JSON.stringify([f.key, f.value, f.at, f.qualifiers, f.quote]), f])).values(),
];

/** The same line for somebody who may not open the records of its case. */
export const withoutProtected = (line: BlindedCase): BlindedCase => ({
  ...line,
  facts: line.facts.map(({ key }) => ({ key, value: hiddenValue })),
});

const recommendationOf = (d: Determination): Recommendation | undefined => {
  if (!isAdverse(d)) return d.outcome === 'approved' ? 'approve' : undefined;
  return d.reasonClass === 'medicalNecessity' ? 'notAsRequested' : undefined;
};

const blinded = (c: Case, item: CaseItem, evaluation: Evaluation, on: string): BlindedCase => {
  const { member, setting } = c.request;
  return {
    criteria: evaluation.criteria,
    service: item.service,
    ...(item.quantity ? { quantity: item.quantity } : {}),
    ...(item.period ? { period: item.period } : {}),
    diagnoses: c.request.diagnoses.map((d) => d.code),
    setting,
    urgency: c.urgency,
    age: ageInYears(member.birthDate, dateInZone(c.receivedAt, c.request.zone)),
    sex: member.sex,
    facts: once(c.facts.filter((f) => f.at === undefined || f.at <= on).map((f) => ratedFact(f, member))),
    leaves: evaluation.leaves.map(({ path, label, negated }) => ({ path, label, ...(negated ? { negated } : {}) })),
  };
};

/**
 * One decided line made ready to be rated again, or undefined when it has no first decision or its criteria were never read.
 * `state` is the case as it stood when that decision was made, so that nothing of what came after is shown.
 */
export const ratingCase = (
  state: Case,
  itemSequence: number,
  events: readonly RecordedEvent[],
): Omit<RatingCase, 'position' | 'caseId'> | undefined => {
  const item = state.items.find((i) => i.sequence === itemSequence);
  const evaluation = state.evaluations.findLast((e) => e.itemSequence === itemSequence);
  const first = item && (item.earlierDeterminations[0] ?? item.determination);
  if (!item || !evaluation || !first) return undefined;
  const recommendation = recommendationOf(first);
  const involved = new Set(events.flatMap((e) => (e.actor.kind === 'person' ? [e.actor.userId] : [])));
  return {
    itemSequence,
    blinded: blinded(state, item, evaluation, first.decidedAt),
    recorded: {
      leaves: Object.fromEntries(evaluation.leaves.map((l) => [l.path, l.truth])),
      ...(recommendation ? { recommendation } : {}),
      involved: [...involved],
    },
  };
};
