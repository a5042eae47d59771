import type { FaxRules } from '@openum/domain/suggestion/fax.ts';
import { z } from 'zod';
import { loadDiagnosisCodes } from '../code/diagnosis.ts';
import { extractionRules } from '../extraction/load.ts';
import { factCatalogue } from '../fact/load.ts';
import { loadServiceCatalogue } from '../service/load.ts';
import { clinicalTextRules } from '../text/load.ts';
import fax from './fax.json' with { type: 'json' };

const words = z.array(z.string().trim().toLowerCase().min(1)).min(1);

const shape = z.strictObject({
  provenance: z.string().min(1),
  memberNumber: words,
  birthDate: words,
  npi: words,
  person: words,
  words,
});

/** Reads how identity stands on a fax. Throws with the place at fault. */
export const readFaxRules = (json: unknown, known: readonly string[]): FaxRules => {
  const read = shape.safeParse(json);
  if (!read.success)
    throw new Error(
      `content/suggestion/fax.json: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`,
    );
  const { provenance: _, words: ordinary, ...labels } = read.data;
  return { ...labels, words: new Set([...ordinary, ...known]) };
};

const wordsIn = (json: unknown): readonly string[] =>
  JSON.stringify(json)
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [];

/** Every word that the product knows of services, diagnoses, findings and how they are written names nobody. */
const medicine: readonly string[] = [
  ...loadServiceCatalogue().services.flatMap((s) => wordsIn([s.label, s.category, s.specialties])),
  ...loadDiagnosisCodes().flatMap((d) => wordsIn(d.label)),
  ...[...factCatalogue.byKey.values()].flatMap(wordsIn),
  ...wordsIn(clinicalTextRules),
  ...wordsIn(extractionRules.readers),
  ...wordsIn(extractionRules.units),
  ...wordsIn(extractionRules.qualifiers),
];

export const faxRules: FaxRules = readFaxRules(fax, medicine);
