import { Hl7Context, type Hl7Message, Hl7Segment } from '@medplum/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type AckCode, type Hl7Problem, hl7ErrorText } from './problem.ts';

const stamp = (at: Instant): string => `${at.slice(0, 19).replace(/[-:T]/g, '')}+0000`;

const plain = new Hl7Context();

/** Our own words in the separators of the other side. */
const escaped = (text: string, c: Hl7Context): string => {
  const e = c.escapeCharacter;
  const codes = new Map([
    [e, 'E'],
    [c.fieldSeparator, 'F'],
    [c.componentSeparator, 'S'],
    [c.subcomponentSeparator, 'T'],
    [c.repetitionSeparator, 'R'],
  ]);
  return [...text].map((sign) => (codes.has(sign) ? `${e}${codes.get(sign)}${e}` : sign)).join('');
};

type Answer = {
  readonly code: AckCode;
  readonly problems: readonly Hl7Problem[];
  readonly at: Instant;
  readonly controlId: string;
};

/** The acknowledgement of a message: who sent it gets their own control id back, and for each problem an ERR with field and rule. */
export const acknowledge = (message: Hl7Message | undefined, { code, problems, at, controlId }: Answer): Uint8Array => {
  const context = message?.context ?? plain;
  const field = (n: number): string => message?.header.getField(n)?.toString() ?? '';
  const event = message?.header.getComponent(9, 2) ?? '';
  const c = context.componentSeparator;
  const type = event === '' ? 'ACK' : `ACK${c}${event}${c}ACK`;
  const header = [
    'MSH',
    context.getMsh2(),
    field(5) || 'OPENUM',
    field(6),
    field(3),
    field(4),
    stamp(at),
    '',
    type,
    controlId,
    field(11) || 'P',
    field(12) || '2.5.1',
    '',
    '',
    '',
    '',
    '',
    'UNICODE UTF-8',
  ];
  const err = (p: Hl7Problem): Hl7Segment =>
    new Hl7Segment(
      [
        'ERR',
        '',
        p.location.replaceAll('^', c),
        [String(p.code), hl7ErrorText[p.code], 'HL70357'].join(c),
        'E',
        '',
        '',
        '',
        escaped(p.text, context),
      ],
      context,
    );
  const segments = [new Hl7Segment(['MSA', code, field(10)], context), ...problems.map(err)];
  const text = [header.join(context.fieldSeparator), ...segments.map((s) => s.toString())].join('\r');
  return new TextEncoder().encode(`${text}\r`);
};
