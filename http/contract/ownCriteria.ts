import type { CriteriaWords, OwnCriteriaReading } from '@openum/casework/ownCriteria/read.ts';
import { z } from 'zod';
import { criteriaSetBody } from './criteriaSet.ts';

/** GET /api/own-criteria/:setId */
export type OwnCriteriaView = OwnCriteriaReading;
/** GET /api/criteria-words */
export type CriteriaWordsView = CriteriaWords;

const version = z.string().max(20);
const reason = z.string().trim().min(1).max(1000);
const reference = z.object({ setId: z.string().max(80), version: z.string().max(40) });

/** POST /api/own-criteria/:setId/acts. `sequence`: what the person was looking at. */
export const ownCriteriaActBody = z.object({
  sequence: z.int32().min(0),
  act: z.discriminatedUnion('type', [
    z.object({
      type: z.literal('DraftCriteria'),
      set: criteriaSetBody,
      basedOn: reference.optional(),
      note: z.string().trim().max(1000),
    }),
    z.object({ type: z.literal('SaveCriteria'), version, set: criteriaSetBody }),
    z.object({ type: z.literal('SubmitCriteria'), version, note: z.string().trim().max(1000) }),
    z.object({ type: z.literal('SendBackCriteria'), version, reason }),
    z.object({ type: z.literal('ApproveCriteria'), version }),
    z.object({
      type: z.literal('PublishCriteria'),
      version,
      effectiveFrom: z.iso.date(),
      effectiveTo: z.iso.date().optional(),
      skipReplayBecause: z.string().trim().max(1000).optional(),
    }),
    z.object({ type: z.literal('RetireCriteria'), version, retiredFrom: z.iso.date(), reason }),
    z.object({ type: z.literal('DiscardCriteria'), version, reason }),
  ]),
});
export type OwnCriteriaActBody = z.input<typeof ownCriteriaActBody>;
