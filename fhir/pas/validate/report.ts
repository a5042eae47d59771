import { isObject, type JsonObject } from '../../json.ts';
import type { Issue, IssueCode } from '../issue.ts';

/** Enough to repair a message; a hostile one must not make an answer that is larger than itself. */
const issuesKept = 100;

/** Collects what is wrong. A path is the FHIRPath of the element that the message talks about. */
export class Report {
  readonly issues: Issue[] = [];
  hasErrors = false;

  error(code: IssueCode, expression: string, diagnostics: string): void {
    this.hasErrors = true;
    this.#add({ severity: 'error', code, expression, diagnostics });
  }

  warning(code: IssueCode, expression: string, diagnostics: string): void {
    this.#add({ severity: 'warning', code, expression, diagnostics });
  }

  #add(issue: Issue): void {
    if (this.issues.length < issuesKept) this.issues.push(issue);
  }
}

export type Presence = 'required' | 'optional';

/** Extensions on a primitive (`_birthDate`) stand in for its value, for example a reason why it is absent. */
const absentWithReason = (o: JsonObject, key: string): boolean => isObject(o[`_${key}`]);

const missing = (r: Report, o: JsonObject, key: string, path: string, presence: Presence): void => {
  if (presence === 'required' && !absentWithReason(o, key)) r.error('required', `${path}.${key}`, `${key} is required`);
};

export const text = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): string | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (typeof value === 'string' && value.trim() !== '') return value;
  r.error('value', `${path}.${key}`, `${key} must be a non-empty string`);
  return undefined;
};

/** A code of an enumerable set, or text of a fixed form. */
export const matching = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  rule: { readonly test: (s: string) => boolean; readonly says: string },
  presence: Presence = 'optional',
): string | undefined => {
  const value = text(r, o, key, path, presence);
  if (value === undefined || rule.test(value)) return value;
  r.error('value', `${path}.${key}`, `${key} must be ${rule.says}`);
  return undefined;
};

export const code = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  allowed: readonly string[],
  presence: Presence = 'optional',
): string | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (typeof value === 'string' && allowed.includes(value)) return value;
  r.error('code-invalid', `${path}.${key}`, `${key} must be one of: ${allowed.join(', ')}`);
  return undefined;
};

export const bool = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): boolean | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (typeof value === 'boolean') return value;
  r.error('value', `${path}.${key}`, `${key} must be true or false`);
  return undefined;
};

export const positiveInt = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): number | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  r.error('value', `${path}.${key}`, `${key} must be a positive whole number`);
  return undefined;
};

export const object = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): JsonObject | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (isObject(value)) return value;
  r.error('structure', `${path}.${key}`, `${key} must be an object`);
  return undefined;
};

const none: readonly JsonObject[] = [];

/** An array of objects. A member that is not an object makes the whole array an error and nothing of it is read. */
export const list = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
  max = Number.POSITIVE_INFINITY,
): readonly JsonObject[] => {
  const value = o[key];
  if (value === undefined) {
    if (presence === 'required') r.error('required', `${path}.${key}`, `${key} must have at least one entry`);
    return none;
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isObject)) {
    r.error('structure', `${path}.${key}`, `${key} must be a non-empty array of objects`);
    return none;
  }
  if (value.length > max) r.error('structure', `${path}.${key}`, `${key} has at most ${max} entries`);
  return value;
};

export const forbidden = (r: Report, o: JsonObject, key: string, path: string, why: string): void => {
  if (o[key] !== undefined) r.error('structure', `${path}.${key}`, why);
};
