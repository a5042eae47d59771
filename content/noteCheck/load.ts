import { type NoteGuide, type ReadyGuide, readyGuide } from '@openum/domain/noteCheck/guide.ts';
import { assertions } from '@openum/domain/text/rule.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import guideJson from './guide.json' with { type: 'json' };
import indicatorsJson from './indicators.json' with { type: 'json' };
import levelsJson from './levels.json' with { type: 'json' };
import wordingJson from './wording.json' with { type: 'json' };

const text = z.string().trim().min(1);
const sentence = text.regex(/\.$/, 'is a sentence');
const phrases = z.array(text).min(1);
const unique = <T extends { readonly id: string }>(rows: readonly T[]): boolean =>
  new Set(rows.map((r) => r.id)).size === rows.length;

const concept = z.strictObject({
  id: text,
  name: text,
  phrases,
  opposite: phrases.exactOptional(),
  loose: phrases.exactOptional(),
  near: phrases.exactOptional(),
});

const indicator = z.strictObject({
  id: text,
  name: text,
  looksFor: sentence,
  ifTrue: sentence,
  alsoCounts: z.array(z.enum(assertions)),
  concepts: z.array(concept).min(1).refine(unique, 'a concept occurs twice'),
});

const level = z.strictObject({
  id: text,
  name: text,
  levelsOfCare: z.array(text).min(1),
  order: z.int().positive(),
  citation: text,
  confidence: z.enum(['regulation', 'knowledge']),
  effectiveFrom: z
    .string()
    .refine(isCalendarDateText, 'must be a date, YYYY-MM-DD')
    .transform((d) => d as CalendarDate),
  required: phrases,
  helpful: z.array(text),
  severity: z.strictObject({ anyOf: phrases, atLeast: z.int().positive() }),
  tooSevere: z.array(text),
  bounds: z.array(
    z.strictObject({
      concept: text,
      unit: text,
      atLeast: z.number().exactOptional(),
      below: z.number().exactOptional(),
    }),
  ),
});

const wording = z.strictObject({
  id: text,
  name: text,
  phrases,
  unless: z.array(text),
  excusedByNeed: z.boolean(),
  weakens: phrases,
  why: sentence,
  ifTrue: sentence,
});

const shape = z
  .strictObject({
    version: text,
    provenance: text,
    remainingNeed: phrases,
    goesOn: phrases,
    copied: z.strictObject({ words: z.int().positive(), share: z.number().positive().max(1) }),
    levels: z.array(level).min(1).refine(unique, 'a level occurs twice'),
    indicators: z.array(indicator).min(1).refine(unique, 'an indicator occurs twice'),
    wording: z.array(wording).refine(unique, 'a rule occurs twice'),
  })
  .superRefine((guide, context) => {
    const ids = new Set(guide.indicators.map((i) => i.id));
    const concepts = new Set(guide.indicators.flatMap((i) => i.concepts.map((c) => `${i.id}.${c.id}`)));
    const wanted = [
      ...guide.levels.flatMap((l) => [...l.required, ...l.helpful, ...l.severity.anyOf, ...l.tooSevere]),
      ...guide.levels.flatMap((l) => l.bounds.map((b) => b.concept)),
      ...guide.wording.flatMap((w) => w.weakens),
    ];
    for (const ref of new Set(wanted))
      if (!ids.has(ref) && !concepts.has(ref)) context.addIssue(`${ref} is no indicator and no concept`);
    const codes = guide.levels.flatMap((l) => l.levelsOfCare);
    if (new Set(codes).size < codes.length) context.addIssue('a level of care occurs twice');
  });

/** Reads and checks the guide to notes. Throws with the field or the phrase at fault. */
export const readNoteGuide = (json: unknown): NoteGuide => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/noteCheck: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  const { provenance: _, ...guide } = read.data;
  return guide;
};

export const noteGuideTable = { ...guideJson, levels: levelsJson, indicators: indicatorsJson, wording: wordingJson };
export const noteGuide: NoteGuide = readNoteGuide(noteGuideTable);
export const readyNoteGuide: ReadyGuide = readyGuide(noteGuide);
