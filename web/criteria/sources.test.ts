import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { Leaf, SourceRef } from '@openum/domain/logic/condition.ts';
import { expect, test } from 'vitest';
import { comparisonsOf } from './sources.ts';

const source = (citation: string, section: string, level: SourceRef['verification']['level']): SourceRef => ({
  citation,
  section,
  effectiveFrom: '2020-01-01' as SourceRef['effectiveFrom'],
  verification: { level },
});
const leaf = (id: string, from: SourceRef): Leaf => ({ id, label: id, fact: 'x.y', op: 'present', source: from });

test('each source is named once with the number of points that rest on it, wherever they stand', () => {
  const set = {
    initial: {
      id: 'root',
      label: 'Root',
      all: [
        leaf('a', source('NCD 1', 'A', 'currentText')),
        { id: 'n', label: 'N', not: leaf('b', source('NCD 1', 'C', 'unverified')) },
      ],
    },
    continuedStay: leaf('c', source('NCD 1', 'B', 'currentText')),
    approveFor: [{ requires: leaf('d', source('42 CFR 1', 'a', 'earlierEdition')) }],
  } as unknown as CriteriaSet;
  expect(comparisonsOf(set).map((c) => [c.citation, c.verification.level, c.points])).toEqual([
    ['NCD 1', 'currentText', 2],
    ['NCD 1', 'unverified', 1],
    ['42 CFR 1', 'earlierEdition', 1],
  ]);
});
