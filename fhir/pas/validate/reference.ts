import type { BundleIndex, Entry } from '../../bundle.ts';
import type { JsonObject } from '../../json.ts';
import { object, type Presence, type Report } from './report.ts';

/** What the check of one resource needs: where to put issues, who it is, where its neighbours are. */
export type Scope = {
  readonly r: Report;
  readonly index: BundleIndex;
  readonly entry: Entry;
  readonly path: string;
};

/** A reference whose target must be one of these types. That it is in the Bundle at all is checked by the closure. */
export const referenceTo = (
  s: Scope,
  o: JsonObject,
  key: string,
  path: string,
  types: readonly string[],
  presence: Presence = 'optional',
): Entry | undefined => {
  const ref = object(s.r, o, key, path, presence);
  if (ref === undefined) return undefined;
  if (typeof ref.reference !== 'string') {
    if (presence === 'required')
      s.r.error('required', `${path}.${key}.reference`, 'this must name a resource of the Bundle');
    return undefined;
  }
  const target = s.index.follow(s.entry, ref);
  if (target && !types.includes(target.type)) {
    s.r.error('structure', `${path}.${key}`, `this must refer to ${types.join(' or ')}`);
    return undefined;
  }
  return target;
};
