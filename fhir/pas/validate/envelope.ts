import { isObject, type JsonObject } from '../../json.ts';
import { instantForm, uri } from './primitive.ts';
import { matching, object, type Report, text } from './report.ts';

const fullUrlForm =
  /^(https?:\/\/\S+|urn:uuid:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|urn:oid:[0-2](\.\d+)+)$/;

/** The Bundle around a PAS request or inquiry: kind, identity, moment, entries. */
export const envelope = (r: Report, bundle: JsonObject): void => {
  if (bundle.type !== 'collection') r.error('value', 'Bundle.type', 'type must be collection');
  matching(r, bundle, 'timestamp', 'Bundle', instantForm, 'required');
  const identifier = object(r, bundle, 'identifier', 'Bundle', 'required');
  if (identifier) {
    text(r, identifier, 'value', 'Bundle.identifier', 'required');
    matching(r, identifier, 'system', 'Bundle.identifier', uri);
  }
  entries(r, bundle.entry);
};

const entries = (r: Report, list: unknown): void => {
  if (!Array.isArray(list) || list.length === 0) {
    r.error('required', 'Bundle.entry', 'the Bundle has no entries');
    return;
  }
  const seen = new Map<string, number>();
  for (let i = 0; i < list.length; i++) {
    const path = `Bundle.entry[${i}]`;
    const entry: unknown = list[i];
    if (!isObject(entry)) {
      r.error('structure', path, 'an entry must be an object');
      continue;
    }
    fullUrl(r, entry, path, seen, i);
    for (const key of ['search', 'request', 'response'])
      if (entry[key] !== undefined)
        r.error('structure', `${path}.${key}`, `${key} is not allowed in a collection (PAS, bdl-2 to bdl-4)`);
    const resource = object(r, entry, 'resource', path, 'required');
    if (resource) text(r, resource, 'resourceType', `${path}.resource`, 'required');
  }
  const first: unknown = list[0];
  if (isObject(first) && isObject(first.resource) && first.resource.resourceType !== 'Claim')
    r.error('structure', 'Bundle.entry[0].resource', 'the first entry must be a Claim');
};

const fullUrl = (r: Report, entry: JsonObject, path: string, seen: Map<string, number>, position: number): void => {
  const url = text(r, entry, 'fullUrl', path, 'required');
  if (url === undefined) return;
  if (!fullUrlForm.test(url))
    r.error('value', `${path}.fullUrl`, 'fullUrl must be an absolute URL or urn:uuid:<uuid in the usual form>');
  if (url.includes('/_history/')) r.error('invariant', `${path}.fullUrl`, 'fullUrl must not name a version (bdl-8)');
  const before = seen.get(url);
  if (before !== undefined)
    r.error(
      'duplicate',
      `${path}.fullUrl`,
      `the same resource is already in Bundle.entry[${before}]; each appears once`,
    );
  seen.set(url, position);
};
