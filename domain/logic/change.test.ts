import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../fact/fact.ts';
import type { CalendarDate } from '../time/instant.ts';
import { openQuestions, reconsider, whatWouldChange } from './change.ts';
import type { Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { leafFindings } from './findings.ts';
import type { Truth } from './truth.ts';

const today = '2026-03-15' as CalendarDate;
const other = (t: Truth, negated: boolean): Truth =>
  t === 'unknown' ? (negated ? 'notMet' : 'met') : t === 'met' ? 'notMet' : 'met';

/** A tree whose leaves each ask for a fact of their own, and the answers recorded for some of them. */
type Sample = { tree: Condition; facts: Fact[] };
const shape = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('yes', 'no', 'silent'),
    fc.record({
      kind: fc.constantFrom('all', 'any', 'atLeast', 'not', 'prefer'),
      parts: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
      n: fc.nat(3),
    }),
  ),
})).node;

const sample = (written: unknown): Sample => {
  const facts: Fact[] = [];
  let next = 0;
  const build = (s: unknown): Condition => {
    const id = `n${next++}`;
    const label = id;
    if (typeof s === 'string') {
      if (s !== 'silent')
        facts.push({
          id,
          key: `x.${id}`,
          value: { kind: 'boolean', value: s === 'yes' },
          source: { kind: 'request', field: 'x' },
        });
      return { id, label, fact: `x.${id}`, op: '==', value: true };
    }
    const { kind, parts, n } = s as { kind: string; parts: unknown[]; n: number };
    if (kind === 'not') return { id, label, not: build(parts[0]) };
    const children = parts.map(build);
    if (kind === 'all') return { id, label, all: children };
    if (kind === 'any') return { id, label, any: children };
    if (kind === 'prefer') return { id, label, prefer: children };
    return { id, label, atLeast: 1 + (n % children.length), of: children };
  };
  const tree = build(written);
  return { tree, facts };
};
const samples = shape.map(sample);

describe('what would change the answer', () => {
  test('answering exactly the listed leaves otherwise makes the whole met', () => {
    fc.assert(
      fc.property(samples, ({ tree, facts }) => {
        const result = evaluate(tree, facts, { today });
        const negated = new Map(leafFindings(result).map((f) => [f.path, f.negated ?? false]));
        const answers = new Map(whatWouldChange(result).map((r) => [r.path, other(r.truth, negated.get(r.path)!)]));
        expect(reconsider(result, answers)).toBe('met');
      }),
      { numRuns: 500 },
    );
  });

  test('none of the listed leaves is superfluous', () => {
    fc.assert(
      fc.property(samples, ({ tree, facts }) => {
        const result = evaluate(tree, facts, { today });
        const negated = new Map(leafFindings(result).map((f) => [f.path, f.negated ?? false]));
        const listed = whatWouldChange(result);
        for (const left of listed) {
          const rest = listed.filter((r) => r !== left);
          const answers = new Map(rest.map((r) => [r.path, other(r.truth, negated.get(r.path)!)]));
          expect(reconsider(result, answers)).not.toBe('met');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('open questions are there exactly when the answer is unknown, and all are unknown', () => {
    fc.assert(
      fc.property(samples, ({ tree, facts }) => {
        const result = evaluate(tree, facts, { today });
        const open = openQuestions(result);
        expect(open.length > 0).toBe(result.truth === 'unknown');
        expect(open.every((r) => r.truth === 'unknown')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a missing fact is asked for before a failed one is questioned', () => {
    const { tree, facts } = sample({ kind: 'any', parts: ['no', 'silent'], n: 0 });
    expect(whatWouldChange(evaluate(tree, facts, { today })).map((r) => r.path)).toEqual(['n0/n2']);
  });
});

describe('facts and answers', () => {
  const withoutPreference = samples.filter(({ tree }) => !JSON.stringify(tree).includes('"prefer"'));

  test('taking facts away never decides anything: a decided answer becomes unknown or stays', () => {
    fc.assert(
      fc.property(withoutPreference, fc.array(fc.boolean(), { maxLength: 20 }), ({ tree, facts }, keep) => {
        const fewer = facts.filter((_, i) => keep[i] ?? true);
        const after = evaluate(tree, fewer, { today }).truth;
        if (after !== 'unknown') expect(after).toBe(evaluate(tree, facts, { today }).truth);
      }),
      { numRuns: 500 },
    );
  });

  test('with no facts at all nothing is met and nothing fails', () => {
    fc.assert(
      fc.property(samples, ({ tree }) => {
        expect(evaluate(tree, [], { today }).truth).toBe('unknown');
      }),
    );
  });
});
