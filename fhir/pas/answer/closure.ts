import type { BundleIndex, Entry } from '../../bundle.ts';
import { isObject, objectAt, objects, textAt } from '../../json.ts';

const collect = (value: unknown, found: string[]): void => {
  if (Array.isArray(value)) for (const v of value) collect(v, found);
  else if (isObject(value))
    for (const key in value) {
      const inner = value[key];
      if (key === 'reference' && typeof inner === 'string') found.push(inner);
      else if (typeof inner === 'object') collect(inner, found);
    }
};

/** The entries and everything they refer to, in the order of the Bundle. */
export const withReferenced = (index: BundleIndex, roots: readonly Entry[]): readonly Entry[] => {
  const reached = new Set<Entry>(roots);
  for (const entry of reached) {
    const references: string[] = [];
    collect(entry.resource, references);
    for (const reference of references) {
      const found = index.resolve(entry, reference);
      if (found.kind === 'found') reached.add(found.entry);
    }
  }
  return [...reached].sort((a, b) => a.position - b.position);
};

/** Characters of base64 in the attachments of these entries. */
export const attachmentSize = (entries: readonly Entry[]): number =>
  entries
    .flatMap((e) => (e.type === 'DocumentReference' ? objects(e.resource.content) : []))
    .reduce((sum, content) => sum + (textAt(objectAt(content, 'attachment'), 'data')?.length ?? 0), 0);
