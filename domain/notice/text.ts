/**
 * Control characters and the marks that override reading order (U+202A to U+202E, U+2066 to U+2069) have no place in
 * a letter: the first print as nothing, the second can make a sentence read other than it was written.
 */
const unprintable = /(?!\n)\p{Cc}|\p{Co}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unprintable, '')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .normalize('NFC');

export const oneLine = (text: string): string =>
  printable(text)
    .replace(/[^\S\u00a0]+/gu, ' ')
    .trim();

/** Lines of a reviewer's text as paragraphs; blank ones fall away. */
export const paragraphs = (text: string): readonly string[] =>
  printable(text)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** Values and repeated groups that a template may name. A value that is not here is unknown. */
export type Scope = {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly lists: Readonly<Record<string, readonly Scope[]>>;
};

export const within = (outer: Scope, inner: Scope): Scope => ({
  values: { ...outer.values, ...inner.values },
  lists: { ...outer.lists, ...inner.lists },
});

const placeholder = /\{\{([A-Za-z][A-Za-z0-9.]*)\}\}/gu;

export const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(placeholder)].map((m) => m[1] ?? '');

/**
 * The text with its placeholders filled in one pass, so that a value with braces in it stays what it is.
 * Undefined when a value is unknown or blank: the caller leaves the sentence out rather than print a hole.
 */
export const fill = (text: string, scope: Scope): string | undefined => {
  let complete = true;
  const filled = text.replace(placeholder, (_, name: string) => {
    const value = scope.values[name];
    if (value === undefined || value.trim() === '') complete = false;
    return value ?? '';
  });
  return complete ? filled : undefined;
};
