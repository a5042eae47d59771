import { expect, test } from 'vitest';
import { readingWords } from './words.ts';

const of = (part: object) => readingWords({ documentId: 'd', state: 'read', pagesRead: 0, ...part });

test.each([
  [{ pages: 1, pagesRead: 1 }, '1 page, read.'],
  [{ state: 'reading', pages: 1200, pagesRead: 3 }, 'Being read: 3 of 1,200 pages.'],
  [
    { state: 'unreadable', problem: 'encrypted' },
    'Could not be read: it is locked with a password; ask the sender for one without. The file is kept as it came.',
  ],
  [
    { pages: 7, pagesRead: 5, problem: 'tooManyPages' },
    'Only the first 5 pages of 7 were read: it has more pages than this installation reads.',
  ],
])('%o is told in a sentence', (part, sentence) => {
  expect(of(part)).toBe(sentence);
});
test('a document whose turn has not come waits', () => {
  expect(readingWords(undefined)).toBe('Waits to be read page by page.');
});
