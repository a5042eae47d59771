import fc from 'fast-check';
import { type Bodies, reason, some } from './piece.ts';

export const part2Bodies: Bodies<'MarkPart2'> = {
  MarkPart2: fc.record(
    { protected: fc.boolean(), reason, documentIds: fc.array(some('d1', 'd9'), { maxLength: 2 }) },
    { requiredKeys: ['protected', 'reason'] },
  ),
};
