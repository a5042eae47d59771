import { type Content, segment } from '../text/segment.ts';
import { cleaned, delimitersFor, writeSegment } from '../text/write.ts';
import type { Party } from './interchange.ts';

export type OutgoingTransaction = { readonly set: string; readonly version: string; readonly body: readonly Content[] };

export type OutgoingInterchange = {
  readonly sender: Party;
  readonly receiver: Party;
  /** One to 999999999; each is used once between two parties. */
  readonly control: number;
  readonly usage: 'P' | 'T';
  /** Wall clock of the sender: `YYYYMMDD` and `HHMM`. */
  readonly on: string;
  readonly at: string;
  readonly acknowledgmentWanted?: boolean;
  readonly groupCode: string;
  readonly version: string;
  /** Without any, no group is written. */
  readonly transactions: readonly OutgoingTransaction[];
  /** TA1 segments; they stand before the group. */
  readonly acknowledgments?: readonly Content[];
};

const fixed = (value: string, length: number): string => value.slice(0, length).padEnd(length);

const wrapped = ({ set, version, body }: OutgoingTransaction, at: number): readonly Content[] => {
  const control = String(at + 1).padStart(4, '0');
  return [segment('ST', set, control, version), ...body, segment('SE', String(body.length + 2), control)];
};

export const writeInterchange = (out: OutgoingInterchange): string => {
  const { sender, receiver, on, at, version } = out;
  const control = String(out.control);
  const hasGroup = out.transactions.length > 0;
  const group = [
    ...(out.acknowledgments ?? []),
    ...(hasGroup
      ? [
          segment('GS', out.groupCode, sender.id, receiver.id, on, at, control, 'X', version),
          ...out.transactions.flatMap(wrapped),
          segment('GE', String(out.transactions.length), control),
        ]
      : []),
    segment('IEA', hasGroup ? '1' : '0', control.padStart(9, '0')),
  ];
  const delimiters = delimitersFor(group);
  const header = [
    'ISA',
    '00',
    fixed('', 10),
    '00',
    fixed('', 10),
    fixed(sender.qualifier, 2),
    fixed(sender.id, 15),
    fixed(receiver.qualifier, 2),
    fixed(receiver.id, 15),
    on.slice(2),
    at,
    delimiters.repetition ?? 'U',
    '00501',
    control.padStart(9, '0'),
    out.acknowledgmentWanted ? '1' : '0',
    out.usage,
    delimiters.component,
  ].join(delimiters.element);
  return header + delimiters.segment + group.map((s) => writeSegment(cleaned(s), delimiters)).join('');
};
