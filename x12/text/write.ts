import type { Content, Delimiters } from './segment.ts';

const usual: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };
/** X12 cannot escape a delimiter. Where a text holds a usual one, these stand in: no text that a person typed holds them. */
const unusual: Delimiters = { element: '\u001D', component: '\u001F', repetition: '\u001E', segment: '\u001C' };

const holds = (segments: readonly Content[], d: Delimiters): boolean => {
  const all = Object.values(d);
  return segments.some((s) => s.elements.some((e) => e.some((r) => r.some((c) => all.some((x) => c.includes(x))))));
};

/** Delimiters that occur in none of the values. */
export const delimitersFor = (segments: readonly Content[]): Delimiters => (holds(segments, usual) ? unusual : usual);

/** Control characters have no place in a value (X12.6): they become spaces. */
const clean = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the standard leaves out
  value.replace(/[\u0000-\u001F\u007F]/g, ' ');

export const cleaned = (s: Content): Content => ({
  ...s,
  elements: s.elements.map((e) => e.map((r) => r.map(clean))),
});

export const writeSegment = (s: Content, d: Delimiters): string =>
  [s.id, ...s.elements.map((e) => e.map((r) => r.join(d.component)).join(d.repetition ?? ''))].join(d.element) +
  d.segment;
