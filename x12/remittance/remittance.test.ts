import {
  type Adjustment,
  adjustmentGroups,
  type PaidClaim,
  type PaidService,
  type Remittance,
} from '@openum/domain/remittance/remittance.ts';
import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../envelope/read.ts';
import { writeInterchange } from '../envelope/write.ts';
import { readRemittance } from './read.ts';
import { remittanceVersion, writeRemittance } from './write.ts';

const word = fc.stringMatching(/^[A-Za-z0-9*:~^'-][A-Za-z0-9*:~^' -]{0,11}[A-Za-z0-9*:~^]$/);
const plain = fc.stringMatching(/^[A-Z0-9]{2,8}$/);
const cents = fc.integer({ min: 0, max: 50_000_000 });
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays(calendarDate('2025-01-01'), n));
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const defined = <T extends object>(x: T): T =>
  Object.fromEntries(Object.entries(x).filter(([, v]) => v !== undefined)) as T;

const adjustment: fc.Arbitrary<Adjustment> = fc
  .record({ group: fc.constantFrom(...adjustmentGroups), code: plain, amount: cents, quantity: maybe(fc.nat(99)) })
  .map((a) => defined(a) as Adjustment);
const sum = (list: readonly Adjustment[]) => list.reduce((t, a) => t + a.amount, 0);

const service: fc.Arbitrary<PaidService> = fc
  .record({
    qualifier: fc.constantFrom('HC', 'NU'),
    code: plain,
    modifiers: fc.array(plain, { maxLength: 4 }),
    revenueCode: maybe(plain),
    paid: cents,
    units: maybe(fc.integer({ min: 1, max: 99 })),
    from: maybe(day),
    nights: fc.nat(9),
    lineNumber: maybe(plain),
    adjustments: fc.array(adjustment, { maxLength: 3 }),
    remarkCodes: fc.array(plain, { maxLength: 3 }),
  })
  .map(({ nights, ...s }) =>
    defined({ ...s, charge: s.paid + sum(s.adjustments), to: s.from && addDays(s.from, nights) }),
  ) as fc.Arbitrary<PaidService>;

const claim: fc.Arbitrary<PaidClaim> = fc
  .record({
    claimId: plain,
    status: fc.constantFrom('1', '2', '4', '22'),
    patientShare: maybe(cents),
    filing: maybe(plain),
    payerClaimNumber: maybe(plain),
    patient: fc.record({ family: word, given: maybe(word), memberNumber: maybe(plain) }).map(defined),
    from: maybe(day),
    nights: fc.nat(30),
    authorizationNumber: maybe(plain),
    adjustments: fc.array(adjustment, { maxLength: 2 }),
    remarkCodes: fc.array(plain, { maxLength: 5 }),
    services: fc.array(service, { maxLength: 3 }),
    paid: cents,
  })
  .map(({ nights, ...c }) => {
    const all = [...c.adjustments, ...c.services.flatMap((s) => s.adjustments)];
    return defined({ ...c, charge: c.paid + sum(all), to: c.from && addDays(c.from, nights) });
  }) as fc.Arbitrary<PaidClaim>;

const remittance: fc.Arbitrary<Remittance> = fc
  .record({
    traceNumber: plain,
    payerId: plain,
    payerName: word,
    payeeName: word,
    payeeNpi: fc.constant('1234567893'),
    paidOn: day,
    method: fc.constantFrom('ACH', 'CHK'),
    claims: fc.array(claim, { minLength: 1, maxLength: 3 }),
    providerAdjustments: fc.array(
      fc.record({ code: plain, reference: maybe(plain), amount: cents }).map(defined) as fc.Arbitrary<
        Remittance['providerAdjustments'][number]
      >,
      { maxLength: 2 },
    ),
  })
  .map((r) => ({
    ...r,
    amount: r.claims.reduce((t, c) => t + c.paid, 0) - r.providerAdjustments.reduce((t, a) => t + a.amount, 0),
  }));

const written = (r: Remittance): string =>
  writeInterchange({
    sender: { qualifier: 'ZZ', id: 'PAYER' },
    receiver: { qualifier: 'ZZ', id: 'PRACTICE' },
    control: 7,
    usage: 'T',
    on: '20261124',
    at: '1130',
    groupCode: 'HP',
    version: remittanceVersion,
    transactions: [{ set: '835', version: remittanceVersion, body: writeRemittance(r) }],
  });

const readBack = (text: string) => {
  const file = readFile([text]);
  const [set] = file.interchanges[0]?.groups[0]?.transactions ?? [];
  return { file, ...readRemittance(set!) };
};

const withoutPosition = (r: Remittance | undefined) =>
  r && { ...r, claims: r.claims.map(({ position: _, ...c }) => c) };

const denied: Remittance = {
  traceNumber: 'T100',
  payerId: '1999999999',
  payerName: 'Prairie Harbor Health Plan',
  payeeName: 'Harbor House',
  payeeNpi: '1234567893',
  paidOn: calendarDate('2026-11-20'),
  amount: 0,
  method: 'NON',
  claims: [
    {
      claimId: 'C-1',
      status: '4',
      charge: 90_000,
      paid: 0,
      patient: { family: 'Quigley', given: 'Maeve', memberNumber: 'PHP1000017' },
      adjustments: [],
      remarkCodes: [],
      services: [
        {
          qualifier: 'HC',
          code: 'H0018',
          modifiers: [],
          charge: 90_000,
          paid: 0,
          from: calendarDate('2026-11-06'),
          to: calendarDate('2026-11-06'),
          adjustments: [{ group: 'CO', code: '197', amount: 90_000 }],
          remarkCodes: ['M62'],
        },
      ],
    },
  ],
  providerAdjustments: [],
};

describe('a remittance (835)', () => {
  test('reads back as it was written, whatever its texts hold', () => {
    fc.assert(
      fc.property(remittance, (r) => {
        const { file, remittance: back, problems } = readBack(written(r));
        expect(file.problems).toEqual([]);
        expect(problems).toEqual([]);
        expect(withoutPosition(back)).toEqual(r);
      }),
      { numRuns: 60 },
    );
  });

  test('says where a payment does not add up', () => {
    const wrong = written(denied).replace('CAS*CO*197*900', 'CAS*CO*197*800');
    const { remittance: back, problems } = readBack(wrong);
    expect(back?.claims).toHaveLength(1);
    expect(problems.map((p) => [p.rule, p.segment, p.loop])).toEqual([
      ['outOfBalance', 'CLP', '2100'],
      ['outOfBalance', 'CLP', '2110'],
    ]);
  });

  test('names segment, place and element of an amount that is none, and never what stands there', () => {
    const { problems } = readBack(written(denied).replace('CLP*C-1*4*900*0', 'CLP*C-1*4*nine*0'));
    const [first] = problems;
    expect(first).toMatchObject({ rule: 'elementInvalid', segment: 'CLP', element: 3 });
    expect(first?.position).toBe(9);
    expect(JSON.stringify(problems)).not.toContain('nine');
  });

  test('is set aside without the number and the day that name the payment', () => {
    const { remittance: back, problems } = readBack(written(denied).replace(/TRN\*[^~]*~/, ''));
    expect(back).toBeUndefined();
    expect(problems.map((p) => p.rule)).toContain('segmentMissing');
  });

  test('is not read from a transaction of another set', () => {
    const other = written(denied).replace('ST*835', 'ST*820');
    expect(readBack(other).problems.map((p) => p.rule)).toEqual(['otherSet']);
  });
});
