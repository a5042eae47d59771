import { problem, type X12Problem } from '../text/problem.ts';
import { type Segment, text } from '../text/segment.ts';
import type { LoopMap, SegmentUse } from './map.ts';

export type Loop = {
  readonly id: string;
  /** The segment that begins it, then the others. */
  readonly first: Segment;
  readonly segments: readonly Segment[];
  readonly loops: readonly Loop[];
};

const fits = ({ id, when }: SegmentUse, s: Segment): boolean =>
  s.id === id && (when === undefined || when.codes.includes(text(s, when.element) ?? ''));

const takes = (map: LoopMap, s: Segment): boolean =>
  map.loops.some((l) => fits(l.begins, s)) || map.segments.some((u) => fits(u, s));

const name = ({ id, when }: SegmentUse): string => (when ? `${id} ${when.codes.join(' or ')}` : id);

const countProblems = (map: LoopMap, first: Segment, segments: readonly Segment[], loops: readonly Loop[]) => {
  const found: X12Problem[] = [];
  const check = (what: string, count: number, { min = 0, max }: { min?: number; max?: number }, at: Segment) => {
    if (count < min) found.push(problem('segmentMissing', first, `${what} is missing after it`, { loop: map.id }));
    if (max !== undefined && count > max)
      found.push(problem('tooMany', at, `${what} may stand ${max} times in loop ${map.id}`, { loop: map.id }));
  };
  for (const u of map.segments) {
    const those = segments.filter((s) => fits(u, s));
    check(name(u), those.length, u, those.at(-1) ?? first);
  }
  for (const l of map.loops) {
    const those = loops.filter((x) => x.id === l.id);
    check(`loop ${l.id} (${name(l.begins)})`, those.length, l, those.at(-1)?.first ?? first);
  }
  return found;
};

/** Each HL names the HL that it hangs under. */
const parentProblem = (child: Loop, parent: Segment): X12Problem | undefined =>
  child.first.id === 'HL' && parent.id === 'HL' && text(child.first, 2) !== text(parent, 1)
    ? problem('parentUnknown', child.first, 'it names another level than the one it stands under', { element: 2 })
    : undefined;

/** Segments as a tree of loops. One that has no place is reported and passed over; the loop around it goes on. */
export const readLoops = (
  map: LoopMap,
  segments: readonly Segment[],
): { readonly loop?: Loop; readonly problems: readonly X12Problem[] } => {
  const problems: X12Problem[] = [];
  let at = 0;
  const readOne = (m: LoopMap, first: Segment, around: readonly LoopMap[]): Loop => {
    const own: Segment[] = [];
    const loops: Loop[] = [];
    for (let s = segments[at]; s; s = segments[at]) {
      const next = s;
      const inner = m.loops.find((l) => fits(l.begins, next));
      if (inner) {
        at += 1;
        const child = readOne(inner, next, [m, ...around]);
        const wrong = parentProblem(child, first);
        if (wrong) problems.push(wrong);
        loops.push(child);
      } else if (m.segments.some((u) => fits(u, next))) {
        own.push(next);
        at += 1;
      } else if (around.some((a) => takes(a, next))) break;
      else {
        problems.push(problem('unexpectedSegment', next, `it has no place in loop ${m.id}`, { loop: m.id }));
        at += 1;
      }
    }
    problems.push(...countProblems(m, first, own, loops));
    return { id: m.id, first, segments: own, loops };
  };
  const [first] = segments;
  if (!first || !fits(map.begins, first)) {
    const where = first ?? { id: map.begins.id, position: 0 };
    return { problems: [problem('segmentMissing', where, `the transaction begins with ${map.begins.id}`)] };
  }
  at = 1;
  const loop = readOne(map, first, []);
  return { loop, problems };
};

export const loopsOf = (l: Loop, id: string): readonly Loop[] => l.loops.filter((x) => x.id === id);

/** All loops of that name, however deep. */
export const deepLoops = (l: Loop, id: string): readonly Loop[] =>
  l.loops.flatMap((x) => (x.id === id ? [x] : deepLoops(x, id)));

export const segmentsOf = (l: Loop, id: string, ...codes: readonly string[]): readonly Segment[] =>
  [l.first, ...l.segments].filter((s) => s.id === id && (codes.length === 0 || codes.includes(text(s, 1) ?? '')));

export const segmentOf = (l: Loop, id: string, ...codes: readonly string[]): Segment | undefined =>
  segmentsOf(l, id, ...codes)[0];
