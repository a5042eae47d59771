import type { Checklist } from '@openum/domain/checklist/checklist.ts';
import { documentKinds } from '@openum/domain/checklist/kind.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import { factCatalogue } from '../fact/load.ts';
import { loadServiceCatalogue } from '../service/load.ts';
import checklistsJson from './checklists.json' with { type: 'json' };

const services = loadServiceCatalogue().services;
const codes = new Set(services.map((s) => s.code));
const categories = new Set(services.map((s) => s.category));

const piece = z.strictObject({
  pieceId: z.string().min(1),
  label: z.string().min(1),
  ask: z.string().regex(/\.$/, 'is a sentence'),
  kinds: z.array(z.enum(documentKinds)).min(1),
  facts: z.array(z.string().refine((k) => factCatalogue.byKey.has(k), 'is no fact of the catalogue')).optional(),
});

const checklist = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  citation: z.string().min(1),
  effectiveFrom: z.string().refine(isCalendarDateText, 'is a day'),
  appliesTo: z
    .strictObject({
      services: z.array(z.string().refine((c) => codes.has(c), 'is not in the service catalogue')).optional(),
      categories: z.array(z.string().refine((c) => categories.has(c), 'is no category of the catalogue')).optional(),
      settings: z.array(z.string()).optional(),
      reviewTypes: z.array(z.enum(['prospective', 'concurrent', 'retrospective'])).optional(),
    })
    .refine((a) => Object.keys(a).length > 0, 'says for what it is'),
  pieces: z.array(piece).min(1),
});

const shape = z.strictObject({
  provenance: z.string().min(1),
  checklists: z
    .array(checklist)
    .refine((all) => new Set(all.map((c) => `${c.id} ${c.version}`)).size === all.length, 'a version occurs twice'),
});

/** Reads and checks what requests should come with. Throws with the field at fault. */
export const readChecklists = (json: unknown): readonly Checklist[] => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/checklist: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  return read.data.checklists as unknown as readonly Checklist[];
};

export const checklists = readChecklists(checklistsJson);
