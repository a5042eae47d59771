/** A readable outline of a FHIR bundle or resource; knows nothing of profiles, shows everything that was sent. */
export type OutlineNode = {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly children: readonly OutlineNode[];
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

const isObject = (x: Json | undefined): x is JsonObject => typeof x === 'object' && x !== null && !Array.isArray(x);

const text = (x: Json | undefined): string | undefined =>
  typeof x === 'string' ? x : typeof x === 'number' || typeof x === 'boolean' ? String(x) : undefined;

const words = (key: string): string => {
  const spaced = key.replace(/\[x\]$/, '').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase();
};

const joined = (parts: readonly (string | undefined)[], by = ' '): string | undefined => {
  const there = parts.filter((p): p is string => p !== undefined && p !== '');
  return there.length > 0 ? there.join(by) : undefined;
};

const list = (x: Json | undefined): readonly Json[] => (Array.isArray(x) ? (x as readonly Json[]) : []);

/** The common data types on one line, so that a code or a quantity is read at a glance. */
const oneLine = (o: JsonObject): string | undefined => {
  const keys = Object.keys(o);
  const only = (...names: string[]): boolean => keys.every((k) => names.includes(k));
  if ('coding' in o || ('text' in o && only('text', 'coding')))
    return joined(
      [text(o.text), ...list(o.coding).map((c) => (isObject(c) ? joined([text(c.code), text(c.display)]) : undefined))],
      ' · ',
    );
  if ('value' in o && ('unit' in o || 'code' in o) && only('value', 'unit', 'code', 'system', 'comparator'))
    return joined([text(o.comparator), text(o.value), text(o.unit) ?? text(o.code)]);
  if ('code' in o && only('system', 'code', 'display', 'version', 'userSelected'))
    return joined([text(o.code), text(o.display)]);
  if ('reference' in o) return joined([text(o.display), text(o.reference)], ' · ');
  if (('start' in o || 'end' in o) && only('start', 'end')) return `${text(o.start) ?? '…'} to ${text(o.end) ?? '…'}`;
  if ('value' in o && 'system' in o && only('system', 'value', 'use', 'type', 'assigner', 'period', 'rank'))
    return joined([text(o.value), text(o.system)], ' · ');
  if ('family' in o || 'given' in o) return joined([...list(o.given).map(text), text(o.family)]);
  return undefined;
};

const longData = 400;

const node = (key: string, label: string, x: Json, id: string): OutlineNode => {
  if (Array.isArray(x)) {
    const items = x as readonly Json[];
    const [first] = items;
    if (items.length === 1 && first !== undefined) return node(key, label, first, id);
    return {
      id,
      label: `${label} (${items.length})`,
      children: items.map((y, i) => node(key, `${label} ${i + 1}`, y, `${id}.${i}`)),
    };
  }
  if (!isObject(x)) {
    const value = text(x as Json) ?? '';
    const short = value.length > longData && key === 'data' ? `${value.length} characters of encoded data` : value;
    return { id, label, value: short, children: [] };
  }
  const line = oneLine(x);
  if (line !== undefined) return { id, label, value: line, children: [] };
  return { id, label, children: fields(x, id) };
};

const skipped = new Set(['resourceType', 'meta', 'text']);

const fields = (o: JsonObject, id: string): readonly OutlineNode[] =>
  Object.entries(o)
    .filter(([key]) => !skipped.has(key) || (key === 'text' && !isObject(o[key])))
    .map(([key, x]) => node(key, words(key), x, `${id}.${key}`));

const title = (r: JsonObject): string | undefined => {
  const code = isObject(r.code) ? oneLine(r.code) : undefined;
  const [firstName] = list(r.name);
  const name = text(r.name) ?? (isObject(firstName) ? oneLine(firstName) : undefined);
  return code ?? name ?? text(r.title) ?? text(r.status);
};

const resource = (r: JsonObject, id: string): OutlineNode => {
  const value = title(r);
  return {
    id,
    label: text(r.resourceType) ?? 'Resource',
    ...(value === undefined ? {} : { value }),
    children: fields(r, id),
  };
};

/** Undefined when the JSON is no FHIR resource. */
export const fhirOutline = (json: unknown): readonly OutlineNode[] | undefined => {
  const root = json as Json;
  if (!isObject(root) || typeof root.resourceType !== 'string') return undefined;
  if (root.resourceType !== 'Bundle') return [resource(root, 'r')];
  return list(root.entry).flatMap((e, i) => {
    const r = isObject(e) ? e.resource : undefined;
    if (!isObject(r)) return [];
    const fullUrl = isObject(e) ? text(e.fullUrl) : undefined;
    const entry = resource(r, `e${i}`);
    return fullUrl === undefined
      ? [entry]
      : [
          {
            ...entry,
            children: [{ id: `e${i}.fullUrl`, label: 'Full URL', value: fullUrl, children: [] }, ...entry.children],
          },
        ];
  });
};

const isNamed = ({ children }: OutlineNode, url: string): boolean =>
  children.some((c) => c.id.endsWith('.fullUrl') && c.value?.toLowerCase() === url);

/** Keeps a node when it or anything below it holds the words; everything below a hit stays. The full URL of a resource gives that resource. */
export const searchOutline = (nodes: readonly OutlineNode[], query: string): readonly OutlineNode[] => {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return nodes;
  const named = nodes.filter((n) => isNamed(n, wanted));
  if (named.length > 0) return named;
  return nodes.flatMap((n): readonly OutlineNode[] => {
    if (`${n.label} ${n.value ?? ''}`.toLowerCase().includes(wanted)) return [n];
    const children = searchOutline(n.children, wanted);
    return children.length > 0 ? [{ ...n, children }] : [];
  });
};
