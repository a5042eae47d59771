import type { JsonObject } from '../../json.ts';
import { system } from '../../systems.ts';
import { coded, extensions, fullDatePeriod, hasCoding, requireExtension } from './datatype.ts';
import { fullDate } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { forbidden, list, matching, object, positiveInt, text } from './report.ts';

/** Sequence numbers of one list of the Claim; each is used once. */
const numbered = (s: Scope, o: JsonObject, path: string, seen: Set<number>): void => {
  const sequence = positiveInt(s.r, o, 'sequence', path, 'required');
  if (sequence === undefined) return;
  if (seen.has(sequence))
    s.r.error(
      'duplicate',
      `${path}.sequence`,
      'this sequence is used before in the same list; it must be unique in the Claim',
    );
  seen.add(sequence);
};

export const careTeam = (s: Scope, c: JsonObject, path: string) => {
  const seen = new Set<number>();
  const all = list(s.r, c, 'careTeam', path);
  for (let i = 0; i < all.length; i++) {
    const o = all[i] as JsonObject;
    const at = `${path}.careTeam[${i}]`;
    numbered(s, o, at, seen);
    extensions(s.r, o, at);
    requireExtension(s.r, o, at, 'careTeamClaimScope');
    referenceTo(s, o, 'provider', at, ['Organization', 'PractitionerRole'], 'required');
  }
  return seen;
};

export const diagnoses = (s: Scope, c: JsonObject, path: string) => {
  const seen = new Set<number>();
  const all = list(s.r, c, 'diagnosis', path);
  for (let i = 0; i < all.length; i++) {
    const o = all[i] as JsonObject;
    const at = `${path}.diagnosis[${i}]`;
    numbered(s, o, at, seen);
    extensions(s.r, o, at);
    forbidden(s.r, o, 'diagnosisReference', at, 'PAS wants the diagnosis as diagnosisCodeableConcept');
    coded(s.r, o, 'diagnosisCodeableConcept', at, 'required');
  }
  return seen;
};

const once = ['patientEvent', 'admissionDates', 'dischargeDates'] as const;

const dates = (s: Scope, o: JsonObject, at: string, dayOnly: boolean): void => {
  matching(s.r, o, 'timingDate', at, fullDate);
  const span = object(s.r, o, 'timingPeriod', at);
  if (span && dayOnly) s.r.error('structure', `${at}.timingPeriod`, 'a discharge has a date, not a period');
  else if (span) fullDatePeriod(s.r, span, `${at}.timingPeriod`);
  if (o.timingDate === undefined && o.timingPeriod === undefined)
    s.r.error('required', `${at}.timing[x]`, 'a date or a period is required');
  for (const key in o)
    if (key.startsWith('value')) s.r.error('structure', `${at}.${key}`, 'this category has no value');
};

const attachment = (s: Scope, o: JsonObject, at: string): void => {
  requireExtension(s.r, o, at, 'documentInformation');
  forbidden(s.r, o, 'timingDate', at, 'additional information has no timing');
  forbidden(s.r, o, 'timingPeriod', at, 'additional information has no timing');
  const ref = object(s.r, o, 'valueReference', at, 'required');
  if (ref && typeof ref.reference !== 'string')
    s.r.error('required', `${at}.valueReference.reference`, 'this must name a resource of the Bundle');
};

const message = (s: Scope, o: JsonObject, at: string): void => {
  text(s.r, o, 'valueString', at, 'required');
  forbidden(s.r, o, 'timingDate', at, 'a message has no timing');
  forbidden(s.r, o, 'timingPeriod', at, 'a message has no timing');
};

export const supportingInfo = (s: Scope, c: JsonObject, path: string) => {
  const seen = new Set<number>();
  const counts = new Map<string, number>();
  const all = list(s.r, c, 'supportingInfo', path);
  for (let i = 0; i < all.length; i++) {
    const o = all[i] as JsonObject;
    const at = `${path}.supportingInfo[${i}]`;
    numbered(s, o, at, seen);
    extensions(s.r, o, at);
    object(s.r, o, 'category', at, 'required');
    const is = (code: string) => hasCoding(o.category, system.pasTemporary, [code]);
    for (const code of once) {
      if (!is(code)) continue;
      dates(s, o, at, code === 'dischargeDates');
      const before = counts.get(code) ?? 0;
      counts.set(code, before + 1);
      if (before > 0) s.r.error('duplicate', at, `${code} appears once at most in a Claim`);
    }
    if (is('additionalInformation')) attachment(s, o, at);
    if (is('freeFormMessage')) message(s, o, at);
  }
  return seen;
};
