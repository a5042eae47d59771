import { isObject } from '../../json.ts';
import { isDateTime, isFullDate, isInstant } from './primitive.ts';

type Form = { readonly test: (v: unknown) => boolean; readonly says: string };

const anObject: Form = { test: isObject, says: 'an object' };
const aText: Form = { test: (v) => typeof v === 'string' && v.trim() !== '', says: 'a non-empty string' };
const aNumber: Form = { test: (v) => typeof v === 'number' && Number.isFinite(v), says: 'a number' };
const aWhole: Form = { test: Number.isInteger, says: 'a whole number' };
const aUri: Form = { test: (v) => typeof v === 'string' && /^\S+$/.test(v), says: 'a URI or code without spaces' };
const someObjects: Form = {
  test: (v) => Array.isArray(v) && v.every(isObject),
  says: 'an array of objects',
};

const partialDate = (v: unknown): boolean => typeof v === 'string' && (isFullDate(v) || /^\d{4}(-\d{2})?$/.test(v));

/** Elements that have one form wherever they stand in R4. Checked in every resource, known or not. */
export const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['coding', someObjects],
  ['extension', someObjects],
  ['modifierExtension', someObjects],
  ['system', aUri],
  ['valueBoolean', { test: (v) => typeof v === 'boolean', says: 'true or false' }],
  ['valueString', aText],
  ['valueCode', aText],
  ['valueUri', aUri],
  ['valueInteger', aWhole],
  ['valuePositiveInt', aWhole],
  ['valueDecimal', aNumber],
  ['valueDate', { test: partialDate, says: 'a date' }],
  ['valueDateTime', { test: (v) => typeof v === 'string' && isDateTime(v), says: 'a FHIR dateTime' }],
  ['valueInstant', { test: (v) => typeof v === 'string' && isInstant(v), says: 'a FHIR instant' }],
  ['valueCodeableConcept', anObject],
  ['valueCoding', anObject],
  ['valueQuantity', anObject],
  ['valueReference', anObject],
  ['valueIdentifier', anObject],
  ['valuePeriod', anObject],
  ['valueAttachment', anObject],
]);
