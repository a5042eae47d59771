import { isNpi } from '@openum/domain/intake/npi.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { infoCancelled, pasExtension, pasExtensionBase, system } from '../../systems.ts';
import codes from './codes.json' with { type: 'json' };
import knownExtensions from './extensions.json' with { type: 'json' };
import { type dateTime, fullDate, uri } from './primitive.ts';
import { code, list, matching, object, type Presence, positiveInt, type Report, text } from './report.ts';

export const identifier = (r: Report, o: JsonObject, path: string): void => {
  matching(r, o, 'system', path, uri, 'required');
  const value = text(r, o, 'value', path, 'required');
  code(r, o, 'use', path, codes.identifierUse);
  if (value !== undefined && o.system === system.npi && !isNpi(value))
    r.error('invariant', `${path}.value`, 'an NPI has ten digits and a valid check digit (us-core-16, us-core-17)');
};

/** A CodeableConcept whose code this room or the payer needs: one coding with system and code at least. */
export const coded = (r: Report, o: JsonObject, key: string, path: string, presence: Presence = 'optional'): void => {
  const concept = object(r, o, key, path, presence);
  if (concept === undefined) return;
  codings(r, concept, `${path}.${key}`);
};

const codings = (r: Report, concept: JsonObject, path: string): void => {
  const coding = list(r, concept, 'coding', path, 'required');
  for (let i = 0; i < coding.length; i++) {
    const c = coding[i] as JsonObject;
    matching(r, c, 'system', `${path}.coding[${i}]`, uri, 'required');
    text(r, c, 'code', `${path}.coding[${i}]`, 'required');
  }
};

/** True when one coding of the concept is this code of this system. */
export const hasCoding = (concept: unknown, ofSystem: string, allowed?: readonly string[]): boolean =>
  isObject(concept) &&
  Array.isArray(concept.coding) &&
  concept.coding.some(
    (c) =>
      isObject(c) &&
      c.system === ofSystem &&
      typeof c.code === 'string' &&
      (allowed === undefined || allowed.includes(c.code)),
  );

export const humanName = (r: Report, o: JsonObject, path: string): void => {
  text(r, o, 'family', path);
  code(r, o, 'use', path, codes.nameUse);
  for (const key of ['given', 'prefix', 'suffix'])
    if (o[key] !== undefined && !textArray(o[key]))
      r.error('structure', `${path}.${key}`, `${key} must be an array of strings`);
};

const textArray = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string' || v === null);

export const contact = (r: Report, o: JsonObject, path: string, presence: Presence): void => {
  code(r, o, 'system', path, codes.telecomSystem, presence);
  text(r, o, 'value', path, presence);
  code(r, o, 'use', path, codes.telecomUse);
};

export const address = (r: Report, o: JsonObject, path: string): void => {
  code(r, o, 'use', path, codes.addressUse);
  code(r, o, 'type', path, codes.addressType);
  for (const key of ['city', 'district', 'state', 'postalCode', 'country']) text(r, o, key, path);
  if (o.line !== undefined && !textArray(o.line))
    r.error('structure', `${path}.line`, 'line must be an array of strings');
};

/** PAS wants whole days in service dates; elsewhere a period may have times. */
const period = (r: Report, o: JsonObject, path: string, rule: typeof fullDate | typeof dateTime): void => {
  const start = matching(r, o, 'start', path, rule);
  const end = matching(r, o, 'end', path, rule);
  if (start && end && start.slice(0, 10) > end.slice(0, 10))
    r.error('invariant', path, 'the period ends before it starts (per-1)');
};

export const fullDatePeriod = (r: Report, o: JsonObject, path: string): void => {
  period(r, o, path, fullDate);
  if (o.start === undefined && o.end === undefined) r.error('required', path, 'a period needs a start or an end');
};

/** PAS prof-2: a value, and a unit or a code. The profile lets the unit be absent, so that is no error (conf-14). */
export const quantity = (r: Report, o: JsonObject, key: string, path: string): void => {
  const q = object(r, o, key, path);
  if (q === undefined) return;
  const at = `${path}.${key}`;
  if (typeof q.value !== 'number' || !Number.isFinite(q.value))
    r.error('required', `${at}.value`, 'a quantity needs a numeric value');
  else if (q.value < 0) r.error('value', `${at}.value`, 'a quantity is not negative');
  text(r, q, 'unit', at);
  text(r, q, 'code', at);
  if (q.comparator !== undefined) r.error('invariant', `${at}.comparator`, 'a comparator is not allowed here (sqty-1)');
  if (q.code !== undefined && q.system === undefined)
    r.error('invariant', `${at}.system`, 'a unit code needs its system (qty-3)');
  if (q.unit === undefined && q.code === undefined)
    r.warning('invariant', at, 'a quantity has a unit or a code (PAS prof-2)');
};

const timingPatterns = [pasExtension('timingcalendarpattern'), pasExtension('timingdeliverypattern')];
const hasPattern = (o: JsonObject | undefined): boolean =>
  Array.isArray(o?.extension) && o.extension.some((e) => isObject(e) && timingPatterns.includes(`${e.url}`));

/** PAS prof-1: a count, or a frequency with its period, or one of the two pattern extensions. The profile lets all be absent. */
export const timing = (r: Report, o: JsonObject, path: string): void => {
  const repeat = object(r, o, 'repeat', path);
  const at = `${path}.repeat`;
  if (repeat) {
    for (const key of ['count', 'countMax', 'frequency', 'frequencyMax']) positiveInt(r, repeat, key, at);
    code(r, repeat, 'periodUnit', at, codes.timeUnit);
    code(r, repeat, 'durationUnit', at, codes.timeUnit);
    if (repeat.period !== undefined && repeat.periodUnit === undefined)
      r.error('invariant', at, 'a period needs its unit (tim-2)');
  }
  const says =
    repeat?.count !== undefined ||
    (repeat?.frequency !== undefined && repeat.period !== undefined && repeat.periodUnit !== undefined) ||
    hasPattern(o) ||
    hasPattern(repeat);
  if (!says)
    r.warning(
      'invariant',
      path,
      'a timing needs a count, or a frequency with period and unit, or a calendar or delivery pattern',
    );
};

const known = new Map<string, readonly string[]>(
  Object.entries(knownExtensions.values).map(([name, keys]) => [pasExtensionBase + name, keys]),
);

const parts = new Map<string, readonly string[]>(
  Object.entries(knownExtensions.requiredParts).map(([name, urls]) => [pasExtensionBase + name, urls]),
);

const missingParts = (e: JsonObject, url: string): readonly string[] => {
  const inside = Array.isArray(e.extension) ? e.extension.map((p) => (isObject(p) ? p.url : undefined)) : [];
  return (parts.get(url) ?? []).filter((part) => !inside.includes(part));
};

/** Extensions that PAS defines must have its type; what PAS does not define is carried along unread. */
export const extensions = (r: Report, o: JsonObject, path: string): void => {
  if (o.extension === undefined) return;
  const found = list(r, o, 'extension', path);
  for (let i = 0; i < found.length; i++) {
    const e = found[i] as JsonObject;
    const url = text(r, e, 'url', `${path}.extension[${i}]`, 'required');
    const keys = url === undefined ? undefined : known.get(url);
    if (keys && !keys.some((k) => e[k] !== undefined))
      r.error('extension', `${path}.extension[${i}]`, `this PAS extension needs ${keys.join(' or ')}`);
    for (const part of url === undefined ? [] : missingParts(e, url))
      r.error('required', `${path}.extension[${i}].extension('${part}')`, `this PAS extension needs its part ${part}`);
  }
};

/** A modifier changes what the rest means; one that is not understood cannot be passed over. */
export const modifierExtensions = (r: Report, o: JsonObject, path: string): void => {
  if (o.modifierExtension === undefined) return;
  const found = list(r, o, 'modifierExtension', path);
  for (let i = 0; i < found.length; i++) {
    const e = found[i] as JsonObject;
    const at = `${path}.modifierExtension[${i}]`;
    if (e.url !== infoCancelled)
      r.error('extension', at, 'this modifier extension is not understood, so its element cannot be read safely');
    else if (typeof e.valueBoolean !== 'boolean') r.error('extension', at, 'infoCancelled needs valueBoolean');
  }
};

export const extensionOf = (o: JsonObject | undefined, url: string): JsonObject | undefined =>
  Array.isArray(o?.extension) ? o.extension.find((e): e is JsonObject => isObject(e) && e.url === url) : undefined;

export const requireExtension = (r: Report, o: JsonObject, path: string, name: string): JsonObject | undefined => {
  const url = pasExtension(name);
  const all = Array.isArray(o.extension) ? o.extension.filter((e) => isObject(e) && e.url === url) : [];
  if (all.length === 0) r.error('required', `${path}.extension('${url}')`, `the extension ${name} is required here`);
  if (all.length > 1) r.error('structure', `${path}.extension('${url}')`, `the extension ${name} appears once at most`);
  return all[0] as JsonObject | undefined;
};
