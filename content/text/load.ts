import {
  assertions,
  type ReadyTextRules,
  readyTextRules,
  sectionKinds,
  type TextRules,
} from '@openum/domain/text/rule.ts';
import { z } from 'zod';
import clinical from './clinical.json' with { type: 'json' };

const phrase = z.string().trim().min(1);

const shape = z.strictObject({
  version: z.string().min(1),
  provenance: z.string().min(1),
  abbreviations: z.array(phrase),
  sections: z.array(
    z.strictObject({
      kind: z.enum(sectionKinds),
      headings: z.array(phrase).min(1),
      assertion: z.enum(assertions).exactOptional(),
    }),
  ),
  cues: z.array(
    z.strictObject({
      phrases: z.array(phrase).min(1),
      assertion: z.enum(assertions).exclude(['affirmed', 'unticked']),
      direction: z.enum(['forward', 'backward']),
      words: z.int().positive(),
      afterColon: z.boolean().exactOptional(),
      atEnd: z.boolean().exactOptional(),
    }),
  ),
  noCues: z.array(phrase),
  stops: z.array(phrase),
});

/** Reads and checks how clinical texts are read. Throws with the field or the phrase at fault. */
export const readTextRules = (json: unknown): TextRules => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(`content/text: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
  const { provenance: _, ...rules } = read.data;
  return rules;
};

export const clinicalTextRules: TextRules = readTextRules(clinical);
export const readyClinicalText: ReadyTextRules = readyTextRules(clinicalTextRules);
