import { problemsOf, staleSources } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { leavesOf, treesOf } from '@openum/domain/criteria/trees.ts';
import type { Leaf } from '@openum/domain/logic/condition.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { factCatalogue } from '../fact/load.ts';
import { criteriaSets } from './load.ts';

const sound = criteriaSets.find((s) => s.id === 'medicare-lung-cancer-screening')!;
const order = leavesOf(sound.initial).find((l) => l.id === 'order')!;
const age = leavesOf(sound.initial).find((l) => l.id === 'age')!;
const withLeaf = (leaf: Leaf): CriteriaSet => ({ ...sound, initial: { id: 'root', label: 'Root', all: [leaf] } });
const problems = (set: CriteriaSet) => problemsOf(set, factCatalogue).map((p) => p.replace(`${sound.id}: `, ''));
const { source: _, ...unsourced } = order;

describe('the check of a criteria set', () => {
  test('each published set is sound and has an approval for each of its services', () => {
    expect(criteriaSets.length).toBeGreaterThanOrEqual(34);
    for (const set of criteriaSets) {
      expect(problemsOf(set, factCatalogue)).toEqual([]);
      const without = set.appliesTo.services.filter(
        (s) => !set.approveFor.some((a) => a.tree === 'initial' && (a.services?.includes(s.code) ?? true)),
      );
      expect(without).toEqual([]);
    }
  });

  test.each<[string, CriteriaSet]>([
    ['leaf order: has no source', { ...withLeaf(unsourced), status: 'draft', autoApproval: false }],
    ['leaf order: ldct.nothing is not in the catalogue', withLeaf({ ...order, fact: 'ldct.nothing' })],
    ['leaf age: unit is missing or unknown', withLeaf({ ...age, unit: 'furlong' })],
    ['leaf age: a does not convert to %', withLeaf({ ...age, unit: '%' })],
    ['leaf age: needs a lowest and a highest number, the lowest not above the highest', withLeaf({ ...age, min: 78 })],
    ['leaf order: state: rest is no qualifier of ldct.order', withLeaf({ ...order, where: { state: 'rest' } })],
    ['leaf order: anchor yesterday is unknown', withLeaf({ ...order, window: { before: 'yesterday' } })],
    ['root/order: id occurs twice', { ...sound, initial: { id: 'root', label: 'Root', all: [order, order] } }],
    ['root: the group has no point in it', { ...sound, initial: { id: 'root', label: 'Root', all: [] } }],
    ['is a draft, so it cannot approve automatically', { ...sound, status: 'draft' }],
    [
      'initial review: no example comes out as unknown',
      { ...sound, vectors: sound.vectors.filter((v) => v.expect !== 'unknown') },
    ],
    [
      'approval One screening scan within 90 days: say how many days it approves',
      { ...sound, approveFor: sound.approveFor.map((a) => ({ ...a, days: 0 })) },
    ],
  ])('finds: %s', (problem, set) => {
    expect(problems(set)).toContain(problem);
  });

  test('a set with an unverified leaf cannot be active', () => {
    const leaf: Leaf = { ...order, source: { ...order.source!, verification: { level: 'unverified' } } };
    const set = { ...withLeaf(leaf), autoApproval: false };
    expect(problems(set)).toContain('leaf order: nobody has compared it with its source, so the set cannot be active');
    expect(problems({ ...set, status: 'draft' })).not.toContain(
      'leaf order: nobody has compared it with its source, so the set cannot be active',
    );
  });

  test('every set with a leaf that nobody has compared with its source is a draft, and no draft approves by itself', () => {
    const uncompared = criteriaSets.filter((set) =>
      treesOf(set)
        .flatMap(leavesOf)
        .some((l) => l.source?.verification.level === 'unverified'),
    );
    expect(uncompared.length).toBeGreaterThan(0);
    expect(uncompared.map((set) => [set.id, set.status, set.autoApproval])).toEqual(
      uncompared.map((set) => [set.id, 'draft', false]),
    );
  });

  test('a set compared with an earlier edition cannot approve automatically', () => {
    const leaf: Leaf = {
      ...order,
      source: { ...order.source!, verification: { level: 'earlierEdition', against: 'an old edition' } },
    };
    expect(problems(withLeaf(leaf))).toContain(
      'leaf order: was not compared with the text in force, so the set cannot approve automatically',
    );
    expect(problems({ ...withLeaf(leaf), autoApproval: false })).toEqual([]);
  });
});

describe('sources that have run out', () => {
  const last = '2026-06-30' as CalendarDate;
  const leaf: Leaf = { ...order, source: { ...order.source!, effectiveTo: last } };

  test('an active set is named from the day after its source ended', () => {
    expect(staleSources([{ ...sound, effectiveTo: last }], last)).toEqual([]);
    expect(staleSources([{ ...sound, effectiveTo: last }], '2026-07-01' as CalendarDate)).toEqual([
      `${sound.id}: ended on 2026-06-30`,
    ]);
    expect(staleSources([withLeaf(leaf)], '2026-07-01' as CalendarDate)).toEqual([
      `${sound.id}: leaf order: source ended on 2026-06-30`,
    ]);
  });

  test('no published set rests on a source that ended before the set was compared with it', () => {
    const compared = criteriaSets.flatMap((set) =>
      treesOf(set)
        .flatMap(leavesOf)
        .map((l) => l.source?.verification.on ?? ('' as CalendarDate)),
    );
    expect(compared.every((on) => staleSources(criteriaSets, on).length === 0)).toBe(true);
  });
});
