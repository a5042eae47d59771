import { Hl7Message } from '@medplum/core';
import { type Fields, fieldsOf } from './field.ts';
import type { Hl7Problem } from './problem.ts';

/** The header of a message: what can be answered and how, whatever else is wrong. */
export type Envelope = {
  readonly message: Hl7Message;
  readonly fields: Fields;
  readonly controlId: string;
  readonly type: string;
  readonly event: string;
};

export type Opened =
  | { readonly kind: 'opened'; readonly envelope: Envelope }
  /** `message` where at least the header can be read, so that the answer goes back to whom it names. */
  | { readonly kind: 'unreadable'; readonly problems: readonly Hl7Problem[]; readonly message?: Hl7Message };

/** Names of table 0211, and those that senders write for them. */
const charsets: Readonly<Record<string, string>> = {
  ASCII: 'utf-8',
  'UNICODE UTF-8': 'utf-8',
  'UTF-8': 'utf-8',
  UNICODE: 'utf-8',
  '8859/1': 'windows-1252',
  '8859/15': 'iso-8859-15',
};

const problem = (code: Hl7Problem['code'], location: string, text: string): Hl7Problem => ({ code, location, text });

const mshField = (header: string, separator: string, n: number): string => header.split(separator)[n - 1] ?? '';

/** The text of the bytes by the character set that the message names; without a name UTF-8 where it is that, else Latin 1. */
const decode = (bytes: Uint8Array): string | undefined => {
  const plain = Buffer.from(bytes).toString('latin1');
  const start = plain.indexOf('MSH');
  const header = plain.slice(start).split(/[\r\n]/, 1)[0] ?? '';
  const named =
    mshField(header, header[3] ?? '|', 18)
      .split('~')[0]
      ?.trim()
      .toUpperCase() ?? '';
  const known = charsets[named];
  if (named !== '' && known === undefined) return undefined;
  const strict = (label: string) => new TextDecoder(label, { fatal: true }).decode(bytes);
  try {
    return strict(known ?? 'utf-8');
  } catch {
    return known === undefined || named === 'ASCII' ? new TextDecoder('windows-1252').decode(bytes) : undefined;
  }
};

const separatorsProblem = (text: string): Hl7Problem | undefined => {
  const field = text[3] ?? '';
  const [encoding = ''] = text.slice(4).split(field, 1);
  const all = [field, ...encoding];
  const proper = encoding.length >= 4 && encoding.length <= 5 && all.every((c) => /^[!-/:-@[-`{-~]$/.test(c));
  return proper && new Set(all).size === all.length
    ? undefined
    : problem(102, 'MSH^1^2', 'MSH-1 and MSH-2 must be five different signs, no letters, digits or blanks.');
};

/** Opens a message: decodes it, checks its separators and header. Nothing of the body is looked at. */
export const openMessage = (bytes: Uint8Array): Opened => {
  const decoded = decode(bytes);
  if (decoded === undefined)
    return {
      kind: 'unreadable',
      problems: [
        problem(102, 'MSH^1^18', 'The bytes are not in the character set of MSH-18, or it is not known here.'),
      ],
    };
  // No text that is kept can hold it, and an acknowledgement repeats what stands in the header.
  if (decoded.includes('\0'))
    return { kind: 'unreadable', problems: [problem(102, 'MSH^1', 'The message holds the character NUL.')] };
  const text = decoded.replace(/^[\uFEFF\s]+/, '');
  if (!text.startsWith('MSH'))
    return { kind: 'unreadable', problems: [problem(100, 'MSH^1', 'A message begins with the segment MSH.')] };
  const badSigns = separatorsProblem(text);
  if (badSigns) return { kind: 'unreadable', problems: [badSigns] };
  const message = Hl7Message.parse(text);
  const fields = fieldsOf(message);
  const msh = fields.segment('MSH');
  const controlId = fields.component(msh, 10);
  const type = fields.component(msh, 9);
  const event = fields.component(msh, 9, 2) ?? fields.component(fields.segment('EVN'), 1);
  const processing = fields.component(msh, 11);
  const version = fields.component(msh, 12);
  const problems = [
    ...(type ? [] : [problem(101, 'MSH^1^9', 'MSH-9, the message type, is missing.')]),
    ...(controlId ? [] : [problem(101, 'MSH^1^10', 'MSH-10, the control id, is missing.')]),
    ...(processing === undefined || processing === 'P'
      ? []
      : [problem(202, 'MSH^1^11', 'MSH-11 must be P: this system takes messages of production only.')]),
    ...(version === undefined || /^2\.[1-9](\.\d)?$/.test(version)
      ? []
      : [problem(203, 'MSH^1^12', 'MSH-12 must be a version 2.1 to 2.9.')]),
    ...(type && type !== 'ADT' ? [problem(200, 'MSH^1^9', 'Only ADT messages are taken here.')] : []),
  ];
  if (problems.length > 0 || !controlId || !type) return { kind: 'unreadable', problems, message };
  return { kind: 'opened', envelope: { message, fields, controlId, type, event: event ?? '' } };
};
