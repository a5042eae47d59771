import { isObject, type JsonObject } from '../../json.ts';
import { infoCancelled, pasExtension, system } from '../../systems.ts';
import codes from './codes.json' with { type: 'json' };
import {
  coded,
  extensionOf,
  extensions,
  fullDatePeriod,
  hasCoding,
  identifier,
  quantity,
  requireExtension,
} from './datatype.ts';
import { fullDate } from './primitive.ts';
import { referenceTo, type Scope } from './reference.ts';
import { code, forbidden, list, matching, object } from './report.ts';

export type Sequences = {
  readonly careTeam: ReadonlySet<number>;
  readonly diagnosis: ReadonlySet<number>;
  readonly supportingInfo: ReadonlySet<number>;
};

const links = (s: Scope, o: JsonObject, key: string, path: string, numbers: ReadonlySet<number>): void => {
  const value = o[key];
  if (value === undefined) return;
  if (!Array.isArray(value) || value.length === 0) {
    s.r.error('structure', `${path}.${key}`, `${key} must be an array`);
    return;
  }
  for (let i = 0; i < value.length; i++)
    if (!numbers.has(value[i] as number))
      s.r.error('not-found', `${path}.${key}[${i}]`, 'no entry of the Claim has this sequence');
};

const extensionsOfItem = (s: Scope, o: JsonObject, path: string, levelOfServiceGiven: boolean): void => {
  extensions(s.r, o, path);
  for (const name of ['serviceItemRequestType', 'certificationType']) {
    const e = requireExtension(s.r, o, path, name);
    if (e && isObject(e.valueCodeableConcept))
      coded(s.r, e, 'valueCodeableConcept', `${path}.extension('${pasExtension(name)}')`);
  }
  const changed = extensionOf(o, pasExtension('infoChanged'));
  if (changed)
    code(s.r, changed, 'valueCode', `${path}.extension('${pasExtension('infoChanged')}')`, codes.infoChanged);
  const trace = extensionOf(o, pasExtension('itemTraceNumber'));
  if (trace && isObject(trace.valueIdentifier))
    identifier(s.r, trace.valueIdentifier, `${path}.extension('${pasExtension('itemTraceNumber')}').valueIdentifier`);
  const certification = extensionOf(o, pasExtension('certificationType'));
  if (
    hasCoding(certification?.valueCodeableConcept, system.certificationType, ['1']) &&
    !levelOfServiceGiven &&
    !extensionOf(o, pasExtension('levelOfServiceCode'))
  )
    s.r.error('invariant', path, 'an immediate appeal needs a level of service code (ImmediateLevelOfCare)');
};

const orders = ['ServiceRequest', 'DeviceRequest', 'MedicationRequest', 'NutritionOrder'];

/** The order behind a line is an order, not a plan or a proposal. */
const requestedService = (s: Scope, o: JsonObject, path: string): void => {
  const e = extensionOf(o, pasExtension('requestedService'));
  if (!e) return;
  const order = referenceTo(s, e, 'valueReference', `${path}.extension('${e.url}')`, orders);
  if (order && order.resource.intent !== 'order')
    s.r.error('value', `Bundle.entry[${order.position}].resource.intent`, 'the intent of a requested service is order');
};

const cancelled = (s: Scope, o: JsonObject, path: string): void => {
  const flag =
    Array.isArray(o.modifierExtension) &&
    o.modifierExtension.some((e) => isObject(e) && e.url === infoCancelled && e.valueBoolean === true);
  const certification = extensionOf(o, pasExtension('certificationType'));
  if (flag && !hasCoding(certification?.valueCodeableConcept, system.certificationType, ['3']))
    s.r.warning('invariant', path, 'a cancelled item also has certification type 3 (PAS spec-70)');
};

/** Claim.item of profile-claim. */
export const item = (
  s: Scope,
  o: JsonObject,
  path: string,
  sequences: Sequences,
  levelOfServiceGiven: boolean,
): void => {
  const r = s.r;
  extensionsOfItem(s, o, path, levelOfServiceGiven);
  requestedService(s, o, path);
  cancelled(s, o, path);
  links(s, o, 'careTeamSequence', path, sequences.careTeam);
  links(s, o, 'diagnosisSequence', path, sequences.diagnosis);
  links(s, o, 'informationSequence', path, sequences.supportingInfo);
  coded(r, o, 'category', path, 'required');
  coded(r, o, 'productOrService', path, 'required');
  coded(r, o, 'revenue', path);
  const modifiers = list(r, o, 'modifier', path);
  for (let i = 0; i < modifiers.length; i++)
    list(r, modifiers[i] as JsonObject, 'coding', `${path}.modifier[${i}]`, 'required');
  coded(r, o, 'locationCodeableConcept', path, 'required');
  for (const key of ['locationAddress', 'locationReference'])
    forbidden(r, o, key, path, 'PAS wants the place of service as a code');
  matching(r, o, 'servicedDate', path, fullDate);
  const serviced = object(r, o, 'servicedPeriod', path);
  if (serviced) fullDatePeriod(r, serviced, `${path}.servicedPeriod`);
  if (o.servicedDate !== undefined && o.servicedPeriod !== undefined)
    r.error('structure', `${path}.serviced[x]`, 'a service has a date or a period, not both');
  quantity(r, o, 'quantity', path);
};
