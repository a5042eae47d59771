import type { FactDefinition } from '@openum/domain/fact/catalogue.ts';
import type { FactValue } from '@openum/domain/fact/fact.ts';
import { type CalendarDate, type Instant, instant } from '@openum/domain/time/instant.ts';
import { codingsOf } from '../../coding.ts';
import { isObject, type JsonObject, numberAt, objectAt, textAt } from '../../json.ts';
import { isFullDate, isInstant } from '../validate/primitive.ts';

/** Codes that say yes or no: LOINC answers, SNOMED CT, HL7 v2 table 0136, HL7 v3 interpretation. */
const yesCodes = new Set(['LA33-6', '373066001', '52101004', 'Y', 'yes', 'true', 'POS']);
const noCodes = new Set(['LA32-8', '373067005', '2667000', 'N', 'no', 'false', 'NEG']);

/** A day or a moment; a month or a year alone says too little and counts as no date. */
export const moment = (text: string | undefined): Instant | CalendarDate | undefined => {
  if (text === undefined) return undefined;
  if (isFullDate(text)) return text as CalendarDate;
  return isInstant(text) ? instant(text) : undefined;
};

const quantityOf = (o: JsonObject, unit: string): FactValue | undefined => {
  const q = objectAt(o, 'valueQuantity');
  if (q) {
    // "< 88" is not a number that a threshold may be compared with.
    const value = q.comparator === undefined ? numberAt(q, 'value') : undefined;
    return value === undefined
      ? undefined
      : { kind: 'quantity', value, unit: textAt(q, 'code') ?? textAt(q, 'unit') ?? unit };
  }
  const bare = numberAt(o, 'valueDecimal') ?? numberAt(o, 'valueInteger');
  return bare === undefined ? undefined : { kind: 'quantity', value: bare, unit };
};

const answerCodes = (o: JsonObject): readonly { system: string; code: string }[] => [
  ...codingsOf(o.valueCodeableConcept),
  ...(isObject(o.valueCoding) ? codingsOf({ coding: [o.valueCoding] }) : []),
];

const booleanOf = (o: JsonObject): FactValue | undefined => {
  if (typeof o.valueBoolean === 'boolean') return { kind: 'boolean', value: o.valueBoolean };
  const codes = answerCodes(o).map((c) => c.code);
  const yes = codes.some((c) => yesCodes.has(c));
  const no = codes.some((c) => noCodes.has(c));
  return yes === no ? undefined : { kind: 'boolean', value: yes };
};

const choiceOf = (o: JsonObject, d: FactDefinition & { kind: 'code' }): FactValue | undefined => {
  const codes = answerCodes(o);
  const word = textAt(o, 'valueString');
  const chosen = d.values.find(
    (v) =>
      v.code === word ||
      codes.some((c) => c.code === v.code || v.codings?.some((k) => k.system === c.system && k.code === c.code)),
  );
  return chosen && { kind: 'code', value: chosen.code };
};

const dateOf = (o: JsonObject): FactValue | undefined => {
  const text = (textAt(o, 'valueDate') ?? textAt(o, 'valueDateTime'))?.slice(0, 10);
  return text && isFullDate(text) ? { kind: 'date', value: text as CalendarDate } : undefined;
};

const textOf = (o: JsonObject): FactValue | undefined => {
  const concept = objectAt(o, 'valueCodeableConcept') ?? objectAt(o, 'valueCoding');
  const value = textAt(o, 'valueString') ?? textAt(concept, 'text') ?? textAt(concept, 'display');
  return value === undefined ? undefined : { kind: 'text', value };
};

/** The `value[x]` of an observation, a component or an answer, as the kind that the catalogue wants; else nothing. */
export const valueFor = (o: JsonObject, d: FactDefinition): FactValue | undefined => {
  switch (d.kind) {
    case 'quantity':
      return quantityOf(o, d.unit);
    case 'boolean':
      return booleanOf(o);
    case 'code':
      return choiceOf(o, d);
    case 'date':
      return dateOf(o);
    case 'text':
      return textOf(o);
  }
};

/** Name of the element that holds the value, for the source path. */
export const valueKey = (o: JsonObject): string => Object.keys(o).find((k) => /^value[A-Z]/.test(k)) ?? 'value';
