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

type Reading<T> = {
  readonly accepts: (value: unknown) => value is T;
  readonly issue: 'value' | 'code-invalid' | 'structure';
  /** Ends the sentence "<element> must be ..."; asked for only when it is not. */
  readonly says: () => string;
};

const read = <T>(
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence,
  { accepts, issue, says }: Reading<T>,
): T | undefined => {
  const value = o[key];
  if (value === undefined) {
    missing(r, o, key, path, presence);
    return undefined;
  }
  if (accepts(value)) return value;
  r.error(issue, `${path}.${key}`, `${key} must be ${says()}`);
  return undefined;
};

const aText: Reading<string> = {
  accepts: (v): v is string => typeof v === 'string' && v.trim() !== '',
  issue: 'value',
  says: () => 'a non-empty string',
};
const aBoolean: Reading<boolean> = {
  accepts: (v): v is boolean => typeof v === 'boolean',
  issue: 'value',
  says: () => 'true or false',
};
const aPositiveInt: Reading<number> = {
  accepts: (v): v is number => typeof v === 'number' && Number.isInteger(v) && v > 0,
  issue: 'value',
  says: () => 'a positive whole number',
};
const anObject: Reading<JsonObject> = { accepts: isObject, issue: 'structure', says: () => 'an object' };

export const text = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): string | undefined => read(r, o, key, path, presence, aText);

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
): string | undefined =>
  read(r, o, key, path, presence, {
    accepts: (v): v is string => typeof v === 'string' && allowed.includes(v),
    issue: 'code-invalid',
    says: () => `one of: ${allowed.join(', ')}`,
  });

export const bool = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): boolean | undefined => read(r, o, key, path, presence, aBoolean);

export const positiveInt = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): number | undefined => read(r, o, key, path, presence, aPositiveInt);

export const object = (
  r: Report,
  o: JsonObject,
  key: string,
  path: string,
  presence: Presence = 'optional',
): JsonObject | undefined => read(r, o, key, path, presence, anObject);

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
