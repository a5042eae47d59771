import { describe, expect, test } from 'vitest';
import { fileProblem, sizeWords } from './upload.ts';

const MB = 1024 * 1024;
const file = (part: Partial<{ name: string; size: number; type: string }> = {}) => ({
  name: 'note.pdf',
  size: 1000,
  type: 'application/pdf',
  ...part,
});

describe('a file to attach', () => {
  test('is taken when it is a document of reasonable size', () => {
    expect(fileProblem(file())).toBeUndefined();
    expect(fileProblem(file({ size: 10 * MB }))).toBeUndefined();
  });
  test.each(['application/xml', 'text/xml', 'application/json', 'application/fhir+json'])('is taken as %s', (type) => {
    expect(fileProblem(file({ name: 'summary', type }))).toBeUndefined();
  });
  test.each([
    [{ size: 0 }, 'note.pdf is empty.'],
    [{ size: 10 * MB + 1 }, 'note.pdf is larger than 10 MB.'],
    [
      { name: 'x.exe', type: 'application/x-msdownload' },
      'x.exe is not a PDF, text, PNG, JPEG, TIFF, C-CDA (XML) or FHIR (JSON) file.',
    ],
    [{ type: '' }, 'note.pdf is not a PDF, text, PNG, JPEG, TIFF, C-CDA (XML) or FHIR (JSON) file.'],
  ])('is refused with the reason: %o', (part, sentence) => {
    expect(fileProblem(file(part))).toBe(sentence);
  });
});

test.each([
  [1, '1 KB'],
  [20_480, '20 KB'],
  [1.5 * MB, '1.5 MB'],
])('%d bytes are said as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
