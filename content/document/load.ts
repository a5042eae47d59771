import { documentKinds } from '@openum/domain/checklist/kind.ts';
import type { DocumentCues } from '@openum/domain/document/classify.ts';
import { z } from 'zod';
import cuesJson from './cues.json' with { type: 'json' };

const phrase = z
  .string()
  .min(2)
  .refine((p) => p === p.toLowerCase().trim(), 'is in lower case, without blanks around it');

const shape = z.strictObject({
  provenance: z.string().min(1),
  version: z.string().min(1),
  headLines: z.number().int().positive(),
  titleWeight: z.number().int().positive(),
  least: z.number().int().positive(),
  kinds: z
    .array(
      z.strictObject({
        kind: z.enum(documentKinds),
        titles: z.array(phrase).min(1),
        words: z.array(phrase).min(1),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map((k) => k.kind)).size === all.length, 'a kind occurs twice'),
});

/** Reads and checks the words by which pages are told apart. Throws with the field at fault. */
export const readDocumentCues = (json: unknown): DocumentCues => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/document: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  const { provenance: _, ...cues } = read.data;
  return cues;
};

export const documentCues = readDocumentCues(cuesJson);
