import { reopeningGrounds } from '@openum/domain/reopening/event.ts';
import { z } from 'zod';

/** The act by which a physician opens a granted line again. */
export const reopeningBodies = [
  z.object({
    type: z.literal('ReopenItem'),
    itemSequence: z.int32().positive(),
    ground: z.enum(reopeningGrounds),
    reason: z.string().trim().min(1).max(4000),
    evidence: z.array(z.string().max(64)).min(1).max(50),
  }),
] as const;
