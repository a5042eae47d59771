import { z } from 'zod';
import { text } from './field.ts';

/** Acts on records under 42 CFR Part 2; without documents the whole case is meant. */
export const part2Bodies = [
  z.object({
    type: z.literal('MarkPart2'),
    protected: z.boolean(),
    reason: text(2000),
    documentIds: z.array(z.string().max(64)).min(1).max(500).optional(),
  }),
] as const;
