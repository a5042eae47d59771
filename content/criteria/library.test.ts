import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { leavesOf, placedTrees, treesOf } from '@openum/domain/criteria/trees.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import { criteriaSets } from './load.ts';

const each = criteriaSets.map((set) => [set.id, set] as const);
const levels = (set: CriteriaSet): ReadonlySet<string> =>
  new Set(
    treesOf(set)
      .flatMap(leavesOf)
      .map((l) => l.source?.verification.level ?? 'unverified'),
  );

describe.each(each)('%s', (_, set) => {
  test('says for whom it is, what a request comes with, what it approves, and where people go wrong', () => {
    expect(set.appliesTo.linesOfBusiness).not.toEqual([]);
    expect(set.appliesTo.services).not.toEqual([]);
    expect(set.requiredDocuments).not.toEqual([]);
    expect(set.pitfalls).not.toEqual([]);
    expect(set.approveFor.every((a) => a.days > 0 && a.quantities.length > 0)).toBe(true);
  });

  test('approves something by each of its trees', () => {
    const trees = placedTrees(set)
      .map(({ place }) => place)
      .filter((place) => place === 'initial' || place === 'continuedStay');
    expect(trees.filter((tree) => !set.approveFor.some((a) => a.tree === tree))).toEqual([]);
  });

  test('says of each point where it is written, since when, and who compared it with what', () => {
    const wanting = treesOf(set)
      .flatMap(leavesOf)
      .filter(({ source }) => {
        if (!source?.citation || !source.section || !isCalendarDateText(source.effectiveFrom)) return true;
        const { level, against, on } = source.verification;
        return level !== 'unverified' && (against === undefined || on === undefined);
      });
    expect(wanting.map((l) => l.id)).toEqual([]);
  });

  test('counts exactly when every point was compared with its source', () => {
    expect(set.status).toBe(levels(set).has('unverified') ? 'draft' : 'active');
  });

  test('approves by itself only when every point was compared with the text in force', () => {
    if (set.autoApproval) expect([...levels(set)]).toEqual(['currentText']);
  });

  test('says why it does not approve by itself though every point was compared with the text in force', () => {
    const [level, ...others] = levels(set);
    if (!set.autoApproval && level === 'currentText' && others.length === 0)
      expect(set.pitfalls).toContainEqual(expect.stringMatching(/does not approve by itself/));
  });

  test('names the states in which a local determination binds, or says why not', () => {
    if (set.sourceKind === 'lcd' && set.jurisdictions === undefined)
      expect(set.pitfalls).toContainEqual(expect.stringMatching(/^States: /));
  });
});
