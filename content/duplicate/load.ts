import type { DuplicateRules } from '@openum/domain/duplicate/duplicate.ts';
import { z } from 'zod';
import rulesJson from './rules.json' with { type: 'json' };

const points = z.number().int().min(0).max(100);
const shape = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  provenance: z.string().min(1),
  lookBackDays: z.number().int().positive(),
  nearDays: z.number().int().min(0),
  soonDays: z.number().int().min(0),
  threshold: z.number().int().min(1).max(100),
  points: z.strictObject({
    sameService: points,
    sameCategory: points,
    datesOverlap: points,
    datesNear: points,
    datesUnknown: points,
    sameProvider: points,
    askedSoon: points,
    askedLately: points,
  }),
});

/** Reads and checks how requests are compared. Throws with the field at fault. */
const readDuplicateRules = (json: unknown): DuplicateRules => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/duplicate: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  return read.data;
};

export const duplicateRules = readDuplicateRules(rulesJson);
