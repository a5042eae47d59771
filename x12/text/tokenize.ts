import { problem, type X12Problem } from './problem.ts';
import type { Delimiters, Element, Segment } from './segment.ts';

export type Limits = { readonly segmentLength: number; readonly segments: number };
/** Far above any lawful file; what is above it is an attack or another kind of file. */
const defaultLimits: Limits = { segmentLength: 100_000, segments: 5_000_000 };

/** ISA is the only segment of a fixed length: its places tell the delimiters of all that follow. */
const headerLength = 106;
const separatorsAt = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
/** ISA11 names the repetition separator from this version on; before it, it held a standards code. */
const firstWithRepetition = '00402';

const mayDelimit = (c: string): boolean => !/^[A-Za-z0-9 ]$/.test(c);

const delimitersOf = (header: string): Delimiters | undefined => {
  const element = header.charAt(3);
  if (!header.startsWith('ISA') || separatorsAt.some((at) => header.charAt(at) !== element)) return undefined;
  const component = header.charAt(104);
  const segment = header.charAt(105);
  const standard = header.charAt(82);
  const repetition = header.slice(84, 89) >= firstWithRepetition && mayDelimit(standard) ? standard : undefined;
  const all = [element, component, segment, ...(repetition ? [repetition] : [])];
  if (new Set(all).size < all.length || !all.every(mayDelimit)) return undefined;
  return { element, component, segment, ...(repetition ? { repetition } : {}) };
};

const elementOf = (raw: string, d: Delimiters): Element =>
  (d.repetition ? raw.split(d.repetition) : [raw]).map((r) => r.split(d.component));

/** ISA holds the delimiters themselves as values. */
const segmentOf = (raw: string, d: Delimiters, position: number): Segment => {
  const [id = '', ...rest] = raw.split(d.element);
  const elements = id === 'ISA' ? rest.map((e) => [[e]]) : rest.map((e) => elementOf(e, d));
  return { kind: 'segment', id, elements, position };
};

const firstBeyondSpace = (buffer: string): number => buffer.search(/[^\s\uFEFF]/);

/**
 * Segments of a file, chunk by chunk: no more of it is held than one segment. Ends with a problem where the rest cannot be read.
 * Each interchange of the file has delimiters of its own.
 */
export function* tokenize(
  chunks: Iterable<string>,
  limits: Limits = defaultLimits,
): Generator<Segment | X12Problem, void> {
  let buffer = '';
  let delimiters: Delimiters | undefined;
  let position = 0;
  let searched = 0;
  const here = (id: string) => ({ id, position: position + 1 });
  for (const chunk of chunks) {
    buffer += chunk;
    let offset = 0;
    for (;;) {
      if (delimiters === undefined) {
        const begin = firstBeyondSpace(buffer.slice(offset));
        if (begin < 0 || buffer.length - offset - begin < headerLength) break;
        offset += begin;
        delimiters = delimitersOf(buffer.slice(offset, offset + headerLength));
        if (!delimiters) {
          yield problem('notX12', here('ISA'), 'an interchange begins with an ISA segment of 106 characters');
          return;
        }
      }
      const end = buffer.indexOf(delimiters.segment, Math.max(offset, searched));
      if (end < 0) break;
      if (end - offset > limits.segmentLength) {
        yield problem('tooLarge', here(''), `a segment is longer than ${limits.segmentLength} characters`);
        return;
      }
      const raw = buffer.slice(offset, end).replace(/^[\r\n]+|[\r\n]+$/g, '');
      offset = end + 1;
      searched = offset;
      if (raw === '') continue;
      if (position >= limits.segments) {
        yield problem('tooLarge', here(''), `the file has more than ${limits.segments} segments`);
        return;
      }
      position += 1;
      const next = segmentOf(raw, delimiters, position);
      yield next;
      if (next.id === 'IEA') delimiters = undefined;
    }
    buffer = buffer.slice(offset);
    searched = buffer.length;
    if (delimiters && buffer.length > limits.segmentLength) {
      yield problem('tooLarge', here(''), `a segment is longer than ${limits.segmentLength} characters`);
      return;
    }
    if (!delimiters) searched = 0;
  }
  if (firstBeyondSpace(buffer) < 0) return;
  yield delimiters
    ? problem('truncated', here(buffer.trimStart().slice(0, 3)), 'the file ends within a segment')
    : problem('notX12', here('ISA'), 'an interchange begins with an ISA segment of 106 characters');
}
