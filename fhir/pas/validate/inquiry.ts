import type { BundleIndex, Entry } from '../../bundle.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { pasExtension, system } from '../../systems.ts';
import type { Unprocessable } from '../issue.ts';
import { careTeam, diagnoses } from './claimParts.ts';
import { closure } from './closure.ts';
import codes from './codes.json' with { type: 'json' };
import { coded, extensionOf, extensions, fullDatePeriod, hasCoding, identifier } from './datatype.ts';
import { dateTime, fullDate } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { code, list, matching, object, positiveInt, Report } from './report.ts';
import { type CheckedBundle, checkOthers, openBundle, unprocessable } from './submit.ts';

const certificationDates = [
  'itemCertificationIssueDate',
  'itemCertificationEffectiveDate',
  'itemCertificationExpirationDate',
];

const item = (s: Scope, o: JsonObject, path: string): void => {
  positiveInt(s.r, o, 'sequence', path, 'required');
  extensions(s.r, o, path);
  for (const name of certificationDates) {
    const e = extensionOf(o, pasExtension(name));
    if (!e) continue;
    const at = `${path}.extension('${pasExtension(name)}')`;
    matching(s.r, e, 'valueDate', at, fullDate);
    if (isObject(e.valuePeriod)) fullDatePeriod(s.r, e.valuePeriod, `${at}.valuePeriod`);
  }
  coded(s.r, o, 'productOrService', path, 'required');
  coded(s.r, o, 'category', path);
  matching(s.r, o, 'servicedDate', path, fullDate);
  const serviced = object(s.r, o, 'servicedPeriod', path);
  if (serviced) fullDatePeriod(s.r, serviced, `${path}.servicedPeriod`);
};

/** profile-claim-inquiry. */
const inquiryClaim = (s: Scope): void => {
  const { r, path } = s;
  const c = s.entry.resource;
  extensions(r, c, path);
  const ids = list(r, c, 'identifier', path, 'required', 1);
  if (ids[0]) identifier(r, ids[0], `${path}.identifier[0]`);
  code(r, c, 'status', path, ['active'], 'required');
  code(r, c, 'use', path, ['preauthorization'], 'required');
  if (!hasCoding(c.type, system.claimType, codes.claimType))
    r.error('code-invalid', `${path}.type`, `type must be one of: ${codes.claimType.join(', ')}`);
  matching(r, c, 'created', path, dateTime, 'required');
  object(r, c, 'priority', path, 'required');
  referenceTo(s, c, 'patient', path, ['Patient'], 'required');
  referenceTo(s, c, 'insurer', path, ['Organization'], 'required');
  referenceTo(s, c, 'provider', path, ['Organization', 'PractitionerRole'], 'required');
  const insurance = list(r, c, 'insurance', path, 'required');
  for (let i = 0; i < insurance.length; i++)
    referenceTo(s, insurance[i] as JsonObject, 'coverage', `${path}.insurance[${i}]`, ['Coverage'], 'required');
  careTeam(s, c, path);
  diagnoses(s, c, path);
  const span = object(r, c, 'billablePeriod', path);
  if (span) fullDatePeriod(r, span, `${path}.billablePeriod`);
  const items = list(r, c, 'item', path);
  for (let i = 0; i < items.length; i++) item(s, items[i] as JsonObject, `${path}.item[${i}]`);
};

const claimsOf = (index: BundleIndex): readonly Entry[] => index.entries.filter((e) => e.type === 'Claim');

/** Checks an `$inquire` Bundle against the rules of the PAS 2.2.1 inquiry profiles. */
export const checkInquiry = (json: unknown): CheckedBundle | Unprocessable => {
  const r = new Report();
  const opened = openBundle(r, json);
  if (!opened) return unprocessable(r);
  const { bundle, index, first } = opened;
  if (claimsOf(index).length > 1) r.error('structure', 'Bundle.entry', 'an inquiry has one Claim');
  inquiryClaim({ r, index, entry: first, path: 'Bundle.entry[0].resource' });
  checkOthers(r, index);
  closure(r, index, undefined);
  if (r.hasErrors) return unprocessable(r);
  return { kind: 'checked', bundle, index, claim: first, warnings: r.issues };
};
