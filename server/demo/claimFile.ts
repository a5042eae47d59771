import type { Episode } from '@openum/domain/episode/state.ts';
import type { DeliveredService } from '@openum/domain/ledger/service.ts';
import type { PaidClaim, PaidService, Remittance } from '@openum/domain/remittance/remittance.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { X12Line } from '@openum/http/payer/fileLines.ts';
import { type Content, segment } from '@openum/x12/text/segment.ts';
import { centsText, dateText } from '@openum/x12/text/value.ts';

const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);

/** What the payer of the demonstration pays for a day, as a share of the charge. */
const contractShare = 0.7;

/** The payer's answer to one day: paid by contract, or refused for want of an authorization. */
const paidDay = (s: DeliveredService, refused: boolean): PaidService => {
  const paid = refused ? 0 : Math.round(s.charge * contractShare);
  return {
    qualifier: 'HC',
    code: s.code,
    modifiers: [],
    units: s.units,
    charge: s.charge,
    paid,
    from: s.on,
    to: s.on,
    adjustments: [{ group: 'CO', code: refused ? '197' : '45', amount: s.charge - paid }],
    remarkCodes: refused ? ['M62'] : [],
  };
};

const paidClaim = (e: Episode, payerClaimNumber: string, refused: readonly CalendarDate[]): PaidClaim => {
  const billed = e.services.filter((s) => s.billed);
  const services = billed.map((s) => paidDay(s, refused.includes(s.on)));
  return {
    claimId: billed[0]?.billed?.claimId ?? '',
    status: '1',
    charge: sum(services.map((s) => s.charge)),
    paid: sum(services.map((s) => s.paid)),
    payerClaimNumber,
    patient: { family: e.patient.family, given: e.patient.given, memberNumber: e.coverages[0]?.memberNumber ?? '' },
    adjustments: [],
    remarkCodes: [],
    services,
  };
};

/** A claim of the time before the practice kept its record here. */
const strange = (on: CalendarDate): PaidClaim => {
  const services = [
    paidDay(
      { serviceId: 'old', on, levelOfCare: 'intensiveOutpatient', code: 'H0015', units: 1, charge: 26_500 },
      false,
    ),
  ];
  return {
    claimId: 'CLM-CP-1902-3',
    status: '1',
    charge: sum(services.map((s) => s.charge)),
    paid: sum(services.map((s) => s.paid)),
    payerClaimNumber: 'JM-C-70411',
    patient: { family: 'Moreau', given: 'Philippa', memberNumber: 'JM-488207' },
    adjustments: [],
    remarkCodes: [],
    services,
  };
};

type Stays = { readonly paid: Episode; readonly partlyPaid: Episode };

/** A payment (835): one claim paid, one refused for two days that no authorization covered, one that nobody here knows. */
export const demoRemittance = (line: X12Line, { paid, partlyPaid }: Stays, paidOn: CalendarDate): Remittance => {
  const uncovered = [addDays(partlyPaid.admittedOn, 19), addDays(partlyPaid.admittedOn, 20)];
  const claims = [
    paidClaim(paid, 'JM-C-88120', []),
    paidClaim(partlyPaid, 'JM-C-88121', uncovered),
    strange(addDays(paidOn, -70)),
  ];
  return {
    traceNumber: 'JM-EFT-55871',
    payerId: `1${line.payer.id}`,
    payerName: line.payer.name,
    payeeName: line.provider.name,
    payeeNpi: line.provider.npi,
    paidOn,
    amount: sum(claims.map((c) => c.paid)),
    method: 'ACH',
    claims,
    providerAdjustments: [],
  };
};

const revenueCodes: Readonly<Record<string, string>> = { H0018: '1002', H0035: '0912' };

const person = (code: string, family: string, given: string, member: string): Content =>
  segment('NM1', code, '1', family, given, undefined, undefined, undefined, 'MI', member);
const organization = (code: string, name: string, qualifier: string, id: string): Content =>
  segment('NM1', code, '2', name, undefined, undefined, undefined, undefined, qualifier, id);

export type DemoBill = { readonly stay: Episode; readonly claimId: string; readonly to: CalendarDate };

const bill = (line: X12Line, { stay, claimId, to }: DemoBill, at: number): readonly Content[] => {
  const services = stay.services.filter((s) => s.on <= to && !s.billed);
  const charge = sum(services.map((s) => s.charge));
  const prior = stay.authorizations[0]?.number;
  return [
    segment('HL', String(at + 2), '1', '22', '0'),
    segment('SBR', 'P', '18'),
    person('IL', stay.patient.family, stay.patient.given, stay.coverages[0]?.memberNumber ?? ''),
    segment('DMG', 'D8', dateText(stay.patient.birthDate)),
    organization('PR', line.payer.name, 'PI', line.payer.id),
    segment('CLM', claimId, centsText(charge), undefined, undefined, { parts: ['86', 'A', '1'] }),
    ...(prior ? [segment('REF', 'G1', prior)] : []),
    segment('HI', { parts: ['ABK', 'F1020'] }),
    ...services.flatMap((s, n) => [
      segment('LX', String(n + 1)),
      segment('SV2', revenueCodes[s.code], { parts: ['HC', s.code] }, centsText(s.charge), 'UN', String(s.units)),
      segment('DTP', '472', 'D8', dateText(s.on)),
    ]),
  ];
};

export const claimVersion = '005010X223A2';

/** Claims (837) that the billing system of the practice is about to send. */
export const demoClaims = (line: X12Line, bills: readonly DemoBill[], on: CalendarDate): readonly Content[] => [
  segment('BHT', '0019', '00', 'CP-B-118', dateText(on), '0900', 'CH'),
  organization('41', line.provider.name, '46', line.sender.id),
  organization('40', line.payer.name, '46', line.receiver.id),
  segment('HL', '1', undefined, '20', '1'),
  organization('85', line.provider.name, 'XX', line.provider.npi),
  ...bills.flatMap((b, at) => bill(line, b, at)),
];
