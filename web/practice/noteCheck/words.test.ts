import type { Finding } from '@openum/domain/noteCheck/finding.ts';
import { expect, test } from 'vitest';
import { byNeed } from './words.ts';

const finding = (indicatorId: string, importance: Finding['importance'], outcome: Finding['outcome']): Finding => ({
  indicatorId,
  name: indicatorId,
  importance,
  outcome,
  looksFor: '',
  evidence: [],
});

test('what is required and contradicted comes first, what would only help last', () => {
  const sorted = byNeed([
    finding('extra', 'helpful', 'missing'),
    finding('there', 'required', 'present'),
    finding('lacks', 'required', 'missing'),
    finding('denied', 'required', 'contradicted'),
  ]);
  expect(sorted.map((f) => f.indicatorId)).toEqual(['denied', 'lacks', 'there', 'extra']);
});
