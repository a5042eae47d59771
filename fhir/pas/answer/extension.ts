import type { Extension, CodeableConcept as FhirConcept, Quantity as FhirQuantity, Period } from '@medplum/fhirtypes';
import type { Coding, Quantity, ServicePeriod } from '@openum/domain/case/request.ts';
import { pasExtension, system } from '../../systems.ts';

export const concept = (coding: Coding): FhirConcept =>
  coding.system === '' ? { coding: [{ code: coding.code }] } : { coding: [{ ...coding }] };

export const codeOf = (ofSystem: string, code: string, display?: string): FhirConcept => ({
  coding: [{ system: ofSystem, code, ...(display ? { display } : {}) }],
});

export const stringExtension = (name: string, value: string): Extension => ({
  url: pasExtension(name),
  valueString: value,
});

export const period = (p: ServicePeriod): Period => ({ start: p.start, ...(p.end ? { end: p.end } : {}) });

/** PAS quantities have a unit or a code; a code would have to be of X12 673, a unit may be any word. */
export const quantity = (q: Quantity): FhirQuantity => ({ value: q.value, unit: q.unit });

export const npi = (value: string) => ({ system: system.npi, value });
