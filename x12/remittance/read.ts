import {
  type Adjustment,
  adjustmentGroups,
  type PaidClaim,
  type PaidService,
  type Remittance,
} from '@openum/domain/remittance/remittance.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Transaction } from '../envelope/interchange.ts';
import { deepLoops, type Loop, loopsOf, readLoops, segmentOf, segmentsOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { part, type Segment, text } from '../text/segment.ts';
import { balanceProblems } from './balance.ts';
import { remittanceMap } from './map.ts';

/** A CAS holds up to six triples of reason, amount and quantity. */
const tripleStarts = [2, 5, 8, 11, 14, 17];

const adjustmentsOf = (r: Reader, l: Loop): readonly Adjustment[] =>
  segmentsOf(l, 'CAS').flatMap((s) => {
    r.needed(s, 1, 'the adjustment group');
    const group = r.code(s, 1, adjustmentGroups) ?? 'OA';
    return tripleStarts.flatMap((n) => {
      const code = text(s, n);
      if (code === undefined) return [];
      const quantity = r.quantity(s, n + 2);
      const amount = r.neededCents(s, n + 1, 'the amount of the adjustment');
      return [{ group, code, amount, ...(quantity === undefined ? {} : { quantity }) }];
    });
  });

const given = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });

const spanOf = (r: Reader, l: Loop, first: string, last: string): { from?: CalendarDate; to?: CalendarDate } => {
  const on = (code: string) => {
    const s = segmentOf(l, 'DTM', code);
    return s && r.date(s, 2);
  };
  const from = on(first);
  const to = on(last) ?? from;
  return { ...given('from', from), ...given('to', to) };
};

const serviceOf = (r: Reader, l: Loop): PaidService => {
  const s = l.first;
  const units = r.quantity(s, 5);
  const day = spanOf(r, l, '472', '472');
  return {
    qualifier: part(s, 1, 1) ?? '',
    code: part(s, 1, 2) ?? missingCode(r, s),
    modifiers: [3, 4, 5, 6].flatMap((k) => part(s, 1, k) ?? []),
    charge: r.neededCents(s, 2, 'the charge'),
    paid: r.cents(s, 3) ?? 0,
    ...given('revenueCode', text(s, 4)),
    ...given('units', units),
    ...(day.from ? day : spanOf(r, l, '150', '151')),
    ...given('lineNumber', textOf(segmentOf(l, 'REF', '6R'), 2)),
    adjustments: adjustmentsOf(r, l),
    remarkCodes: segmentsOf(l, 'LQ', 'HE').flatMap((x) => text(x, 2) ?? []),
  };
};

const missingCode = (r: Reader, s: Segment): string => {
  r.note(problem('elementMissing', s, 'the code of the service is missing', { element: 1, component: 2 }));
  return '';
};

const textOf = (s: Segment | undefined, n: number): string | undefined => s && text(s, n);

/** Remark codes of a claim stand in MIA for an inpatient stay, in MOA otherwise. */
const claimRemarks = (l: Loop): readonly string[] => [
  ...segmentsOf(l, 'MIA').flatMap((s) => [5, 20, 21, 22, 23].flatMap((n) => text(s, n) ?? [])),
  ...segmentsOf(l, 'MOA').flatMap((s) => [3, 4, 5, 6, 7].flatMap((n) => text(s, n) ?? [])),
];

const claimOf = (r: Reader, l: Loop): PaidClaim => {
  const s = l.first;
  const patient = segmentOf(l, 'NM1', 'QC');
  const insured = segmentOf(l, 'NM1', 'IL');
  const services = loopsOf(l, '2110').map((x) => serviceOf(r, x));
  const span = spanOf(r, l, '232', '233');
  const patientShare = r.cents(s, 5);
  return {
    claimId: r.needed(s, 1, 'the number of the claim'),
    status: r.needed(s, 2, 'the status of the claim'),
    charge: r.neededCents(s, 3, 'the charge'),
    paid: r.neededCents(s, 4, 'the payment'),
    ...given('patientShare', patientShare),
    ...given('filing', text(s, 6)),
    ...given('payerClaimNumber', text(s, 7)),
    patient: {
      family: textOf(patient, 3) ?? '',
      ...given('given', textOf(patient, 4)),
      ...given('memberNumber', textOf(insured, 9) ?? textOf(patient, 9)),
    },
    ...span,
    ...given('authorizationNumber', textOf(segmentOf(l, 'REF', 'G1'), 2)),
    adjustments: adjustmentsOf(r, l),
    remarkCodes: claimRemarks(l),
    services,
    position: s.position,
  };
};

const keptBack = (r: Reader, top: Loop): Remittance['providerAdjustments'] =>
  segmentsOf(top, 'PLB').flatMap((s) =>
    [3, 5, 7, 9, 11, 13].flatMap((n) => {
      const code = part(s, n, 1);
      if (code === undefined) return [];
      return [{ code, ...given('reference', part(s, n, 2)), amount: r.neededCents(s, n + 1, 'the amount') }];
    }),
  );

/** Sets with only a warning are given too; what must be there and is not keeps a payment out. */
export const readRemittance = (
  t: Transaction,
): { readonly remittance?: Remittance; readonly problems: readonly X12Problem[] } => {
  const at = { id: 'ST', position: t.position };
  if (t.set !== '835') return { problems: [problem('otherSet', at, 'this is not a remittance (835)', { element: 1 })] };
  const { loop: top, problems: structure } = readLoops(remittanceMap, t.segments);
  if (!top) return { problems: [...t.problems, ...structure] };
  const r = reader();
  const bpr = top.first;
  const trn = segmentOf(top, 'TRN');
  const payer = loopsOf(top, '1000A')[0]?.first;
  const payee = loopsOf(top, '1000B')[0]?.first;
  r.needed(bpr, 16, 'the day of the payment');
  const paidOn = r.date(bpr, 16);
  const sign = text(bpr, 3) === 'D' ? -1 : 1;
  const amount = sign * r.neededCents(bpr, 2, 'the amount of the payment');
  if (!trn || !paidOn) return { problems: [...t.problems, ...structure, ...r.problems] };
  const remittance: Remittance = {
    traceNumber: r.needed(trn, 2, 'the trace number'),
    payerId: r.needed(trn, 3, 'the identifier of the payer'),
    payerName: textOf(payer, 2) ?? '',
    payeeName: textOf(payee, 2) ?? '',
    payeeNpi: textOf(payee, 4) ?? '',
    paidOn,
    amount,
    method: text(bpr, 4) ?? '',
    claims: deepLoops(top, '2100').map((l) => claimOf(r, l)),
    providerAdjustments: keptBack(r, top),
  };
  return {
    remittance,
    problems: [...t.problems, ...structure, ...r.problems, ...balanceProblems(remittance, bpr)],
  };
};
