import type { UrgencyRule } from '@openum/domain/urgency/triage.ts';
import { z } from 'zod';
import { factCatalogue } from '../fact/load.ts';
import { loadServiceCatalogue } from '../service/load.ts';
import rulesJson from './rules.json' with { type: 'json' };

const categories = new Set(loadServiceCatalogue().services.map((s) => s.category));
const some = <T extends z.ZodType>(of: T) => z.array(of).min(1).optional();

const when = z
  .strictObject({
    setting: some(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other'])),
    reviewType: some(z.enum(['prospective', 'concurrent', 'retrospective'])),
    category: some(z.string().refine((c) => categories.has(c), 'is no category of the catalogue')),
    diagnosis: some(z.string().regex(/^[A-Z]\d/, 'begins an ICD-10-CM code')),
    ageBelow: z.number().positive().optional(),
    ageFrom: z.number().min(0).optional(),
    factTrue: some(z.string().refine((k) => factCatalogue.byKey.get(k)?.kind === 'boolean', 'is no yes-or-no fact')),
    said: some(z.string().regex(/^[^A-Z]+$/, 'is in lower case')),
    startsWithinDays: z.number().int().min(0).optional(),
  })
  .refine((w) => Object.keys(w).length > 0, 'says when');

const shape = z.strictObject({
  provenance: z.string().min(1),
  rules: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        version: z.string().min(1),
        when,
        reason: z.string().regex(/\.$/, 'is a sentence'),
        citation: z.string().min(1),
      }),
    )
    .refine((all) => new Set(all.map((r) => r.id)).size === all.length, 'an id occurs twice'),
});

/** Reads and checks the signs of urgency. Throws with the field at fault. */
export const readUrgencyRules = (json: unknown): readonly UrgencyRule[] => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(`content/urgency: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
  return read.data.rules as unknown as readonly UrgencyRule[];
};

export const urgencyRules = readUrgencyRules(rulesJson);
