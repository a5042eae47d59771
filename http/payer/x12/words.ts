import { fileCodeWords } from '@openum/content/payerFile/codes.ts';
import type {
  GroupAcknowledgment,
  InterchangeAcknowledgment,
  SegmentError,
  SetAcknowledgment,
} from '@openum/x12/acknowledgment/acknowledgment.ts';
import type { Rejection } from '@openum/x12/authorization/request.ts';

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Why a payer's system could not take a request (AAA), and what to do. */
export const rejectionWords = ({ reason, followUp }: Rejection): string => {
  const why = sentence(fileCodeWords('rejectReason', reason));
  return followUp ? `${why} ${sentence(fileCodeWords('followUp', followUp))}` : why;
};

export const decisionWords = (codes: readonly string[]): string =>
  codes.map((code) => sentence(fileCodeWords('decisionReason', code))).join(' ');

const segmentWords = (e: SegmentError): readonly string[] => {
  const at = `Segment ${e.position} (${e.segment})`;
  const elements = e.elements.map(
    (x) =>
      `${at}, element ${x.element}${x.component === undefined ? '' : `-${x.component}`}: ${fileCodeWords('elementError', x.code)}.`,
  );
  return elements.length > 0 || e.code === undefined ? elements : [`${at}: ${fileCodeWords('segmentError', e.code)}.`];
};

const setWords = (s: SetAcknowledgment): readonly string[] => [
  ...s.errors.flatMap(segmentWords),
  ...s.codes.map((code) => `Transaction ${s.set}: ${fileCodeWords('setError', code)}.`),
];

export const groupWords = (a: GroupAcknowledgment): readonly string[] => [
  ...a.sets.flatMap(setWords),
  ...a.codes.map((code) => sentence(fileCodeWords('groupError', code))),
];

export const interchangeWords = ({ note }: InterchangeAcknowledgment): readonly string[] =>
  note === '000' ? [] : [sentence(fileCodeWords('interchangeNote', note))];
