import type { Coding, Provider, Quantity, ServicePeriod } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { codeIn, codingsOf, extensionCode, extensionOf } from '../../coding.ts';
import { isObject, type JsonObject, numberAt, numbersAt, objectAt, objects, textAt } from '../../json.ts';
import { infoCancelled, pasExtension, system } from '../../systems.ts';
import type { SubmittedItem } from '../submission.ts';

/** What an item borrows from the rest of the Claim. */
export type ClaimLists = {
  readonly diagnosisCodes: ReadonlyMap<number, string>;
  readonly servicingProvider: (careTeamSequences: readonly number[]) => Provider | undefined;
};

const noService: Coding = { system: '', code: '' };

const quantityOf = (o: JsonObject): Quantity | undefined => {
  const q = objectAt(o, 'quantity');
  const value = numberAt(q, 'value');
  if (value === undefined) return undefined;
  return { value, unit: textAt(q, 'code') ?? textAt(q, 'unit') ?? 'UN' };
};

export const servicePeriod = (date: string | undefined, period: JsonObject | undefined): ServicePeriod | undefined => {
  if (date) return { start: date as CalendarDate, end: date as CalendarDate };
  const start = textAt(period, 'start') ?? textAt(period, 'end');
  if (start === undefined) return undefined;
  const end = textAt(period, 'end');
  return { start: start as CalendarDate, ...(end ? { end: end as CalendarDate } : {}) };
};

/** NDC and RxNorm name drugs; so do the HCPCS codes J0120 to J9999 (drugs given other than by mouth). */
const isDrug = (service: Coding): boolean =>
  service.system === system.ndc || service.system === system.rxnorm || /^J\d{4}$/.test(service.code);

const hasInfoCancelled = (o: JsonObject): boolean =>
  objects(o.modifierExtension).some((e) => e.url === infoCancelled && e.valueBoolean === true);

const traceOf = (o: JsonObject) => {
  const trace = objectAt(extensionOf(o, pasExtension('itemTraceNumber')), 'valueIdentifier');
  const value = textAt(trace, 'value');
  const of = textAt(trace, 'system');
  return value ? { traceNumber: { ...(of ? { system: of } : {}), value } } : {};
};

const changeOf = (o: JsonObject): SubmittedItem['infoChanged'] => {
  const code = extensionOf(o, pasExtension('infoChanged'))?.valueCode;
  return code === 'added' || code === 'changed' ? code : undefined;
};

const optionalTexts = (o: JsonObject) => {
  const found = {
    category: codingsOf(o.category)[0]?.code,
    placeOfService: codeIn(o.locationCodeableConcept, system.placeOfService),
    typeOfBill: codeIn(o.locationCodeableConcept, system.typeOfBill),
    revenueCode: codingsOf(o.revenue)[0]?.code,
    levelOfCare: extensionCode(o, pasExtension('nursingHomeLevelOfCare')),
    previousAuthorizationNumber: textAt(extensionOf(o, pasExtension('authorizationNumber')), 'valueString'),
    administrationReferenceNumber: textAt(extensionOf(o, pasExtension('administrationReferenceNumber')), 'valueString'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, v]) => v !== undefined)) as Partial<
    Record<keyof typeof found, string>
  >;
};

export const readItem = (o: JsonObject, lists: ClaimLists): SubmittedItem => {
  const service = codingsOf(o.productOrService)[0] ?? noService;
  const certificationType = extensionCode(o, pasExtension('certificationType')) ?? 'I';
  const modifiers = objects(o.modifier).flatMap((m) => codingsOf(m)[0]?.code ?? []);
  const named = numbersAt(o, 'diagnosisSequence').flatMap((n) => lists.diagnosisCodes.get(n) ?? []);
  const quantity = quantityOf(o);
  const period = servicePeriod(textAt(o, 'servicedDate'), objectAt(o, 'servicedPeriod'));
  const servicingProvider = lists.servicingProvider(numbersAt(o, 'careTeamSequence'));
  const serviceEnd = codingsOf(extensionOf(o, pasExtension('productOrServiceCodeEnd'))?.valueCodeableConcept)[0];
  const infoChanged = changeOf(o);
  return {
    sequence: numberAt(o, 'sequence') ?? 0,
    service,
    certificationType,
    requestType: extensionCode(o, pasExtension('serviceItemRequestType')) ?? 'HS',
    // A line without its own pointers is asked for on the ground of every diagnosis of the request.
    diagnoses: named.length > 0 ? named : [...lists.diagnosisCodes.values()],
    isDrug: isDrug(service),
    cancelled: certificationType === '3' || hasInfoCancelled(o),
    ...optionalTexts(o),
    ...traceOf(o),
    ...(modifiers.length > 0 ? { modifiers } : {}),
    ...(quantity ? { quantity } : {}),
    ...(period ? { period } : {}),
    ...(servicingProvider ? { servicingProvider } : {}),
    ...(serviceEnd ? { serviceEnd } : {}),
    ...(infoChanged ? { infoChanged } : {}),
  };
};

export const diagnosisCodes = (claim: JsonObject): ReadonlyMap<number, string> =>
  new Map(
    objects(claim.diagnosis).flatMap((d): [number, string][] => {
      const sequence = numberAt(d, 'sequence');
      const code = codingsOf(d.diagnosisCodeableConcept)[0]?.code;
      return sequence === undefined || code === undefined ? [] : [[sequence, code]];
    }),
  );

export const isCategory = (info: JsonObject, code: string): boolean =>
  isObject(info.category) && codeIn(info.category, system.pasTemporary) === code;
