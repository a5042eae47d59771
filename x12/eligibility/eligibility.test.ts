import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../envelope/read.ts';
import { writeInterchange } from '../envelope/write.ts';
import { type Content, segment } from '../text/segment.ts';
import { readEligibilityAnswer, readInquiry, writeEligibilityAnswer, writeInquiry } from './codec.ts';
import { type EligibilityAnswer, type EligibilityInquiry, eligibilityVersion } from './eligibility.ts';

const plain = fc.stringMatching(/^[A-Z0-9]{2,10}$/);
const words = fc.stringMatching(/^[A-Za-z*:~^'][A-Za-z*:~^' ]{0,20}[A-Za-z]$/);
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(model).map((x) => Object.fromEntries(Object.entries(x as object).filter(([, v]) => v !== undefined)) as T);
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays(calendarDate('2025-01-01'), n));
const organization = record({ name: words, id: plain, idQualifier: fc.constant('PI') });
const subscriber = record({ family: words, given: maybe(words), birthDate: maybe(day), memberNumber: plain });
const trace = record({ number: plain, by: plain });

const inquiry = record({
  reference: plain,
  askedOn: day,
  askedAt: fc.constant('0930'),
  payer: organization,
  provider: organization,
  subscriber,
  trace,
  on: maybe(day),
  serviceTypes: fc.array(fc.constantFrom('30', 'A4', 'AI'), { maxLength: 3 }),
}) as fc.Arbitrary<EligibilityInquiry>;

const answer = record({
  reference: plain,
  answeredOn: day,
  payer: organization,
  provider: organization,
  subscriber,
  trace: maybe(trace),
  coverageFrom: maybe(day),
  coverageTo: maybe(day),
  rejections: fc.array(record({ loop: fc.constant('2100C'), reason: plain, followUp: maybe(fc.constant('C')) }), {
    maxLength: 2,
  }),
  benefits: fc.array(
    record({
      code: fc.constantFrom('1', '6', 'F', 'I', 'B'),
      coverageLevel: maybe(fc.constantFrom('IND', 'FAM')),
      serviceTypes: fc.array(fc.constantFrom('30', 'A4', 'AI'), { maxLength: 3 }),
      plan: maybe(words),
      period: maybe(plain),
      amount: maybe(fc.nat(900_000)),
      share: maybe(fc.constantFrom(0, 0.2, 0.35)),
      contact: maybe(record({ name: words, phone: maybe(fc.constant('8005550142')) })),
      quantityKind: maybe(fc.constantFrom('DY', 'VS')),
      quantity: maybe(fc.nat(365)),
      authorization: maybe(fc.constantFrom('Y', 'N', 'U')),
      inNetwork: maybe(fc.constantFrom('Y', 'N', 'W')),
      message: maybe(words),
    }),
    { maxLength: 4 },
  ),
}) as fc.Arbitrary<EligibilityAnswer>;

const setOf = (set: '270' | '271', body: readonly Content[]) => {
  const text = writeInterchange({
    sender: { qualifier: 'ZZ', id: 'A' },
    receiver: { qualifier: 'ZZ', id: 'B' },
    control: 1,
    usage: 'T',
    on: '20261120',
    at: '1200',
    groupCode: set === '270' ? 'HS' : 'HB',
    version: eligibilityVersion,
    transactions: [{ set, version: eligibilityVersion, body }],
  });
  const [found] = readFile([text]).interchanges[0]?.groups[0]?.transactions ?? [];
  return found!;
};

describe('eligibility (270 and 271)', () => {
  test('a question reads back as it was written', () => {
    fc.assert(
      fc.property(inquiry, (q) => {
        expect(readInquiry(setOf('270', writeInquiry(q)))).toEqual({ inquiry: q, problems: [] });
      }),
      { numRuns: 50 },
    );
  });

  test('an answer reads back as it was written, with every statement about benefits', () => {
    fc.assert(
      fc.property(answer, (a) => {
        expect(readEligibilityAnswer(setOf('271', writeEligibilityAnswer(a)))).toEqual({ answer: a, problems: [] });
      }),
      { numRuns: 50 },
    );
  });

  test('an answer that stops at the provider is read with its reason', () => {
    const [a] = fc.sample(answer, { numRuns: 1, seed: 1 });
    const whole = writeEligibilityAnswer(a!);
    const second = whole.findIndex((s) => s.id === 'HL' && s.elements[0]?.[0]?.[0] === '2');
    const body = [...whole.slice(0, second), segment('AAA', 'N', undefined, '42', 'R')];
    expect(readEligibilityAnswer(setOf('271', body))).toMatchObject({
      answer: { reference: a?.reference, rejections: [{ reason: '42', followUp: 'R' }], benefits: [] },
      problems: [],
    });
  });

  test('a question is not read as an answer', () => {
    const [q] = fc.sample(inquiry, { numRuns: 1, seed: 1 });
    expect(readEligibilityAnswer(setOf('270', writeInquiry(q!))).problems).toMatchObject([{ rule: 'otherSet' }]);
  });
});
