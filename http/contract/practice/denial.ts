import { appealOutcomes, denialCauses } from '@openum/domain/episode/record.ts';
import { z } from 'zod';
import { day, text } from './field.ts';

export type { DenialLine, DenialsReading, RetroLine } from '@openum/casework/practice/denial/list.ts';
export type { AppliedClaim, PlannedClaim } from '@openum/casework/practice/remittance/apply.ts';

const cents = z.number().int('must be whole cents').min(0, 'must be zero or more').max(100_000_000_00);
const id = z.string().min(1).max(200);

/** POST /api/practice/episodes/:episodeId/denial-acts */
export const denialActRequest = z.object({
  commandId: z.uuid(),
  expectedVersion: z.number().int().min(0),
  act: z.discriminatedUnion('type', [
    z.object({ type: z.literal('AssignCause'), denialId: id, cause: z.enum(denialCauses), reason: text(1000) }),
    z.object({
      type: z.literal('SendAppeal'),
      denialId: id,
      level: z.number().int().min(1, 'the first level is 1').max(9),
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
  ]),
});
export type DenialActBody = z.input<typeof denialActRequest>['act'];

const mostCharacters = 20 * 1024 * 1024;

/** POST /api/practice/remittances/preview and /api/practice/remittances: the text of an 835 file. */
export const remittanceBody = z.object({
  text: z.string().min(1, 'the file is empty').max(mostCharacters, 'the file is larger than 20 MB'),
  /** Places in the file of claims to be taken although something about them is wrong. */
  despite: z.array(z.number().int()).max(10_000).default([]),
});

export type RemittanceProblem = { readonly position: number; readonly text: string };
export type RemittancePayment<T> = {
  readonly payerName: string;
  readonly traceNumber: string;
  readonly paidOn: string;
  readonly amount: number;
  readonly claims: readonly (T & { readonly problems: readonly string[] })[];
};
export type RemittanceAnswer<T> = {
  readonly payments: readonly RemittancePayment<T>[];
  readonly problems: readonly RemittanceProblem[];
};
