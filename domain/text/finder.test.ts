import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finderOf } from './finder.ts';
import { findPattern, readPattern } from './pattern.ts';
import { tokensOf } from './token.ts';

const sources = ['a', 'a b', 'b* c', 'x? a', '# b', 'a ..2 c', 'bo*|c a?', 'c|a'];
const tokens = (text: string) => tokensOf(text, { from: 0, to: text.length });

test('many phrases in one pass give what each gives by itself', () => {
  const finders = sources.map((s) => ({ pattern: readPattern(s), of: s }));
  const find = finderOf(finders);
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'x', 'boat', '5', 'bc')), (words) => {
      const read = tokens(words.join(' '));
      const found = find(read);
      for (const { pattern, of } of finders)
        expect(found.filter((f) => f.of === of).map((f) => f.match)).toEqual(findPattern(pattern, read));
    }),
  );
});

test('of one owner the longest phrase counts', () => {
  const find = finderOf(['heart', 'heart failure'].map((s) => ({ pattern: readPattern(s), of: 'one' })));
  expect(find(tokens('chronic heart failure')).map((f) => [f.match.start, f.match.end])).toEqual([[1, 3]]);
});
