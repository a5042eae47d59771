import type { Hl7Context, Hl7Message, Hl7Segment } from '@medplum/core';

/** HL7's own way to say that a value is deleted. */
const deleted = '""';

const hex = (digits: string): string => {
  const bytes = digits.match(/../g) ?? [];
  return new TextDecoder('utf-8').decode(Uint8Array.from(bytes, (b) => Number.parseInt(b, 16)));
};

/** The character NUL is no sign that a text may hold: its escape stays as sent. */
const shown = (text: string): string | undefined => (text.includes('\0') ? undefined : text);

/** Escape sequences as the signs that they stand for (HL7 v2.5.1, 2.7). Formatting is dropped; what nobody knows stays as sent. */
const unescaped = (text: string, context: Hl7Context): string => {
  const mark = context.escapeCharacter;
  if (!text.includes(mark)) return text;
  const signs: Readonly<Record<string, string>> = {
    F: context.fieldSeparator,
    S: context.componentSeparator,
    T: context.subcomponentSeparator,
    R: context.repetitionSeparator,
    E: mark,
    '.br': '\n',
    '.sp': '\n',
    H: '',
    N: '',
  };
  const parts = text.split(mark);
  let plain = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const code = parts[at] ?? '';
    const closed = at + 1 < parts.length;
    const sign = signs[code] ?? (/^X([0-9A-Fa-f]{2})+$/.test(code) ? shown(hex(code.slice(1))) : undefined);
    plain += closed && sign !== undefined ? sign : `${mark}${code}${closed ? mark : ''}`;
    plain += parts[at + 1] ?? '';
  }
  return plain;
};

/** Reads fields of one message by the numbers that the standard gives them. Absent, empty and deleted are undefined. */
export const fieldsOf = (message: Hl7Message) => {
  const plain = (raw: string | undefined): string | undefined => {
    const text = raw === undefined || raw === deleted ? '' : unescaped(raw, message.context).trim();
    return text === '' ? undefined : text;
  };
  const component = (
    segment: Hl7Segment | undefined,
    field: number,
    n = 1,
    repetition = 0,
    sub = 0,
  ): string | undefined => {
    const whole = segment?.getField(field)?.components[repetition]?.[n - 1];
    return plain(whole?.split(message.context.subcomponentSeparator)[sub]);
  };
  return {
    segment: (name: string) => message.getSegment(name),
    all: (name: string) => message.getAllSegments(name),
    component,
    repetitions: (segment: Hl7Segment | undefined, field: number): number =>
      segment?.getField(field)?.components.length ?? 0,
  };
};
export type Fields = ReturnType<typeof fieldsOf>;
