import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { codingsOf, wordsOf } from '../../coding.ts';
import { type JsonObject, numberAt, objectAt, objects, textAt } from '../../json.ts';
import { fact, type Reading } from './draft.ts';
import { valueFor, valueKey } from './value.ts';

/** Without a result yet, or withdrawn. */
const unread = new Set(['registered', 'cancelled', 'entered-in-error', 'unknown']);

const loinc = 'http://loinc.org';
const inhaledOxygenFlow = '3151-8';
const inhaledOxygenFraction = '3150-6';
const roomAirFraction = 21;

const oxygenOf = (component: JsonObject): string | undefined => {
  const codes = codingsOf(component.code).filter((c) => c.system === loinc);
  const value = numberAt(objectAt(component, 'valueQuantity'), 'value');
  if (value === undefined) return undefined;
  if (codes.some((c) => c.code === inhaledOxygenFlow)) return value > 0 ? 'oxygen' : 'room';
  if (codes.some((c) => c.code === inhaledOxygenFraction)) return value > roomAirFraction ? 'oxygen' : 'room';
  return undefined;
};

/** Circumstances of a measurement from components: named as the qualifier, or the LOINC codes of inhaled oxygen. */
const qualifiersFrom = (components: readonly JsonObject[], d: FactDefinition): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(d.qualifiers ?? {}))
    for (const c of components) {
      const isNamed = codingsOf(c.code).some((k) => k.code === name) || wordsOf(c.code) === name;
      const said = [...codingsOf(c.valueCodeableConcept).map((k) => k.code), textAt(c, 'valueString') ?? ''];
      const value = isNamed ? said.find((s) => allowed.includes(s)) : name === 'air' ? oxygenOf(c) : undefined;
      if (value !== undefined && allowed.includes(value)) found[name] = value;
    }
  return found;
};

const measured = (o: JsonObject): string | undefined =>
  textAt(o, 'effectiveDateTime') ??
  textAt(o, 'effectiveInstant') ??
  textAt(objectAt(o, 'effectivePeriod'), 'end') ??
  textAt(objectAt(o, 'effectivePeriod'), 'start');

const valuesOf = (
  reading: Reading,
  holder: JsonObject,
  path: string,
  components: readonly JsonObject[],
): readonly Fact[] =>
  codingsOf(holder.code).flatMap((coding) =>
    (reading.index.byCode.get(`${coding.system}|${coding.code}`) ?? []).flatMap((hit) => {
      const value = hit.choice ? undefined : valueFor(holder, hit.definition);
      if (!value) return [];
      const qualifiers = { ...hit.qualifiers, ...qualifiersFrom(components, hit.definition) };
      const at = measured(reading.entry.resource);
      return [fact(reading, hit.definition, value, `${path}.${valueKey(holder)}`, at, qualifiers)];
    }),
  );

export const observationFacts = (reading: Reading): readonly Fact[] => {
  const o = reading.entry.resource;
  if (unread.has(`${o.status}`)) return [];
  const components = objects(o.component);
  return [
    ...valuesOf(reading, o, 'Observation', components),
    ...components.flatMap((c, i) => valuesOf(reading, c, `Observation.component[${i}]`, components)),
  ];
};
