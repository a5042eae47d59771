import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Condition, isLeaf } from '../logic/condition.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { setChanges } from './diff.ts';
import { mutantsOfSet } from './mutants.ts';
import { leavesOf } from './trees.ts';

const set = criteriaSets.find((s) => s.id === 'medicare-lung-cancer-screening')!;
const copied = (s: CriteriaSet): CriteriaSet => structuredClone(s);
const texts = (a: CriteriaSet, b: CriteriaSet) => setChanges(a, b).map((c) => c.text);
const age = leavesOf(set.initial).find((l) => l.id === 'age')!;

const mapped = (node: Condition, change: (n: Condition) => Condition): Condition => {
  if (isLeaf(node)) return change(node);
  const all = (list: readonly Condition[]) => list.map((c) => mapped(c, change));
  return change(
    'all' in node
      ? { ...node, all: all(node.all) }
      : 'any' in node
        ? { ...node, any: all(node.any) }
        : 'of' in node
          ? { ...node, of: all(node.of) }
          : 'prefer' in node
            ? { ...node, prefer: all(node.prefer) }
            : { ...node, not: mapped(node.not, change) },
  );
};
const withAge = (change: object): CriteriaSet => ({
  ...set,
  initial: mapped(set.initial, (n) => (n.id === 'age' ? ({ ...n, ...change } as Condition) : n)),
});

describe('what differs between two versions', () => {
  test.each(criteriaSets.map((s) => [s.id, s] as const))('%s against itself gives no sentence', (_, s) => {
    expect(setChanges(s, copied(s))).toEqual([]);
  });

  test('a threshold is told with the old and the new one', () => {
    expect(texts(set, withAge({ max: 80 }))).toEqual([
      `“${age.label}”: asks for 50 to 80 years instead of 50 to 77 years.`,
    ]);
  });

  test('a point that moved is not one that went and one that came', () => {
    const root = set.initial as Extract<Condition, { all: readonly Condition[] }>;
    const group: Condition = { id: 'who', label: 'Who', all: [age] };
    const after = { ...set, initial: { ...root, all: [...root.all.filter((c) => c.id !== 'age'), group] } };
    expect(texts(set, after)).toEqual([
      expect.stringContaining('the group “Who” is new'),
      `“${age.label}” moved from “${root.label}” to “Who”.`,
    ]);
  });

  test('what it applies to, approves and shows is told', () => {
    const after: CriteriaSet = {
      ...set,
      appliesTo: { ...set.appliesTo, linesOfBusiness: ['qhp'] },
      approveFor: set.approveFor.map((a) => ({ ...a, days: 30 })),
      vectors: set.vectors.slice(1),
    };
    expect(texts(set, after)).toEqual([
      'Lines of business: qhp added.',
      expect.stringMatching(/^Lines of business: .*medicareAdvantage.* taken out\.$/),
      expect.stringMatching(/^Approval .* 30 days instead of .* 90 days\.$/),
      `Example “${set.vectors[0]?.name}” is taken out.`,
    ]);
  });

  test('every small error in any set of the library has a sentence', () => {
    for (const s of criteriaSets)
      for (const mutant of mutantsOfSet(s))
        expect([mutant.name, setChanges(s, mutant.set).length > 0]).toEqual([mutant.name, true]);
  });

  test('whatever field of a point is set, there is a sentence', () => {
    const field = fc.constantFrom('label', 'document', 'select', 'unit', 'gaps', 'window', 'where', 'source', 'min');
    fc.assert(
      fc.property(field, fc.string({ minLength: 1 }), (name, text) => {
        const value =
          name === 'min'
            ? text.length
            : name === 'gaps'
              ? [{ above: text.length, below: 99 }]
              : name === 'window'
                ? { before: text }
                : name === 'where'
                  ? { state: text }
                  : name === 'source'
                    ? { ...age.source, verification: { level: 'unverified', note: text } }
                    : text;
        fc.pre(
          (age as unknown as Record<string, unknown>)[name] !== value && !(name === 'select' && text === 'latest'),
        );
        expect(texts(set, withAge({ [name]: value })).length).toBeGreaterThan(0);
      }),
    );
  });
});

test('a reminder that is new, changed or taken out is told', () => {
  const when = { truth: 'notMet', fact: 'vital.oxygenSaturation' } as const;
  const reminder = { id: 'r1', text: 'Look at the skin', citation: 'NCD', when };
  const withReminders = (prompts: CriteriaSet['prompts']): CriteriaSet => ({ ...set, prompts });
  const one = withReminders([reminder]);
  expect(texts(withReminders([]), one)).toEqual([
    'Reminder “Look at the skin” is new; it is shown when the answer is not met and rests on vital.oxygenSaturation.',
  ]);
  expect(texts(one, withReminders([{ ...reminder, when: { ...when, truth: 'met' } }]))).toEqual([
    'Reminder “Look at the skin” is shown when the answer is met and rests on vital.oxygenSaturation, instead of when the answer is not met and rests on vital.oxygenSaturation.',
  ]);
  expect(texts(one, withReminders([]))).toEqual(['Reminder “Look at the skin” is taken out.']);
});
