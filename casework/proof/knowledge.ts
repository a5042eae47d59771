import type { RecordedEvent } from '@openum/domain/case/event.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ProofClock } from './clocks.ts';
import { calendarsFolder, criteriaFolder, rulesFolder } from './proof.ts';

export type KnowledgeUsed = {
  /** Path in the pack, and the content. */
  readonly files: readonly { readonly path: string; readonly content: unknown }[];
  readonly missing: readonly { readonly path: string; readonly problem: string }[];
};

const unique = <T>(values: readonly T[], key: (value: T) => string): readonly T[] => [
  ...new Map(values.map((v) => [key(v), v])).values(),
];

/** The turnaround rules, calendars and criteria sets that this case was worked by, in the versions that were used. */
export const knowledgeUsed = (
  events: readonly RecordedEvent[],
  clocks: readonly ProofClock[],
  knowledge: Knowledge,
): KnowledgeUsed => {
  const counted = clocks.map((k) => k.receipt);
  const rules = unique(counted, (k) => `${k.ruleId} ${k.ruleVersion}`).map((k) =>
    knowledge.turnaroundRule(k.ruleId, k.ruleVersion),
  );
  const calendars = unique(rules, (r) => r.calendar).map((r) => knowledge.calendars(r.calendar));
  const read = events.flatMap((e) => (e.type === 'CriteriaEvaluated' ? e.data.evaluations.map((v) => v.criteria) : []));
  const criteria = unique(read, (c) => `${c.setId} ${c.version}`).map((reference) => ({
    path: `${criteriaFolder}${reference.setId}@${reference.version}.json`,
    set: knowledge.criteriaSets.find((s) => s.id === reference.setId && s.version === reference.version),
  }));
  return {
    files: [
      ...rules.map((r) => ({ path: `${rulesFolder}${r.id}@${r.version}.json`, content: r })),
      ...calendars.map((c) => ({ path: `${calendarsFolder}${c.id}.json`, content: c })),
      ...criteria.flatMap(({ path, set }) => (set ? [{ path, content: set }] : [])),
    ],
    missing: criteria.flatMap(({ path, set }) =>
      set
        ? []
        : [{ path, problem: 'this version is no longer among the criteria; each reading of it is in the events' }],
    ),
  };
};
