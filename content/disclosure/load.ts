import { roles } from '@openum/domain/actor/actor.ts';
import { z } from 'zod';
import part2Json from './part2.json' with { type: 'json' };

const part2Shape = z.object({
  citation: z.string().min(1),
  provenance: z.string().min(1),
  diagnosisPrefixes: z.array(z.string().min(1)).min(1),
  serviceCodes: z.array(z.string().min(1)),
  levelsOfCare: z.array(z.string().min(1)),
  openRoles: z.array(z.enum(roles)).min(1),
  statement: z.string().min(1),
});

/** What must go with records of substance use treatment when they leave the house. */
export const part2 = part2Shape.parse(part2Json);
