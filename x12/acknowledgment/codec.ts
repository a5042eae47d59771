import type { Transaction } from '../envelope/interchange.ts';
import { any, loop, once } from '../loop/map.ts';
import { type Loop, loopsOf, readLoops, segmentOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { type Content, part, type Segment, segment, text } from '../text/segment.ts';
import {
  type ElementError,
  type GroupAcknowledgment,
  type InterchangeAcknowledgment,
  interchangeStandings,
  type SegmentError,
  type SetAcknowledgment,
  standings,
} from './acknowledgment.ts';

/** 005010X231A1. */
const acknowledgmentMap = loop(
  '0000',
  'AK1',
  [once('AK9')],
  [loop('2000', 'AK2', [once('IK5')], [loop('2100', 'IK3', [any('CTX')], [loop('2110', 'IK4', [any('CTX')])])])],
);

/** IK502 to IK506 and AK905 to AK909: up to five codes, one element each. */
const codesFrom = (s: Segment, first: number): readonly string[] =>
  [0, 1, 2, 3, 4].flatMap((n) => text(s, first + n) ?? []);

const elementError = (r: Reader, { first }: Loop): ElementError => {
  const element = Number(part(first, 1, 1));
  const component = Number(part(first, 1, 2));
  if (!Number.isInteger(element))
    r.note(problem('elementInvalid', first, 'the place of the element must be a number', { element: 1 }));
  return {
    element: Number.isInteger(element) ? element : 0,
    ...(component > 0 ? { component } : {}),
    code: r.needed(first, 3, 'what is wrong with the element'),
  };
};

const segmentError = (r: Reader, l: Loop): SegmentError => {
  const around = text(l.first, 3);
  const code = text(l.first, 4);
  return {
    segment: r.needed(l.first, 1, 'the segment'),
    position: r.quantity(l.first, 2) ?? 0,
    ...(around ? { loop: around } : {}),
    ...(code ? { code } : {}),
    elements: loopsOf(l, '2110').map((e) => elementError(r, e)),
  };
};

const setAcknowledgment = (r: Reader, l: Loop): SetAcknowledgment => {
  const ik5 = segmentOf(l, 'IK5');
  const version = text(l.first, 3);
  return {
    set: r.needed(l.first, 1, 'the transaction'),
    control: r.needed(l.first, 2, 'the control number'),
    ...(version ? { version } : {}),
    errors: loopsOf(l, '2100').map((e) => segmentError(r, e)),
    // Nothing is taken for accepted that nobody has said to be so.
    standing: (ik5 && r.code(ik5, 1, standings)) ?? 'R',
    codes: ik5 ? codesFrom(ik5, 2) : [],
  };
};

export const readGroupAcknowledgment = (
  t: Transaction,
): { readonly acknowledgment?: GroupAcknowledgment; readonly problems: readonly X12Problem[] } => {
  if (t.set !== '999') {
    const at = { id: 'ST', position: t.position };
    return { problems: [problem('otherSet', at, 'this is no acknowledgment (999)', { element: 1 })] };
  }
  const { loop: top, problems: structure } = readLoops(acknowledgmentMap, t.segments);
  const r = reader();
  const ak9 = top && segmentOf(top, 'AK9');
  const standing = ak9 && r.code(ak9, 1, standings);
  if (!top || !ak9 || !standing) return { problems: [...t.problems, ...structure, ...r.problems] };
  const version = text(top.first, 3);
  const acknowledgment: GroupAcknowledgment = {
    groupCode: r.needed(top.first, 1, 'the kind of group'),
    groupControl: r.needed(top.first, 2, 'the control number'),
    ...(version ? { version } : {}),
    sets: loopsOf(top, '2000').map((l) => setAcknowledgment(r, l)),
    standing,
    included: r.quantity(ak9, 2) ?? 0,
    received: r.quantity(ak9, 3) ?? 0,
    accepted: r.quantity(ak9, 4) ?? 0,
    codes: codesFrom(ak9, 5),
  };
  return { acknowledgment, problems: [...t.problems, ...structure, ...r.problems] };
};

const writeSegmentError = (e: SegmentError): readonly Content[] => [
  segment('IK3', e.segment, String(e.position), e.loop, e.code),
  ...e.elements.map((x) =>
    segment(
      'IK4',
      { parts: [String(x.element), x.component === undefined ? undefined : String(x.component)] },
      undefined,
      x.code,
    ),
  ),
];

/** Body of a 999. */
export const writeGroupAcknowledgment = (a: GroupAcknowledgment): readonly Content[] => [
  segment('AK1', a.groupCode, a.groupControl, a.version),
  ...a.sets.flatMap((s) => [
    segment('AK2', s.set, s.control, s.version),
    ...s.errors.flatMap(writeSegmentError),
    segment('IK5', s.standing, ...s.codes),
  ]),
  segment('AK9', a.standing, String(a.included), String(a.received), String(a.accepted), ...a.codes),
];

export const readInterchangeAcknowledgment = (
  s: Segment,
): { readonly acknowledgment?: InterchangeAcknowledgment; readonly problems: readonly X12Problem[] } => {
  const r = reader();
  const control = r.needed(s, 1, 'the control number');
  const standing = r.code(s, 4, interchangeStandings);
  if (control === '' || !standing) return { problems: [...r.problems, ...missing(s, 4)] };
  return {
    acknowledgment: {
      control,
      sentOn: text(s, 2) ?? '',
      sentAt: text(s, 3) ?? '',
      standing,
      note: text(s, 5) ?? '000',
    },
    problems: r.problems,
  };
};

const missing = (s: Segment, element: number): readonly X12Problem[] =>
  text(s, element) === undefined ? [problem('elementMissing', s, 'whether it was taken is not said', { element })] : [];

export const writeInterchangeAcknowledgment = (a: InterchangeAcknowledgment): Content =>
  segment('TA1', a.control, a.sentOn, a.sentAt, a.standing, a.note);
