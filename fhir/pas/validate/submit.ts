import { BundleIndex, type Entry } from '../../bundle.ts';
import { isObject, type JsonObject } from '../../json.ts';
import type { Issue, Unprocessable } from '../issue.ts';
import { type ClaimKind, claim } from './claim.ts';
import {
  deviceRequest,
  documentReference,
  encounter,
  location,
  medicationRequest,
  nutritionOrder,
  observation,
  procedure,
  questionnaireResponse,
  serviceRequest,
} from './clinical.ts';
import { closure } from './closure.ts';
import { coverage } from './coverage.ts';
import { envelope } from './envelope.ts';
import { organization, patient, practitioner, practitionerRole } from './party.ts';
import type { Scope } from './reference.ts';
import { Report } from './report.ts';

/** Resource types outside this list are carried to the reviewer unread (PAS spec-26). */
const checks: Readonly<Record<string, (s: Scope) => void>> = {
  Patient: patient,
  Organization: organization,
  Practitioner: practitioner,
  PractitionerRole: practitionerRole,
  Coverage: coverage,
  Location: location,
  Encounter: encounter,
  ServiceRequest: serviceRequest,
  DeviceRequest: deviceRequest,
  MedicationRequest: medicationRequest,
  NutritionOrder: nutritionOrder,
  DocumentReference: documentReference,
  Observation: observation,
  Procedure: procedure,
  QuestionnaireResponse: questionnaireResponse,
};

export type CheckedBundle = {
  readonly kind: 'checked';
  readonly bundle: JsonObject;
  readonly index: BundleIndex;
  readonly claim: Entry;
  /** The Claim that an update replaces. */
  readonly prior?: Entry;
  readonly warnings: readonly Issue[];
};

export const unprocessable = (r: Report): Unprocessable => ({
  kind: 'unprocessable',
  issues: r.issues,
});

/** The Bundle as an object with at least one readable entry, or why not. */
export const openBundle = (
  r: Report,
  json: unknown,
): { bundle: JsonObject; index: BundleIndex; first: Entry } | undefined => {
  if (!isObject(json) || json.resourceType !== 'Bundle') {
    r.error('structure', '$this', 'the body must be one Bundle resource in JSON');
    return undefined;
  }
  envelope(r, json);
  const index = new BundleIndex(json);
  const first = index.entries[0];
  if (first?.position !== 0 || first.type !== 'Claim') return undefined;
  return { bundle: json, index, first };
};

export const checkOthers = (r: Report, index: BundleIndex): void => {
  for (const entry of index.entries) {
    const check = Object.hasOwn(checks, entry.type) ? checks[entry.type] : undefined;
    if (check)
      check({
        r,
        index,
        entry,
        path: `Bundle.entry[${entry.position}].resource`,
      });
  }
};

const claims = (r: Report, index: BundleIndex, first: Entry): Entry | undefined => {
  const all = index.entries.filter((e) => e.type === 'Claim');
  if (all.length > 2) r.error('structure', 'Bundle.entry', 'a Bundle has one or two Claims');
  const isUpdate = first.resource.related !== undefined;
  if (all.length === 2 && !isUpdate)
    r.error(
      'structure',
      `Bundle.entry[${all[1]?.position}].resource`,
      'a second Claim is the predecessor of an update; this Claim names none',
    );
  if (isUpdate && all.length < 2)
    r.error(
      'not-found',
      `Bundle.entry[${first.position}].resource.related`,
      'an update brings along the Claim that it replaces',
    );
  return isUpdate ? all[1] : undefined;
};

/**
 * Checks a `$submit` Bundle against the rules of the PAS 2.2.1 request profiles (docs/adr/0003-pas-validation.md).
 * Unknown extensions, elements and codes pass; unknown modifiers do not.
 */
export const checkSubmission = (json: unknown): CheckedBundle | Unprocessable => {
  const r = new Report();
  const opened = openBundle(r, json);
  if (!opened) return unprocessable(r);
  const { bundle, index, first } = opened;
  const prior = claims(r, index, first);
  const kinds: readonly (readonly [Entry | undefined, ClaimKind])[] = [
    [first, first.resource.related === undefined ? 'request' : 'update'],
    [prior, 'prior'],
  ];
  for (const [entry, kind] of kinds)
    if (entry) claim({ r, index, entry, path: `Bundle.entry[${entry.position}].resource` }, kind);
  checkOthers(r, index);
  closure(r, index, prior);
  if (r.hasErrors) return unprocessable(r);
  return {
    kind: 'checked',
    bundle,
    index,
    claim: first,
    ...(prior ? { prior } : {}),
    warnings: r.issues,
  };
};
