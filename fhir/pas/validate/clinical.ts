import type { JsonObject } from '../../json.ts';
import codes from './codes.json' with { type: 'json' };
import { address, extensions, quantity, timing } from './datatype.ts';
import { base64Form, dateTime, isDateTime } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { code, forbidden, list, matching, object, text } from './report.ts';

/** us-core-location; profile-location asks for an address too, but no reference of a request leads there. */
export const location = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  code(r, o, 'status', path, codes.locationStatus);
  text(r, o, 'name', path, 'required');
  const where = object(r, o, 'address', path);
  if (where) address(r, where, `${path}.address`);
};

/** profile-encounter. */
export const encounter = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  const status = text(r, o, 'status', path, 'required');
  if (status !== undefined && status !== 'planned')
    r.warning('code-invalid', `${path}.status`, 'PAS describes the encounter of a request as planned');
  object(r, o, 'class', path, 'required');
  list(r, o, 'type', path, 'required');
  referenceTo(s, o, 'subject', path, ['Patient'], 'required');
  const span = object(r, o, 'period', path);
  if (span) {
    matching(r, span, 'start', `${path}.period`, dateTime);
    matching(r, span, 'end', `${path}.period`, dateTime);
  }
  const locations = list(r, o, 'location', path);
  for (let i = 0; i < locations.length; i++)
    object(r, locations[i] as JsonObject, 'location', `${path}.location[${i}]`, 'required');
};

const order = (s: Scope, statuses: readonly string[]): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  code(r, o, 'status', path, statuses);
  code(r, o, 'priority', path, codes.requestPriority);
  const when = object(r, o, 'occurrenceTiming', path);
  if (when) timing(r, when, `${path}.occurrenceTiming`);
};

export const serviceRequest = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  order(s, codes.requestStatus);
  if (o.status === undefined) r.error('required', `${path}.status`, 'status is required');
  code(r, o, 'intent', path, codes.requestIntent, 'required');
  object(r, o, 'code', path);
  quantity(r, o, 'quantityQuantity', path);
  referenceTo(s, o, 'subject', path, ['Patient'], 'required');
};

export const deviceRequest = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  order(s, codes.requestStatus);
  code(r, o, 'intent', path, codes.requestIntent, 'required');
  object(r, o, 'codeCodeableConcept', path);
  object(r, o, 'codeReference', path);
  if (o.codeCodeableConcept === undefined && o.codeReference === undefined)
    r.error('required', `${path}.code[x]`, 'the device is required');
  referenceTo(s, o, 'subject', path, ['Patient'], 'required');
};

export const medicationRequest = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  extensions(r, o, path);
  text(r, o, 'status', path, 'required');
  text(r, o, 'intent', path, 'required');
  if (o.medicationCodeableConcept === undefined && o.medicationReference === undefined)
    r.error('required', `${path}.medication[x]`, 'medication is required');
  object(r, o, 'medicationCodeableConcept', path);
  referenceTo(s, o, 'medicationReference', path, ['Medication']);
  referenceTo(s, o, 'subject', path, ['Patient'], 'required');
  matching(r, o, 'authoredOn', path, dateTime);
};

export const nutritionOrder = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  code(r, o, 'status', path, codes.requestStatus, 'required');
  code(r, o, 'intent', path, codes.requestIntent, 'required');
  matching(r, o, 'dateTime', path, dateTime, 'required');
  referenceTo(s, o, 'patient', path, ['Patient'], 'required');
};

export const documentReference = (s: Scope): void => {
  const { r, path } = s;
  const o = s.entry.resource;
  code(r, o, 'status', path, codes.documentStatus, 'required');
  object(r, o, 'type', path, 'required');
  list(r, o, 'category', path, 'required');
  object(r, o, 'subject', path, 'required');
  const content = list(r, o, 'content', path, 'required');
  for (let i = 0; i < content.length; i++) {
    const at = `${path}.content[${i}]`;
    const file = object(r, content[i] as JsonObject, 'attachment', at, 'required');
    if (file === undefined) continue;
    matching(r, file, 'data', `${at}.attachment`, base64Form, 'required');
    text(r, file, 'contentType', `${at}.attachment`);
    forbidden(r, file, 'url', `${at}.attachment`, 'the file itself goes into data; a link is not allowed');
  }
};

/** Status and code of the clinical resources that facts are read from. */
const clinical =
  (statuses: readonly string[], codeRequired: boolean) =>
  (s: Scope): void => {
    const { r, path } = s;
    const o = s.entry.resource;
    code(r, o, 'status', path, statuses, 'required');
    if (codeRequired) object(r, o, 'code', path, 'required');
    for (const key of ['effectiveDateTime', 'performedDateTime', 'authored']) {
      const at = o[key];
      if (at !== undefined && !(typeof at === 'string' && isDateTime(at)))
        r.error('value', `${path}.${key}`, `${key} must be a FHIR dateTime`);
    }
  };

export const observation = clinical(codes.observationStatus, true);
export const procedure = clinical(codes.procedureStatus, false);
export const questionnaireResponse = clinical(codes.questionnaireResponseStatus, false);
