import type { Case, CaseItem } from '../case/state.ts';
import type { FactSource } from '../fact/fact.ts';
import { element, type FileElement, notApplicable } from './element.ts';

const placeOf = (s: FactSource): string => {
  switch (s.kind) {
    case 'resource':
      return `${s.resourceType}, ${s.path}`;
    case 'request':
      return `request form, ${s.field}`;
    case 'derived':
      return `worked out: ${s.rule}`;
    case 'person':
      return `entered by ${s.name}: ${s.basis}`;
    case 'document':
      return `page ${s.page}: “${s.quote}”`;
    default: {
      const never: never = s;
      return never;
    }
  }
};

/** What a line that rules approved has to show: each met point, and where the fact it rests on was read. */
export const approvalFile = (c: Case, item: CaseItem): readonly FileElement[] => {
  const first = item.earlierDeterminations[0] ?? item.determination;
  const rule = first?.outcome === 'approved' && first.by.kind === 'rule' ? first.by.rule : undefined;
  const evaluation = c.evaluations.findLast(
    (e) => e.itemSequence === item.sequence && first?.criteria.some((r) => r.setId === e.criteria.setId),
  );
  const points = evaluation?.leaves.filter((l) => l.truth !== 'unknown') ?? [];
  return [
    element('received', 'Request, when it came', true, `Line ${item.sequence}`, c.receivedAt),
    element(
      'rule',
      'Rule by which it was approved',
      rule !== undefined,
      rule ?? 'No rule approved it',
      first?.decidedAt,
    ),
    element(
      'criteria',
      'Criteria met as a whole',
      evaluation?.truth === 'met',
      evaluation
        ? `${evaluation.criteria.name}, version ${evaluation.criteria.version}`
        : 'The evaluation is not in the record',
    ),
    ...points.map((leaf): FileElement => {
      const facts = c.facts.filter((f) => leaf.factIds.includes(f.id));
      const places = facts.map((f) => placeOf(f.source)).join('; ');
      return leaf.truth === 'met' || leaf.negated
        ? element(
            `point:${leaf.path}`,
            leaf.label,
            leaf.factIds.length > 0,
            places === '' ? leaf.explanation : `${leaf.explanation} (${places})`,
          )
        : notApplicable(`point:${leaf.path}`, leaf.label, leaf.explanation);
    }),
  ];
};
