import type { Adjustment, PaidClaim, PaidService, Remittance } from '@openum/domain/remittance/remittance.ts';
import { type Content, segment } from '../text/segment.ts';
import { centsText, dateText } from '../text/value.ts';

/** One CAS for each adjustment: order and group are kept as they were. */
const cas = (a: Adjustment): Content =>
  segment('CAS', a.group, a.code, centsText(a.amount), a.quantity === undefined ? undefined : String(a.quantity));

const lines = (s: PaidService): readonly Content[] => [
  segment(
    'SVC',
    { parts: [s.qualifier, s.code, ...s.modifiers] },
    centsText(s.charge),
    centsText(s.paid),
    s.revenueCode,
    s.units === undefined ? undefined : String(s.units),
  ),
  ...(s.from
    ? s.to === undefined || s.to === s.from
      ? [segment('DTM', '472', dateText(s.from))]
      : [segment('DTM', '150', dateText(s.from)), segment('DTM', '151', dateText(s.to))]
    : []),
  ...s.adjustments.map(cas),
  ...(s.lineNumber ? [segment('REF', '6R', s.lineNumber)] : []),
  ...s.remarkCodes.map((c) => segment('LQ', 'HE', c)),
];

const remarksAt = 5;

const claim = (c: PaidClaim): readonly Content[] => [
  segment(
    'CLP',
    c.claimId,
    c.status,
    centsText(c.charge),
    centsText(c.paid),
    c.patientShare === undefined ? undefined : centsText(c.patientShare),
    c.filing,
    c.payerClaimNumber,
  ),
  ...c.adjustments.map(cas),
  segment(
    'NM1',
    'QC',
    '1',
    c.patient.family,
    c.patient.given,
    undefined,
    undefined,
    undefined,
    c.patient.memberNumber ? 'MI' : undefined,
    c.patient.memberNumber,
  ),
  ...(c.remarkCodes.length > 0 ? [segment('MOA', undefined, undefined, ...c.remarkCodes.slice(0, remarksAt))] : []),
  ...(c.authorizationNumber ? [segment('REF', 'G1', c.authorizationNumber)] : []),
  ...(c.from ? [segment('DTM', '232', dateText(c.from))] : []),
  ...(c.to ? [segment('DTM', '233', dateText(c.to))] : []),
  ...c.services.flatMap(lines),
];

/** Body of an 835, as a payer sends it. */
export const writeRemittance = (r: Remittance): readonly Content[] => [
  segment(
    'BPR',
    r.amount === 0 ? 'H' : 'I',
    centsText(Math.abs(r.amount)),
    r.amount < 0 ? 'D' : 'C',
    r.method,
    ...Array.from({ length: 11 }, () => undefined),
    dateText(r.paidOn),
  ),
  segment('TRN', '1', r.traceNumber, r.payerId),
  segment('N1', 'PR', r.payerName),
  segment('N1', 'PE', r.payeeName, 'XX', r.payeeNpi),
  ...(r.claims.length > 0 ? [segment('LX', '1')] : []),
  ...r.claims.flatMap(claim),
  ...r.providerAdjustments.map((a) =>
    segment('PLB', r.payeeNpi, `${r.paidOn.slice(0, 4)}1231`, { parts: [a.code, a.reference] }, centsText(a.amount)),
  ),
];

export const remittanceVersion = '005010X221A1';
