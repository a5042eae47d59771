import type { FactCatalogue } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { BundleIndex } from '../bundle.ts';
import { isObject } from '../json.ts';
import { indexOf } from './fact/catalogueIndex.ts';
import { conditionFacts, diagnosisFacts } from './fact/condition.ts';
import type { Reading } from './fact/draft.ts';
import { encounterFacts, medicationFacts, procedureFacts, requestedFacts } from './fact/event.ts';
import { observationFacts } from './fact/observation.ts';
import { questionnaireFacts } from './fact/questionnaire.ts';

type Reader = (reading: Reading, catalogue: FactCatalogue) => readonly Fact[];

const readers: Readonly<Record<string, Reader>> = {
  Claim: (r) => (r.entry.position === 0 ? [...diagnosisFacts(r), ...requestedFacts(r)] : []),
  Observation: observationFacts,
  Condition: conditionFacts,
  QuestionnaireResponse: questionnaireFacts,
  Procedure: procedureFacts,
  MedicationRequest: medicationFacts,
  Encounter: encounterFacts,
};

/**
 * Clinical facts of a request Bundle, each with the element it was read from. What a sender did not say, marked as
 * entered in error, or has not confirmed gives no fact; a refuted condition and a procedure not done give `false`.
 * Units stay as sent.
 */
export const readFacts = (bundle: unknown, catalogue: FactCatalogue): readonly Fact[] => {
  if (!isObject(bundle)) return [];
  const index = indexOf(catalogue);
  const found = new BundleIndex(bundle).entries.flatMap((entry) => {
    const read = Object.hasOwn(readers, entry.type) ? readers[entry.type] : undefined;
    return read ? read({ entry, index }, catalogue) : [];
  });
  return [...new Map(found.map((f) => [f.id, f])).values()];
};
