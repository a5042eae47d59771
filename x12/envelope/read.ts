import { problem, type X12Problem } from '../text/problem.ts';
import { type Segment, text } from '../text/segment.ts';
import { type Limits, tokenize } from '../text/tokenize.ts';
import type { Group, Interchange, Transaction } from './interchange.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

export type ReadFile = {
  readonly interchanges: readonly Interchange[];
  /** What keeps the rest of the file from being read, or stands outside any interchange. */
  readonly problems: readonly X12Problem[];
};

const padded = (s: Segment, n: number): string => (text(s, n) ?? '').trim();

const beginInterchange = (s: Segment): Open<Interchange> => ({
  sender: { qualifier: padded(s, 5), id: padded(s, 6) },
  receiver: { qualifier: padded(s, 7), id: padded(s, 8) },
  sentOn: padded(s, 9),
  sentAt: padded(s, 10),
  control: padded(s, 13),
  acknowledgmentWanted: padded(s, 14) === '1',
  usage: padded(s, 15),
  acknowledgments: [],
  groups: [],
  problems: [],
});

const beginGroup = (s: Segment): Open<Group> => ({
  code: padded(s, 1),
  sender: padded(s, 2),
  receiver: padded(s, 3),
  control: padded(s, 6),
  version: padded(s, 8),
  transactions: [],
  problems: [],
});

const beginTransaction = (s: Segment, group: Group): Open<Transaction> => ({
  set: padded(s, 1),
  control: padded(s, 2),
  version: text(s, 3) ?? group.version,
  position: s.position,
  segments: [],
  problems: [],
});

/** The trailer of each envelope repeats a number of its head and counts what lies between. */
const trailer = (s: Segment, control: string, count: number): X12Problem[] => [
  ...(Number(text(s, 2)) === Number(control) || text(s, 2) === control
    ? []
    : [problem('controlMismatch', s, 'the control number is not that of the beginning', { element: 2 })]),
  ...(Number(text(s, 1)) === count
    ? []
    : [problem('countMismatch', s, `the count does not agree: there are ${count}`, { element: 1 })]),
];

/** Envelopes of a file with whatever is wrong in them. A part that is whole is given although a later part is cut off. */
export const readFile = (chunks: Iterable<string>, limits?: Limits): ReadFile => {
  const interchanges: Open<Interchange>[] = [];
  const problems: X12Problem[] = [];
  let inOpen: Open<Interchange> | undefined;
  let groupOpen: Open<Group> | undefined;
  let setOpen: Open<Transaction> | undefined;
  let last: Segment | undefined;

  const stray = (s: Segment) => problems.push(problem('unexpectedSegment', s, 'it has no place here in the envelopes'));
  const cut = (at: Segment, what: string) =>
    problems.push(problem('truncated', at, `${what} has no end; what was read of it is set aside`));
  const closeSet = (at: Segment) => {
    if (setOpen) cut(at, `the transaction ${setOpen.set}`);
    setOpen = undefined;
  };
  const closeGroup = (at: Segment) => {
    closeSet(at);
    if (groupOpen) cut(at, 'the functional group');
    groupOpen = undefined;
  };

  for (const s of tokenize(chunks, limits)) {
    if (s.kind === 'problem') {
      problems.push(s);
      break;
    }
    last = s;
    switch (s.id) {
      case 'ISA':
        closeGroup(s);
        inOpen = beginInterchange(s);
        interchanges.push(inOpen);
        break;
      case 'TA1':
        if (inOpen && !groupOpen) inOpen.acknowledgments.push(s);
        else if (setOpen) setOpen.segments.push(s);
        else stray(s);
        break;
      case 'GS':
        closeGroup(s);
        if (!inOpen) stray(s);
        else {
          groupOpen = beginGroup(s);
          inOpen.groups.push(groupOpen);
        }
        break;
      case 'ST':
        closeSet(s);
        if (groupOpen) setOpen = beginTransaction(s, groupOpen);
        else stray(s);
        break;
      case 'SE':
        if (setOpen && groupOpen) {
          setOpen.problems.push(...trailer(s, setOpen.control, setOpen.segments.length + 2));
          groupOpen.transactions.push(setOpen);
        } else stray(s);
        setOpen = undefined;
        break;
      case 'GE':
        closeSet(s);
        if (groupOpen) groupOpen.problems.push(...trailer(s, groupOpen.control, groupOpen.transactions.length));
        else stray(s);
        groupOpen = undefined;
        break;
      case 'IEA':
        closeGroup(s);
        if (inOpen) inOpen.problems.push(...trailer(s, inOpen.control, inOpen.groups.length));
        else stray(s);
        inOpen = undefined;
        break;
      default:
        if (setOpen) setOpen.segments.push(s);
        else stray(s);
    }
  }
  if (last && inOpen) {
    closeGroup(last);
    cut(last, 'the interchange');
  }
  if (!last && problems.length === 0) problems.push(problem('notX12', { id: 'ISA', position: 1 }, 'the file is empty'));
  return { interchanges, problems };
};
