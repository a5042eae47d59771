import type { RoutingView, SaveRouting } from '@openum/http/contract/routing.ts';

export type PlanDraft = SaveRouting['plan'];
export type TeamDraft = PlanDraft['teams'][number];
export type RuleDraft = PlanDraft['rules'][number];

export const planOf = (view: RoutingView): PlanDraft =>
  structuredClone((view.saved?.plan ?? { teams: [], rules: [] }) as PlanDraft);

/** `Residential, Spanish` as a list; empty parts are dropped. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((w) => w.trim())
      .filter((w) => w !== ''),
  ),
];

/** A list in a rule: nothing chosen asks for nothing. */
export const listOrNone = <T>(values: readonly T[]): T[] | undefined => (values.length === 0 ? undefined : [...values]);

/** The same rule without conditions that ask for nothing. */
export const cleanWhen = (when: RuleDraft['when']): RuleDraft['when'] =>
  Object.fromEntries(Object.entries(when).filter(([, v]) => v !== undefined));

export const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
};

/** Rules that can never be reached: all cases are taken by one before them. */
export const unreachable = (rules: readonly RuleDraft[]): ReadonlySet<string> => {
  const first = rules.findIndex((r) => Object.keys(cleanWhen(r.when)).length === 0);
  return new Set(first < 0 ? [] : rules.slice(first + 1).map((r) => r.ruleId));
};
