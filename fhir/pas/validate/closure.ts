import type { BundleIndex, Entry } from '../../bundle.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { modifierExtensions } from './datatype.ts';
import { forms } from './form.ts';
import type { Report } from './report.ts';

/** Deeper than any FHIR resource goes; past it the message is taken for an attack on the reader. */
const deepest = 60;

/** References that decide who and what a request is about; without their targets it cannot be read. */
const needed = new Set(['Claim', 'Coverage']);

type Walk = {
  readonly r: Report;
  readonly index: BundleIndex;
  readonly entry: Entry;
  readonly prior: Entry | undefined;
  readonly reached: (target: Entry) => void;
};

const reference = (w: Walk, o: JsonObject, path: string): void => {
  const value = o.reference;
  if (typeof value !== 'string' || value === '') {
    w.r.error('value', `${path}.reference`, 'reference must be a text');
    return;
  }
  const found = w.index.resolve(w.entry, value);
  if (found.kind === 'found') w.reached(found.entry);
  else if (found.kind === 'ambiguous')
    w.r.error(
      'duplicate',
      `${path}.reference`,
      'more than one entry has this type and id; a reference must name exactly one',
    );
  else if (found.kind === 'missing') missing(w, path);
};

const missing = (w: Walk, path: string): void => {
  // The predecessor of a replaced Claim is not sent along (PAS prof-4).
  if (w.entry === w.prior && path.includes('.related[')) return;
  const says = 'the resource that this refers to is not in the Bundle';
  if (needed.has(w.entry.type)) w.r.error('not-found', `${path}.reference`, says);
  else w.r.warning('not-found', `${path}.reference`, says);
};

const visit = (w: Walk, o: JsonObject, path: string, depth: number): void => {
  if (depth > deepest) {
    w.r.error('structure', path.slice(0, 200), 'nested too deeply');
    return;
  }
  let members = 0;
  for (const key in o) {
    members++;
    const value = o[key];
    const form = forms.get(key);
    if (form && value !== null && !form.test(value))
      w.r.error('value', `${path}.${key}`, `${key} must be ${form.says}`);
    if (typeof value === 'object') {
      if (value === null) w.r.error('structure', `${path}.${key}`, 'null is not allowed here');
      else if (Array.isArray(value)) array(w, value, `${path}.${key}`, depth);
      else visit(w, value as JsonObject, `${path}.${key}`, depth + 1);
    } else if (key === 'reference') reference(w, o, path);
  }
  if (members === 0) w.r.error('structure', path, 'an element must not be empty (ele-1)');
  if (o.modifierExtension !== undefined) modifierExtensions(w.r, o, path);
};

const array = (w: Walk, values: readonly unknown[], path: string, depth: number): void => {
  if (values.length === 0) w.r.error('structure', path, 'an array must not be empty');
  const isExtension = path.endsWith('xtension');
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isExtension && isObject(value) && typeof value.url !== 'string')
      w.r.error('required', `${path}[${i}].url`, 'an extension needs its url');
    if (isObject(value)) visit(w, value, `${path}[${i}]`, depth + 1);
    else if (Array.isArray(value)) w.r.error('structure', `${path}[${i}]`, 'FHIR has no array of arrays');
  }
};

/**
 * One walk over every resource: each reference names exactly one entry, nothing is empty, no modifier is unknown.
 * A dangling reference of a Claim or Coverage stops the request; elsewhere it is a warning for the reviewer,
 * because a request must not wait for the address of a supporting resource.
 */
export const closure = (r: Report, index: BundleIndex, prior: Entry | undefined): void => {
  const reached = new Set<Entry>();
  const note = (target: Entry) => reached.add(target);
  for (const entry of index.entries) {
    const path = `Bundle.entry[${entry.position}].resource`;
    visit({ r, index, entry, prior, reached: note }, entry.resource, path, 0);
    if (entry.resource.implicitRules !== undefined)
      r.error('not-supported', `${path}.implicitRules`, 'rules outside FHIR and PAS are not supported');
  }
  for (const entry of index.entries)
    if (entry.position > 0 && !reached.has(entry))
      r.warning(
        'informational',
        `Bundle.entry[${entry.position}].resource`,
        'no other resource refers to this one; supporting information is named by Claim.supportingInfo',
      );
};
