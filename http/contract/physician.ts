import { z } from 'zod';

/** Acts of giving referred lines to a physician; part of `commandBody`. */
export const physicianBodies = [
  z.object({
    type: z.literal('AssignPhysician'),
    because: z.enum(['referral', 'handOver', 'taken']),
    toUserId: z.string().max(64).optional(),
    reason: z.string().trim().max(1000).optional(),
  }),
] as const;
