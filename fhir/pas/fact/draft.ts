import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { Fact, FactValue } from '@openum/domain/fact/fact.ts';
import type { Entry } from '../../bundle.ts';
import type { CatalogueIndex } from './catalogueIndex.ts';
import { moment } from './value.ts';

/** One resource with the tables of the catalogue. */
export type Reading = { readonly entry: Entry; readonly index: CatalogueIndex };

export const fact = (
  reading: Reading,
  definition: FactDefinition,
  value: FactValue,
  path: string,
  at?: string,
  qualifiers?: Readonly<Record<string, string>>,
): Fact => {
  const { fullUrl, type } = reading.entry;
  const when = moment(at);
  return {
    id: `${definition.key}@${fullUrl}#${path}`,
    key: definition.key,
    value,
    ...(when ? { at: when } : {}),
    ...(qualifiers && Object.keys(qualifiers).length > 0 ? { qualifiers } : {}),
    source: { kind: 'resource', fullUrl, resourceType: type, path },
  };
};
