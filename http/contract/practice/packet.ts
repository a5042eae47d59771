import { submissionKinds } from '@openum/domain/episode/record.ts';
import { packetWays } from '@openum/domain/packet/record.ts';
import { z } from 'zod';
import { calendarDay, icd10, moment, optionalText, text } from './field.ts';

export type { PacketDesk } from '@openum/casework/practice/packet/desk.ts';

const id = z.string().min(1).max(64);
const pageNumber = z.int32().min(1).max(10_000);

export const chosenPages = z.strictObject({
  documentId: id,
  pages: z
    .strictObject({ from: pageNumber, to: pageNumber })
    .refine((p) => p.from <= p.to, 'the last page lies before the first')
    .exactOptional(),
});

const request = z.strictObject({
  kind: z.enum(submissionKinds),
  levelOfCare: text(100),
  codes: z.array(z.string().trim().min(1).max(20)).min(1, 'name at least one code').max(5),
  from: calendarDay,
  to: calendarDay,
  units: z.number().int('must be a whole number').min(1, 'must be one or more').max(10_000).exactOptional(),
  urgency: z.enum(['standard', 'expedited']),
  clinicalSummary: text(20_000),
  diagnoses: z.array(icd10).max(12).exactOptional(),
});

/** POST /api/practice/episodes/:episodeId/packets and /packet-preview: `commandId` becomes the id of the packet. */
export const packetBody = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(1),
  coverageId: id,
  request: request.exactOptional(),
  /** Or what the payer asked for. */
  answers: z.strictObject({ submissionId: id, summary: text(20_000) }).exactOptional(),
  /** How the summary was when it came in: kept as a check beside that of what goes. */
  noteBefore: optionalText(20_000),
  updates: z.array(z.strictObject({ wanted: text(500), text: text(10_000) })).max(40),
  documents: z.array(chosenPages).max(60, 'at most 60 documents'),
  addressee: text(200),
  fax: optionalText(60),
  consent: optionalText(500),
});
export type PacketBody = z.input<typeof packetBody>;

const sentTo = text(200);

/** POST …/packets/:packetId/sent: by the gateway of the installation, or as somebody sent it by themselves. */
export const packetSentBody = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('gateway'), commandId: z.uuid(), way: z.enum(['fax', 'email']), sentTo }),
  z.strictObject({
    by: z.literal('person'),
    commandId: z.uuid(),
    way: z.enum(packetWays),
    sentTo,
    sentAt: moment.exactOptional(),
    reference: optionalText(100),
    spokeWith: optionalText(200),
  }),
]);
