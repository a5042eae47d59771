import type { Instant } from '@openum/domain/time/instant.ts';
import type { Json } from './element.ts';
import type { PartyName, Refer } from './parties.ts';

type ResourceName = PartyName | 'claim' | 'prior' | 'note';

/** Gives each resource of a Bundle an id, the same whenever it is named. */
export const naming = (newId: () => string) => {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const known = ids.get(name) ?? newId();
    ids.set(name, known);
    return known;
  };
  const refer = (name: ResourceName): Json => ({ reference: `urn:uuid:${idOf(name)}` });
  return { idOf, refer: refer as Refer & ((name: 'note') => Json) };
};

export const collection = (
  profile: Json,
  identifier: Json,
  at: Instant,
  resources: readonly (readonly [ResourceName, Json])[],
  idOf: (name: string) => string,
): Json => ({
  resourceType: 'Bundle',
  meta: profile,
  identifier,
  type: 'collection',
  timestamp: at,
  entry: resources.map(([name, resource]) => ({
    fullUrl: `urn:uuid:${idOf(name)}`,
    resource: { ...resource, id: idOf(name) },
  })),
});
