import type { Group, Interchange, Transaction } from '../envelope/interchange.ts';
import type { ProblemRule, X12Problem } from '../text/problem.ts';
import type {
  ElementError,
  GroupAcknowledgment,
  InterchangeAcknowledgment,
  SegmentError,
  SetAcknowledgment,
} from './acknowledgment.ts';

/** X12 620 for a segment, 621 for an element; what is neither is said of the transaction (618). */
const segmentCode: Partial<Record<ProblemRule, string>> = {
  unexpectedSegment: '2',
  segmentMissing: '3',
  tooMany: '5',
  parentUnknown: '7',
};
const elementCode: Partial<Record<ProblemRule, string>> = {
  elementMissing: '1',
  elementInvalid: '6',
  codeUnknown: '7',
};
const setCode: Partial<Record<ProblemRule, string>> = {
  otherSet: '1',
  truncated: '2',
  controlMismatch: '3',
  countMismatch: '4',
};

const errorOf = (t: Transaction, p: X12Problem): SegmentError | undefined => {
  const code = segmentCode[p.rule];
  const element = elementCode[p.rule];
  if (!code && !element) return undefined;
  const elements: readonly ElementError[] =
    element && p.element !== undefined
      ? [{ element: p.element, ...(p.component === undefined ? {} : { component: p.component }), code: element }]
      : [];
  return {
    segment: p.segment,
    position: Math.max(1, p.position - t.position + 1),
    ...(p.loop ? { loop: p.loop } : {}),
    // 8: the segment has an element in error.
    code: code ?? '8',
    elements,
  };
};

const setOf = (t: Transaction, problems: readonly X12Problem[]): SetAcknowledgment => {
  const errors = problems.flatMap((p) => errorOf(t, p) ?? []);
  const codes = [...new Set(problems.flatMap((p) => setCode[p.rule] ?? []))];
  const unread = problems.some((p) => p.rule === 'otherSet');
  return {
    set: t.set,
    control: t.control,
    version: t.version,
    errors,
    standing: unread ? 'R' : errors.length + codes.length > 0 ? 'E' : 'A',
    codes: [...(errors.length > 0 ? ['5'] : []), ...codes].slice(0, 5),
  };
};

/** What is said back about one group: which of its transactions were read, and what is wrong in them. */
export const acknowledgeGroup = (
  g: Group,
  problemsOf: (t: Transaction) => readonly X12Problem[],
): GroupAcknowledgment => {
  const sets = g.transactions.map((t) => setOf(t, problemsOf(t)));
  const accepted = sets.filter((s) => s.standing !== 'R').length;
  const standing =
    accepted === 0 ? 'R' : accepted < sets.length ? 'P' : sets.some((s) => s.standing === 'E') ? 'E' : 'A';
  return {
    groupCode: g.code,
    groupControl: g.control,
    version: g.version,
    sets,
    standing,
    included: sets.length,
    received: sets.length,
    accepted,
    codes: g.problems.some((p) => p.rule === 'controlMismatch')
      ? ['4']
      : g.problems.some((p) => p.rule === 'countMismatch')
        ? ['5']
        : [],
  };
};

/** What is said back about the envelope. X12 I18: 001 control numbers differ, 021 the number of groups is wrong. */
export const acknowledgeInterchange = (i: Interchange): InterchangeAcknowledgment => {
  const rules = i.problems.map((p) => p.rule);
  const note = rules.includes('controlMismatch') ? '001' : rules.includes('countMismatch') ? '021' : '000';
  return {
    control: i.control,
    sentOn: i.sentOn,
    sentAt: i.sentAt,
    standing: note === '000' ? 'A' : 'E',
    note,
  };
};
