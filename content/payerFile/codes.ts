import json from './codes.json' with { type: 'json' };

const lists = [
  'rejectReason',
  'followUp',
  'decisionReason',
  'segmentError',
  'elementError',
  'setError',
  'groupError',
  'interchangeNote',
] as const;
export type FileCodeList = (typeof lists)[number];

const words: Readonly<Record<FileCodeList, Readonly<Record<string, string>>>> = json;

/** Our words for a code of a payer's system; a code that is in no list is told as it came. */
export const fileCodeWords = (list: FileCodeList, code: string): string =>
  (Object.hasOwn(words[list], code) ? words[list][code] : undefined) ?? `code ${code.slice(0, 10)}`;
