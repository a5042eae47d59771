import { appealOutcomes, denialCauses } from '@openum/domain/episode/record.ts';
import { z } from 'zod';
import { day, text } from './field.ts';
import { paging } from './request.ts';

export type { DenialLine, DenialsReading } from '@openum/casework/practice/denial/list.ts';
export type { DenialFilter, DenialPage } from '@openum/casework/practice/denial/page.ts';

/** GET /api/practice/denials */
export const denialsQuery = z.object({
  payer: z.string().max(100).exactOptional(),
  programme: z.string().max(100).exactOptional(),
  cause: z.enum(denialCauses).exactOptional(),
  appeal: z.literal('open').exactOptional(),
  ...paging,
});

const cents = z.number().int('must be whole cents').min(0, 'must be zero or more').max(100_000_000_00);
const id = z.string().min(1).max(200);

/** POST /api/practice/episodes/:episodeId/denial-acts */
export const denialActRequest = z.object({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(0),
  act: z.discriminatedUnion('type', [
    z.object({ type: z.literal('AssignCause'), denialId: id, cause: z.enum(denialCauses), reason: text(1000) }),
    z.object({
      type: z.literal('SendAppeal'),
      denialId: id,
      level: z.int32().min(1, 'the first level is 1').max(9),
      urgency: z.enum(['standard', 'expedited']),
      sentOn: day,
      sentTo: z.string().trim().max(300).optional(),
      letter: text(20_000),
    }),
    z.object({
      type: z.literal('RecordAppealAnswer'),
      appealId: id,
      outcome: z.enum(appealOutcomes),
      answeredOn: day,
      recovered: cents,
      note: z.string().trim().max(2000).optional(),
    }),
    z.object({ type: z.literal('RecordAppealMoney'), appealId: id, recovered: cents }),
  ]),
});
export type DenialActBody = z.input<typeof denialActRequest>['act'];
