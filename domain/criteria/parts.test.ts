import { criteriaSets } from '@openum/testkit/content/criteria.ts';
import { describe, expect, test } from 'vitest';
import { type Condition, childrenOf } from '../logic/condition.ts';
import type { CriteriaSet } from './criteria-set.ts';
import { setChanges } from './diff.ts';
import { mutantsOfSet } from './mutants.ts';
import { joinParts, partsOf, spreadParts } from './parts.ts';

const oxygen = criteriaSets.find((s) => s.id === 'medicare-home-oxygen')!;
/** As a set comes back from where it is kept: every use of a part is an object of its own. */
const kept = (set: CriteriaSet): CriteriaSet => JSON.parse(JSON.stringify(set)) as CriteriaSet;

const leaf = (id: string, more: object = {}): Condition => ({ id, label: id, fact: 'f', op: 'present', ...more });
const all = (id: string, of: readonly Condition[], more: object = {}): Condition => ({
  id,
  label: id,
  all: of,
  ...more,
});
const written = (initial: Condition): CriteriaSet => ({ ...oxygen, initial, approveFor: [], vectors: [] });
const part = (text: string): Condition => all('shared', [leaf('inner', { label: text })], { part: 'p' });
const two = written(all('root', [all('a', [part('one')]), all('b', [part('one')])]));
const labels = (set: CriteriaSet): readonly string[] =>
  (partsOf(set).get('p') ?? []).flatMap(({ node }) => childrenOf(node).map((c) => c.label));

describe('a part that stands in several places', () => {
  test('comes out of the library with its name at each place, and says the same at all', () => {
    const shared = [...partsOf(kept(oxygen)).values()].filter((places) => places.length > 1);
    expect(shared.length).toBeGreaterThan(3);
  });

  test('changes at all its places when it is changed at one', () => {
    const edited = written(all('root', [all('a', [part('two')]), all('b', [part('one')])]));
    expect(labels(spreadParts(two, edited))).toEqual(['two', 'two']);
  });

  test('changes at all its places whichever of them was changed', () => {
    const edited = written(all('root', [all('a', [part('one')]), all('b', [part('two')])]));
    expect(labels(spreadParts(two, edited))).toEqual(['two', 'two']);
  });

  test('keeps the name that it has at its place', () => {
    const named = { ...part('one'), id: 'shared2' };
    const before = written(all('root', [part('one'), named]));
    const after = spreadParts(before, written(all('root', [part('two'), named])));
    expect(
      partsOf(after)
        .get('p')
        ?.map((p) => p.path),
    ).toEqual(['root/shared', 'root/shared2']);
    expect(labels(after)).toEqual(['two', 'two']);
  });

  test('changes inside of another part as well', () => {
    const outer = (text: string, id: string): Condition => all(id, [part(text)], { part: 'outer' });
    const before = written(all('root', [outer('one', 'x'), outer('one', 'y'), part('one')]));
    const after = spreadParts(before, written(all('root', [outer('one', 'x'), outer('one', 'y'), part('two')])));
    expect(labels(after)).toEqual(['two', 'two', 'two']);
  });

  test('stays alone once it was set free', () => {
    const { part: _, ...free } = part('one');
    const before = written(all('root', [all('a', [free as Condition]), all('b', [part('one')])]));
    const edited = written(
      all('root', [all('a', [{ ...free, label: 'Other' } as Condition]), all('b', [part('one')])]),
    );
    expect(spreadParts(before, edited)).toBe(edited);
  });

  test('put inside of itself does not go on for ever', () => {
    const nested = all('shared', [leaf('inner', { label: 'one' }), all('b', [part('one')])], { part: 'p' });
    const after = spreadParts(two, written(all('root', [all('a', [nested]), all('b', [part('one')])])));
    expect(partsOf(after).get('p')).toHaveLength(2);
  });

  test('is told once, with the number of places, when two texts are compared', () => {
    const after = spreadParts(two, written(all('root', [all('a', [part('two')]), all('b', [part('one')])])));
    expect(setChanges(two, after).map((c) => c.text)).toEqual(['“one” is now called “two” (in 2 places).']);
  });

  test('that is set free is told', () => {
    const { part: _, ...free } = part('one');
    const after = written(all('root', [all('a', [free as Condition]), all('b', [part('one')])]));
    expect(setChanges(two, after).map((c) => c.text)).toEqual(['“shared” is no longer shared with other places.']);
  });
});

test('small errors are made in all places of a part at once, also in a text that was kept', () => {
  expect(mutantsOfSet(joinParts(kept(oxygen)))).toHaveLength(mutantsOfSet(oxygen).length);
});
