import { letterFields } from '@openum/domain/denial/letter/record.ts';
import { z } from 'zod';
import { calendarDay, optionalText, text } from './field.ts';

export type { DenialLetterReading } from '@openum/casework/practice/denialLetter/read.ts';

const id = z.string().min(1).max(64);
const whole = z.int32().min(0);

const mark = z.strictObject({
  field: z.enum(letterFields),
  page: z.int32().min(1),
  start: whole,
  end: whole,
  quote: text(4000),
});

/** POST /api/practice/episodes/:episodeId/denial-letters */
export const denialLetterBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  documentId: id,
  marks: z.array(mark).max(40),
  facts: z.strictObject({
    letterOn: calendarDay.exactOptional(),
    reference: optionalText(100),
    reason: optionalText(4000),
    criteria: optionalText(1000),
    appealBy: calendarDay.exactOptional(),
    appealTo: optionalText(500),
  }),
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('known'), denialId: id }),
    z.strictObject({
      kind: z.literal('new'),
      coverageId: id,
      receivedOn: calendarDay,
      from: calendarDay,
      to: calendarDay,
      amount: whole.max(100_000_000_00),
      submissionId: id.exactOptional(),
      levelOfCare: optionalText(100),
    }),
  ]),
});
export type DenialLetterBody = z.input<typeof denialLetterBody>;
