export type Json = { [key: string]: unknown };

const isIndex = (key: string): boolean => /^\d+$/.test(key);

/** A deep copy with the value at `path` (`entry.0.resource.status`) replaced; `undefined` takes it out. */
export const withAt = (source: unknown, path: string, value: unknown): Json => {
  const copy = structuredClone(source) as Json;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = copy;
  for (const key of keys) {
    const holder = at as Record<string, unknown>;
    if (holder[key] === undefined) holder[key] = {};
    at = holder[key];
  }
  const holder = at as Record<string, unknown>;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(at) && isIndex(last)) at.splice(Number(last), 1);
  else delete holder[last];
  return copy;
};

type Entry = { fullUrl: string; resource: Json };

/** Position of the first entry with a resource of this type. */
export const positionOf = (bundle: unknown, type: string): number =>
  (bundle as { entry: Entry[] }).entry.findIndex((e) => e.resource.resourceType === type);

export const withoutEntry = (bundle: unknown, type: string): Json =>
  withAt(bundle, `entry.${positionOf(bundle, type)}`, undefined);

/** Ways to break a body that no reader may stumble over. Each gives text as it would come over the wire. */
export const hostileBodies = (bundle: unknown): Readonly<Record<string, string>> => {
  const text = JSON.stringify(bundle);
  const entries = (bundle as { entry: Entry[] }).entry;
  const nested = (depth: number) => `${'{"item":['.repeat(depth)}{}${']}'.repeat(depth)}`;
  return {
    empty: '',
    'not JSON': '<Bundle xmlns="http://hl7.org/fhir"/>',
    truncated: text.slice(0, Math.floor(text.length / 2)),
    null: 'null',
    number: '42',
    array: '[]',
    'empty object': '{}',
    'other resource': '{"resourceType":"Patient"}',
    'empty bundle': '{"resourceType":"Bundle","type":"collection"}',
    'entries are texts': '{"resourceType":"Bundle","type":"collection","entry":["a","b"]}',
    'prototype names':
      '{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"__proto__"}},{"resource":{"resourceType":"constructor"}}]}',
    'duplicate entries': JSON.stringify({ ...(bundle as Json), entry: [...entries, entries[1]] }),
    'deeply nested': `{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:uuid:1","resource":{"resourceType":"Claim","item":[${nested(2000)}]}}]}`,
    huge: JSON.stringify({
      ...(bundle as Json),
      entry: [...entries, ...Array.from({ length: 5000 }, () => entries[1])],
    }),
  };
};
