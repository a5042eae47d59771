import type { AuthorizationRequest, RequestedItem } from '../case/request.ts';
import { ageInYears, type CalendarDate } from '../time/instant.ts';
import type { ConditionPrefix, FactCatalogue, FactDefinition } from './catalogue.ts';
import type { Fact, FactValue } from './fact.ts';

const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';
const plain = (icd: string): string => icd.replace('.', '').toUpperCase();

/** Prefixes of the catalogue as they are compared; they are few and asked for with every request. */
const plainPrefixes = new Map<string, string>();

const plainPrefix = (prefix: string): string => {
  const known = plainPrefixes.get(prefix) ?? plain(prefix);
  plainPrefixes.set(prefix, known);
  return known;
};

/** `diagnoses` are plain already. */
const matches = (prefixes: readonly ConditionPrefix[] | undefined, diagnoses: readonly string[]): boolean =>
  (prefixes ?? []).some((p) => {
    if (p.system !== ICD_10_CM) return false;
    const start = plainPrefix(p.prefix);
    return diagnoses.some((d) => d.startsWith(start));
  });

/** The value that the diagnoses or the service of a request give to a fact, if any. */
const impliedValue = (d: FactDefinition, diagnoses: readonly string[], service: string): FactValue | undefined => {
  if (d.kind === 'boolean')
    return matches(d.conditionPrefixes, diagnoses) ? { kind: 'boolean', value: true } : undefined;
  if (d.kind !== 'code') return undefined;
  const choices = d.values.filter(
    (v) => v.codings?.some((c) => c.code === service) || matches(v.conditionPrefixes, diagnoses),
  );
  const only = choices[0];
  return only !== undefined && choices.length === 1 ? { kind: 'code', value: only.code } : undefined;
};

/**
 * What the request itself says: the age on the day of service, the diagnoses and the kind of service.
 * A diagnosis makes a fact true; its absence says nothing.
 */
export const factsFromRequest = (
  request: AuthorizationRequest,
  item: RequestedItem,
  catalogue: FactCatalogue,
  on: CalendarDate,
): readonly Fact[] => {
  const codes = [...request.diagnoses.map((d) => d.code), ...item.diagnoses].map(plain);
  const facts: Fact[] = [
    {
      id: `request:${item.sequence}:patient.age`,
      key: 'patient.age',
      value: { kind: 'quantity', value: ageInYears(request.member.birthDate, on), unit: 'a' },
      at: on,
      source: { kind: 'request', field: 'member.birthDate' },
    },
  ];
  for (const definition of catalogue.byKey.values()) {
    const value = impliedValue(definition, codes, item.service.code);
    if (value === undefined) continue;
    const field = value.kind === 'code' ? 'item.service' : 'diagnoses';
    const id = `request:${item.sequence}:${definition.key}`;
    facts.push({ id, key: definition.key, value, source: { kind: 'request', field } });
  }
  return facts;
};
