import { isObject, type JsonObject } from '../json.ts';
import { isDateTime, isFullDate, isInstant } from '../pas/validate/primitive.ts';
import type { Finding } from './finding.ts';
import { type ElementType, elementOf, homeOf, isResourceType } from './model.ts';

const isText = (v: unknown): boolean => typeof v === 'string' && v.length > 0;
const whole = (min: number) => (v: unknown) => typeof v === 'number' && Number.isInteger(v) && v >= min;
const token = (v: unknown): boolean => typeof v === 'string' && /^\S+( \S+)*$/.test(v);
const address = (v: unknown): boolean => typeof v === 'string' && /^\S+$/.test(v);

const primitives: Readonly<Record<string, (v: unknown) => boolean>> = {
  string: isText,
  markdown: isText,
  xhtml: isText,
  'System.String': isText,
  code: token,
  id: (v) => typeof v === 'string' && /^[A-Za-z0-9.-]{1,64}$/.test(v),
  uri: address,
  url: address,
  canonical: address,
  oid: address,
  uuid: address,
  base64Binary: isText,
  boolean: (v) => typeof v === 'boolean',
  integer: whole(Number.MIN_SAFE_INTEGER),
  unsignedInt: whole(0),
  positiveInt: whole(1),
  decimal: (v) => typeof v === 'number',
  date: (v) => typeof v === 'string' && (isFullDate(v) || /^\d{4}(-\d{2})?$/.test(v)),
  dateTime: (v) => typeof v === 'string' && isDateTime(v),
  instant: (v) => typeof v === 'string' && isInstant(v),
  time: (v) => typeof v === 'string' && /^\d\d:\d\d:\d\d/.test(v),
};

const checkValue = (value: unknown, e: ElementType, path: string, found: Finding[]): void => {
  if (value === null) return;
  const primitive = primitives[e.type];
  if (primitive) {
    if (!primitive(value)) found.push({ path, rule: e.type, text: `is not a ${e.type}` });
    return;
  }
  if (!isObject(value)) {
    found.push({ path, rule: 'structure', text: `must be an object of type ${e.type}` });
    return;
  }
  if (e.type === 'Resource' || isResourceType(e.type)) shape(value, path, found);
  else members(value, homeOf(e), path, found);
};

const members = (o: JsonObject, home: string, path: string, found: Finding[]): void => {
  const keys = Object.keys(o);
  if (keys.length === 0) found.push({ path, rule: 'ele-1', text: 'is empty' });
  for (const key of keys) {
    if (key.startsWith('_') || key === 'resourceType') continue;
    const e = elementOf(home, key);
    const at = `${path}.${key}`;
    if (!e) {
      found.push({ path: at, rule: 'structure', text: `is not an element of ${home}` });
      continue;
    }
    const value = o[key];
    if (Array.isArray(value) !== e.repeats)
      found.push({ path: at, rule: 'structure', text: e.repeats ? 'must be an array' : 'must not be an array' });
    if (Array.isArray(value)) {
      if (value.length === 0) found.push({ path: at, rule: 'ele-1', text: 'is empty' });
      value.forEach((v, i) => {
        checkValue(v, e, `${at}[${i}]`, found);
      });
    } else checkValue(value, e, at, found);
  }
};

/** Base R4: only known elements, arrays where they repeat, primitives in their form, nothing empty. */
export const shape = (resource: JsonObject, path: string, found: Finding[]): void => {
  const type = `${resource.resourceType}`;
  if (!isResourceType(type)) {
    found.push({ path, rule: 'structure', text: 'resourceType is not a resource of R4' });
    return;
  }
  members(resource, type, path, found);
};
