import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ReadyExtraction, readyExtraction } from '@openum/domain/extraction/ready.ts';
import type { ExtractionRules } from '@openum/domain/extraction/rule.ts';
import { z } from 'zod';
import { factCatalogue } from '../fact/load.ts';
import reading from './reading.json' with { type: 'json' };
import silent from './silent.json' with { type: 'json' };

const text = z.string().trim().min(1);
const phrases = z.array(text);
const byText = z.record(text, phrases);

const reader = z.strictObject({
  fact: text,
  names: phrases.min(1).exactOptional(),
  forms: phrases.min(1).exactOptional(),
  implies: z.array(z.strictObject({ names: phrases.min(1), qualifiers: z.record(text, text) })).exactOptional(),
  bare: text.exactOptional(),
  fraction: z.literal(true).exactOptional(),
  says: byText.exactOptional(),
  least: z.number().exactOptional(),
  most: z.number().exactOptional(),
  yes: phrases.min(1).exactOptional(),
  no: phrases.min(1).exactOptional(),
  choices: byText.exactOptional(),
  past: z.literal(true).exactOptional(),
  event: z.literal(true).exactOptional(),
});

const shape = z.strictObject({
  version: text,
  provenance: text,
  readers: z.array(reader),
  silent: z.array(z.strictObject({ fact: text, why: text })),
  units: byText,
  qualifiers: z.record(text, byText),
  fillers: phrases,
  answers: z.strictObject({ yes: phrases, no: phrases, none: phrases }),
  numberWords: z.record(text, z.number()),
  noteDates: phrases,
  otherDates: phrases,
  doses: z.array(
    z.strictObject({
      fact: text,
      unit: text,
      drugs: z.record(text, z.number().positive()),
      frequencies: z.record(text, z.number().positive()),
      changing: phrases,
    }),
  ),
});

const folder = path.join(import.meta.dirname, 'readers');
const readers = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file): unknown[] => JSON.parse(readFileSync(path.join(folder, file), 'utf8')));

/** `$t` in a phrase: any word for a length of time. */
const lengthOfTime = 'day*|d|week*|wk|wks|month*|mo|mos|year*|yr|yrs';
const spelledOut = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('$t', lengthOfTime));

/** Reads and checks how facts are read from text. Throws with the field or the phrase at fault. */
export const readExtractionRules = (json: unknown): ExtractionRules => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/extraction: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  const keys = read.data.readers.map((r) => r.fact);
  const twice = keys.filter((k, i) => keys.indexOf(k) !== i);
  if (twice.length > 0) throw new Error(`content/extraction: two readers of ${twice.join(', ')}`);
  const { provenance: _, ...rules } = read.data;
  return spelledOut(rules);
};

export const extractionRules: ExtractionRules = readExtractionRules({ ...reading, readers, silent });
export const readyExtractionRules: ReadyExtraction = readyExtraction(extractionRules, factCatalogue);
