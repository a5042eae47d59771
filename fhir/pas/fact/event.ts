import type { Fact, FactValue } from '@openum/domain/fact/fact.ts';
import { codingsOf } from '../../coding.ts';
import { objectAt, objects, textAt } from '../../json.ts';
import { fact, type Reading } from './draft.ts';

/** What a thing that was done (or not done) says about each fact that its code stands for. */
const codedFacts = (
  reading: Reading,
  concept: unknown,
  path: string,
  done: boolean,
  at: string | undefined,
): readonly Fact[] =>
  codingsOf(concept).flatMap((coding) =>
    (reading.index.byCode.get(`${coding.system}|${coding.code}`) ?? []).flatMap((hit) => {
      const value: FactValue | undefined = hit.choice
        ? done
          ? { kind: 'code', value: hit.choice }
          : undefined
        : hit.definition.kind === 'boolean'
          ? { kind: 'boolean', value: done }
          : undefined;
      return value ? [fact(reading, hit.definition, value, path, at, hit.qualifiers)] : [];
    }),
  );

export const procedureFacts = (reading: Reading): readonly Fact[] => {
  const o = reading.entry.resource;
  if (o.status !== 'completed' && o.status !== 'not-done') return [];
  const period = objectAt(o, 'performedPeriod');
  const at = textAt(o, 'performedDateTime') ?? textAt(period, 'end') ?? textAt(period, 'start');
  return codedFacts(reading, o.code, 'Procedure.code', o.status === 'completed', at);
};

export const medicationFacts = (reading: Reading): readonly Fact[] => {
  const o = reading.entry.resource;
  if ((o.status !== 'active' && o.status !== 'completed') || o.doNotPerform === true) return [];
  const path = 'MedicationRequest.medicationCodeableConcept';
  return codedFacts(reading, o.medicationCodeableConcept, path, true, textAt(o, 'authoredOn'));
};

export const encounterFacts = (reading: Reading): readonly Fact[] => {
  const o = reading.entry.resource;
  if (o.status !== 'finished' && o.status !== 'in-progress') return [];
  const at = textAt(objectAt(o, 'period'), 'start');
  return objects(o.type).flatMap((t, i) => codedFacts(reading, t, `Encounter.type[${i}]`, true, at));
};

/** A requested service names its own kind, for example which operation: only facts that are about the request. */
export const requestedFacts = (reading: Reading): readonly Fact[] =>
  objects(reading.entry.resource.item).flatMap((item, i) =>
    codedFacts(reading, item.productOrService, `Claim.item[${i}].productOrService`, true, undefined).filter(
      (f) => f.value.kind === 'code' && reading.index.ofRequest.has(f.key),
    ),
  );
