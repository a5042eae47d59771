import type { ReferralList, ReferralRow } from '@openum/casework/caseManagement/list.ts';
import { closingOutcomes, referralPriorities, referralReasons } from '@openum/domain/caseManagement/event.ts';
import { z } from 'zod';
import { text } from './field.ts';

/** GET /api/case-management. */
export type ReferralsView = ReferralList;
export type ReferralsRow = ReferralRow;

const referralId = z.string().max(64);

/** Acts around a hand-off to case management; part of `commandBody`. */
export const caseManagementBodies = [
  z.object({
    type: z.literal('ReferToCaseManagement'),
    reason: z.enum(referralReasons),
    priority: z.enum(referralPriorities),
    summary: text(4000),
  }),
  z.object({
    type: z.literal('AcceptCaseManagement'),
    referralId,
    goals: z.array(text(500)).min(1).max(12),
  }),
  z.object({
    type: z.literal('CloseCaseManagement'),
    referralId,
    outcome: z.enum(closingOutcomes),
    reason: text(2000),
  }),
] as const;
