import { leavesOf } from '@openum/domain/criteria/trees.ts';
import type { Leaf } from '@openum/domain/logic/condition.ts';
import type { Service } from '@openum/domain/service/catalogue.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export type Question = {
  readonly key: string;
  readonly label: string;
  readonly kind: 'quantity' | 'boolean' | 'code' | 'date';
  readonly unit?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly qualifiers?: Readonly<Record<string, string>>;
};

const single = (where: Leaf['where']): Question['qualifiers'] => {
  const fixed = Object.entries(where ?? {}).map(([name, v]) => [name, typeof v === 'string' ? v : v[0]] as const);
  const given = fixed.filter((e): e is readonly [string, string] => e[1] !== undefined);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
};

const questionOf = (leaf: Leaf, knowledge: Knowledge): Question | undefined => {
  const d = knowledge.facts.byKey.get(leaf.fact);
  if (!d || d.kind === 'text' || d.derivedFrom) return undefined;
  const qualifiers = single(leaf.where);
  return {
    key: d.key,
    label: qualifiers ? `${d.label} (${Object.values(qualifiers).join(', ')})` : d.label,
    kind: d.kind,
    ...(d.kind === 'quantity' ? { unit: d.unit } : {}),
    ...(d.kind === 'code' ? { options: d.values.map((v) => ({ value: v.code, label: v.label })) } : {}),
    ...(qualifiers ? { qualifiers } : {}),
  };
};

/** What the criteria of a service will ask about, so that a form can ask first. An answer that is not given stays unknown. */
export const criteriaQuestions = (service: Service, knowledge: Knowledge, today: CalendarDate): readonly Question[] => {
  const sets = knowledge.criteriaSets.filter(
    (s) =>
      s.status === 'active' &&
      s.effectiveFrom <= today &&
      (s.effectiveTo === undefined || today <= s.effectiveTo) &&
      s.appliesTo.services.some((c) => c.code === service.code),
  );
  const questions = sets.flatMap((s) => leavesOf(s.initial)).flatMap((leaf) => questionOf(leaf, knowledge) ?? []);
  return [...new Map(questions.map((q) => [`${q.key} ${JSON.stringify(q.qualifiers ?? {})}`, q])).values()];
};
