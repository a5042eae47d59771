import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../envelope/read.ts';
import { writeInterchange } from '../envelope/write.ts';
import type { Content } from '../text/segment.ts';
import { readAuthorizationAnswer, writeAuthorizationAnswer } from './answer.ts';
import { readAuthorizationRequest } from './readRequest.ts';
import { type AuthorizationAnswer, type AuthorizationRequest, authorizationVersion, reviewActions } from './request.ts';
import { writeAuthorizationRequest } from './writeRequest.ts';

const plain = fc.stringMatching(/^[A-Z0-9]{2,10}$/);
const words = fc.stringMatching(/^[A-Za-z*:~^'][A-Za-z*:~^' ]{0,20}[A-Za-z]$/);
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: undefined });
const defined = <T>(x: T): T => Object.fromEntries(Object.entries(x as object).filter(([, v]) => v !== undefined)) as T;
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model).map(defined);
const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays(calendarDate('2025-01-01'), n));
const span = fc.option(
  fc.tuple(day, fc.nat(20)).map(([from, n]) => ({ from, to: addDays(from, n) })),
  { nil: {} },
);
const organization = record({ name: words, id: plain, idQualifier: fc.constant('XX') });
const person = {
  family: words,
  given: maybe(words),
  birthDate: maybe(day),
  gender: maybe(fc.constantFrom('F', 'M', 'U')),
};
const subscriber = record({ ...person, memberNumber: plain });
const trace = record({ number: plain, by: plain });
const message = maybe(fc.stringMatching(/^[A-Za-z]([A-Za-z*~ ]{0,700}[A-Za-z])?$/));

const request = fc
  .tuple(
    record({
      reference: plain,
      madeOn: day,
      madeAt: fc.constant('1130'),
      payer: organization,
      requester: record({
        name: words,
        id: plain,
        idQualifier: fc.constant('XX'),
        phone: maybe(fc.constant('3125550100')),
        contact: maybe(words),
      }),
      subscriber,
      dependent: maybe(record(person)),
      attending: maybe(record({ family: words, given: maybe(words), npi: maybe(fc.constant('1467512343')) })),
      trace,
      category: fc.constantFrom('AR', 'HS'),
      certification: fc.constantFrom('I', '4', 'R', '2'),
      serviceType: plain,
      facility: maybe(record({ code: plain, qualifier: fc.constantFrom('A', 'B') })),
      levelOfService: maybe(fc.constantFrom('03', 'U', 'E')),
      previousAuthorization: maybe(plain),
      admittedOn: maybe(day),
      diagnoses: fc.array(record({ qualifier: fc.constantFrom('ABK', 'ABF'), code: plain }), { maxLength: 3 }),
      message,
      services: fc.array(
        fc
          .tuple(
            record({
              code: plain,
              modifiers: fc.array(plain, { maxLength: 4 }),
              revenueCode: maybe(plain),
              quantity: maybe(fc.integer({ min: 1, max: 90 })),
              unit: fc.constantFrom('DA', 'UN'),
            }),
            span,
          )
          .map(([s, days]) => ({ ...s, ...days })),
        { maxLength: 3 },
      ),
    }),
    span,
  )
  .map(([q, days]) => ({ ...q, ...days })) as fc.Arbitrary<AuthorizationRequest>;

const outcome = maybe(
  record({
    action: fc.constantFrom(...reviewActions),
    authorizationNumber: maybe(plain),
    reasonCodes: fc.array(plain, { maxLength: 3 }),
  }),
);

const answer = fc
  .tuple(
    record({
      reference: plain,
      answeredOn: day,
      answeredAt: fc.constant('1130'),
      payer: organization,
      requester: organization,
      subscriber,
      trace: maybe(trace),
      outcome,
      rejections: fc.array(record({ loop: fc.constant('2010C'), reason: plain, followUp: maybe(fc.constant('C')) }), {
        maxLength: 2,
      }),
      message,
      services: fc.array(
        fc
          .tuple(record({ code: plain, outcome, quantity: maybe(fc.integer({ min: 1, max: 90 })) }), span)
          .map(([s, days]) => ({ ...s, ...days })),
        { maxLength: 3 },
      ),
    }),
    span,
  )
  .map(([q, days]) => ({ ...q, ...days })) as fc.Arbitrary<AuthorizationAnswer>;

const setOf = (body: readonly Content[], change: (text: string) => string = (t) => t) => {
  const text = writeInterchange({
    sender: { qualifier: 'ZZ', id: 'A' },
    receiver: { qualifier: 'ZZ', id: 'B' },
    control: 1,
    usage: 'T',
    on: '20261124',
    at: '1130',
    groupCode: 'HI',
    version: authorizationVersion,
    transactions: [{ set: '278', version: authorizationVersion, body }],
  });
  const [set] = readFile([change(text)]).interchanges[0]?.groups[0]?.transactions ?? [];
  return set!;
};

const admission: AuthorizationRequest = {
  reference: 'R-1',
  madeOn: calendarDate('2026-11-24'),
  madeAt: '1130',
  payer: { name: 'Prairie Harbor', id: 'PH1', idQualifier: 'PI' },
  requester: { name: 'Harbor House', id: '1234567893', idQualifier: 'XX' },
  subscriber: { family: 'Quigley', memberNumber: 'PHP1000017' },
  trace: { number: 'T-1', by: '9HARBOR' },
  category: 'AR',
  certification: 'I',
  serviceType: 'A4',
  diagnoses: [],
  services: [{ code: 'H0018', modifiers: [], quantity: 5, unit: 'DA' }],
};

describe('a request for review (278)', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(request, (q) => {
        const back = readAuthorizationRequest(setOf(writeAuthorizationRequest(q)));
        expect(back.problems).toEqual([]);
        expect(back.request).toEqual(q);
      }),
      { numRuns: 60 },
    );
  });

  test('goes to the payer, then the requester, then the member, then the event with its services', () => {
    const levels = writeAuthorizationRequest(admission).filter((s) => s.id === 'HL');
    expect(levels.map((s) => s.elements.map((e) => e[0]?.[0]))).toEqual([
      ['1', '', '20', '1'],
      ['2', '1', '21', '1'],
      ['3', '2', '22', '1'],
      ['4', '3', 'EV', '1'],
      ['5', '4', 'SS', '0'],
    ]);
  });

  test('that hangs an event under another level is reported at that level', () => {
    const { problems } = readAuthorizationRequest(
      setOf(writeAuthorizationRequest(admission), (t) => t.replace('HL*4*3*EV', 'HL*4*2*EV')),
    );
    expect(problems).toMatchObject([{ rule: 'parentUnknown', segment: 'HL', element: 2 }]);
  });

  test('with a segment from elsewhere is read around it', () => {
    const { request: back, problems } = readAuthorizationRequest(
      setOf(writeAuthorizationRequest(admission), (t) => t.replace('UM*AR', 'ZZZ*1~UM*AR').replace('SE*14', 'SE*15')),
    );
    expect(problems).toMatchObject([{ rule: 'unexpectedSegment', segment: 'ZZZ', loop: '2000E' }]);
    expect(back).toEqual(admission);
  });

  test('without a kind of review is set aside', () => {
    const { request: back, problems } = readAuthorizationRequest(
      setOf(writeAuthorizationRequest(admission), (t) => t.replace(/UM\*[^~]*~/, '').replace('SE*14', 'SE*13')),
    );
    expect(back).toBeUndefined();
    expect(problems).toMatchObject([{ rule: 'segmentMissing' }]);
  });
});

describe('an answer to a request (278)', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(answer, (q) => {
        const back = readAuthorizationAnswer(setOf(writeAuthorizationAnswer(q)));
        expect(back.problems).toEqual([]);
        expect(back.answer).toEqual(q);
      }),
      { numRuns: 60 },
    );
  });

  test('that stops at the member is read with the reason, although it says nothing of an event', () => {
    const body = writeAuthorizationAnswer({
      reference: 'R-1',
      answeredOn: calendarDate('2026-11-24'),
      answeredAt: '1130',
      payer: admission.payer,
      requester: { name: 'Harbor House', id: '1234567893', idQualifier: 'XX' },
      subscriber: admission.subscriber,
      rejections: [{ loop: '2010C', reason: '75', followUp: 'C' }],
      services: [],
    });
    const event = body.findIndex((s) => s.id === 'HL' && s.elements[2]?.[0]?.[0] === 'EV');
    const { answer: back, problems } = readAuthorizationAnswer(setOf(body.slice(0, event)));
    expect(problems).toEqual([]);
    expect(back).toMatchObject({
      reference: 'R-1',
      subscriber: { memberNumber: 'PHP1000017' },
      rejections: [{ reason: '75', followUp: 'C' }],
      services: [],
    });
  });

  test('is not taken for a request', () => {
    const set = setOf(writeAuthorizationRequest(admission));
    expect(readAuthorizationAnswer(set)).toMatchObject({ problems: [{ rule: 'codeUnknown', segment: 'BHT' }] });
  });
});
