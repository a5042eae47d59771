import { isObject, type JsonObject, textAt } from './json.ts';

export type Entry = {
  readonly position: number;
  readonly fullUrl: string;
  readonly type: string;
  readonly resource: JsonObject;
};

export type Resolution =
  | { readonly kind: 'found'; readonly entry: Entry }
  | { readonly kind: 'contained' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ambiguous' };

/** `http://host/fhir/Patient/1` -> `Patient/1`. */
const typeAndId = (url: string): string | undefined => /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64})$/.exec(url)?.[1];

const withoutVersion = (reference: string): string => {
  const at = reference.indexOf('/_history/');
  return at < 0 ? reference : reference.slice(0, at);
};

/**
 * Finds resources of a Bundle by reference, by the rules of https://hl7.org/fhir/R4/bundle.html#references.
 * A relative reference is also found by type and id when only one entry has them, since senders mix URL forms.
 */
export class BundleIndex {
  readonly entries: readonly Entry[];
  readonly #byUrl = new Map<string, Entry>();
  readonly #byTypeAndId = new Map<string, Entry[]>();

  constructor(bundle: JsonObject) {
    const entries: Entry[] = [];
    const list = Array.isArray(bundle.entry) ? bundle.entry : [];
    for (let position = 0; position < list.length; position++) {
      const raw: unknown = list[position];
      if (!isObject(raw) || !isObject(raw.resource)) continue;
      const type = textAt(raw.resource, 'resourceType') ?? '';
      const fullUrl = textAt(raw, 'fullUrl') ?? '';
      const entry = { position, fullUrl, type, resource: raw.resource };
      entries.push(entry);
      if (fullUrl !== '' && !this.#byUrl.has(fullUrl)) this.#byUrl.set(fullUrl, entry);
      this.#name(entry);
    }
    this.entries = entries;
  }

  #name(entry: Entry): void {
    const id = textAt(entry.resource, 'id');
    const key = typeAndId(entry.fullUrl) ?? (id ? `${entry.type}/${id}` : undefined);
    if (key === undefined) return;
    const same = this.#byTypeAndId.get(key);
    if (same) same.push(entry);
    else this.#byTypeAndId.set(key, [entry]);
  }

  resolve(from: Entry, reference: string): Resolution {
    if (reference.startsWith('#')) {
      const contained = from.resource.contained;
      const found =
        reference === '#' ||
        (Array.isArray(contained) && contained.some((c) => isObject(c) && `#${c.id}` === reference));
      return { kind: found ? 'contained' : 'missing' };
    }
    const target = withoutVersion(reference);
    const exact = this.#byUrl.get(target);
    if (exact) return { kind: 'found', entry: exact };
    const key = typeAndId(target);
    if (key === undefined || key !== target) return { kind: 'missing' };
    const own = typeAndId(from.fullUrl);
    const base = own && from.fullUrl.slice(0, from.fullUrl.length - own.length);
    const sibling = base && this.#byUrl.get(base + key);
    if (sibling) return { kind: 'found', entry: sibling };
    const named = this.#byTypeAndId.get(key) ?? [];
    if (named.length > 1) return { kind: 'ambiguous' };
    return named[0] ? { kind: 'found', entry: named[0] } : { kind: 'missing' };
  }

  /** Entry that a Reference element points to. */
  follow(from: Entry, reference: unknown): Entry | undefined {
    if (!isObject(reference)) return undefined;
    const text = textAt(reference, 'reference');
    if (text === undefined) return undefined;
    const resolution = this.resolve(from, text);
    return resolution.kind === 'found' ? resolution.entry : undefined;
  }
}
