import type { OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import { outgoingOf } from '@openum/domain/payer/outgoing.ts';
import { calendarDate as d, instant } from '@openum/domain/time/instant.ts';
import { adverse, approved, caseOf, openInformation } from '@openum/testkit/fhir/case.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { clinicNpi, doctorNpi } from '@openum/testkit/fhir/request.ts';
import { acted, admitted, dayOf, episodeOf, submission } from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { inquiryResponse, readInquiry } from '../pas/inquire.ts';
import { rejection, rejectionResponse } from '../pas/rejection.ts';
import { readSubmission } from '../pas/request.ts';
import { submitResponse } from '../pas/response.ts';
import { pasOracle } from '../validator/pasOracle.ts';
import { readAnswer } from './answer.ts';
import { inquiryBundle } from './inquiry.ts';
import { submissionBundle } from './request.ts';

const as = {
  npi: clinicNpi,
  name: 'Harbor Recovery',
  phone: '+1 555 010 0300',
  street: '9 Pier Road',
  city: 'Springfield',
  state: 'OH',
  postalCode: '45501',
};
const at = instant('2026-11-24T17:00:00Z');
const ids = (seed: string) => {
  let n = 0;
  return () => uuidOf(`${seed}-${++n}`);
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

const pas = { channel: 'pas', spokeWith: undefined, diagnoses: ['F10.20', 'F33.1'], units: 7 } as const;
const stay = acted(
  admitted,
  { type: 'RecordSubmission', ...submission({ ...pas, submissionId: 'sub-1' } as never) },
  {
    type: 'RecordSubmission',
    ...submission({
      ...pas,
      submissionId: 'sub-2',
      kind: 'continuedStay',
      from: dayOf(7),
      to: dayOf(11),
      units: 5,
    } as never),
  },
);
const outgoing = (n: number, change: Partial<OutgoingRequest> = {}): OutgoingRequest => {
  const e = { ...episodeOf(stay), clinician: { name: 'Dr. Ada Ortiz', npi: doctorNpi } };
  const s = e.submissions[n];
  const found = s && outgoingOf(e, s, at);
  if (!found) throw new Error('given: there is no such submission');
  return { ...found, ...change };
};
const bundleOf = (request: OutgoingRequest) =>
  submissionBundle(request, { as, newId: ids(request.submissionId), summaryBase64: base64(request.summary) });
const read = (bundle: unknown) => {
  const result = readSubmission(bundle, { today: d('2026-11-24') });
  if (result.kind !== 'submission') throw new Error(JSON.stringify(result.issues));
  return result;
};

describe('a request of a practice', () => {
  test('is one that our own review desk reads, with every word in its place', () => {
    const s = read(bundleOf(outgoing(0)));
    expect(s).toMatchObject({
      isUpdate: false,
      urgency: 'expedited',
      member: { memberNumber: 'PHP1000017', family: 'Quigley', birthDate: '1990-04-02' },
      requestingProvider: { npi: clinicNpi },
      senderReference: { value: 'sub-1' },
      diagnoses: [{ code: 'F10.20', principal: true }, { code: 'F33.1' }],
    });
    expect(s.items).toMatchObject([
      {
        sequence: 1,
        service: { code: 'H0018' },
        quantity: { value: 7 },
        period: { start: dayOf(0), end: dayOf(6) },
        servicingProvider: { npi: doctorNpi },
        traceNumber: { value: 'sub-1-H0018' },
      },
    ]);
    expect(new TextDecoder().decode(s.documents[0]?.bytes)).toContain('Withdrawal signs');
  });

  test('for more of the stay changes the first one: it brings it along, repeats its lines and adds its own', () => {
    const s = read(bundleOf(outgoing(1)));
    expect(s).toMatchObject({
      isUpdate: true,
      priorReference: { value: 'sub-1' },
      senderReference: { value: 'sub-1' },
    });
    expect(s.items.map((i) => [i.sequence, i.certificationType, i.infoChanged])).toEqual([
      [1, 'I', undefined],
      [2, '4', 'added'],
    ]);
  });

  test('names the organization where the clinician has no NPI', () => {
    const { clinician: _, ...without } = outgoing(0);
    expect(read(bundleOf(without)).items[0]?.servicingProvider).toMatchObject({ npi: clinicNpi });
  });
});

describe('an inquiry of a practice', () => {
  test('asks for the member, by the practice, about the number that the payer gave', () => {
    const asked = inquiryBundle(outgoing(0), {
      as,
      newId: ids('inq'),
      inquiryId: 'inq-1',
      reference: 'UM-2026-000123',
    });
    expect(readInquiry(asked)).toMatchObject({
      kind: 'inquiry',
      memberNumbers: ['PHP1000017'],
      providerNpis: expect.arrayContaining([clinicNpi, doctorNpi]),
      administrationReferenceNumbers: ['UM-2026-000123'],
    });
  });
});

test('what goes out holds to the profiles of the guide', () => {
  const oracle = pasOracle(pasProfileFile());
  const findings = (bundle: unknown, profile: string) =>
    oracle(bundle, profile)
      .filter((f) => f.rule !== 'self-beneficiary')
      .map((f) => `${f.path}: ${f.rule}`);
  expect(findings(bundleOf(outgoing(0)), 'pas-request-bundle')).toEqual([]);
  expect(findings(bundleOf(outgoing(1)), 'pas-request-bundle')).toEqual([]);
  const asked = inquiryBundle(outgoing(0), { as, newId: ids('inq'), inquiryId: 'inq-1' });
  expect(findings(asked, 'pas-inquiry-request-bundle')).toEqual([]);
});

describe('the answer of a review desk', () => {
  const request = outgoing(0);
  const context = {
    request: bundleOf(request),
    at,
    newId: ids('answer'),
    payer: { name: 'Prairie Harbor Health Plan' },
  };
  const answer = (...args: Parameters<typeof caseOf>) =>
    readAnswer(submitResponse(caseOf(...args), context), request, clinicNpi);

  test('approved: number, days and units', () => {
    expect(answer([approved(1)])).toEqual({
      kind: 'lines',
      lines: [
        expect.objectContaining({
          sequence: 1,
          action: 'A1',
          authorizationNumber: 'A2026-001',
          from: '2026-12-01',
          to: '2027-05-31',
          units: 12,
        }),
      ],
    });
  });

  test('pended: the number of the payer; with a question, what it wants', () => {
    expect(answer([undefined])).toMatchObject({
      lines: [{ action: 'A4', reference: 'UM-2026-000123', wantsInformation: false }],
    });
    const asked = answer([undefined], { informationRequests: [openInformation('Last withdrawal scores')] });
    expect(asked).toMatchObject({
      lines: [{ action: 'A4', wantsInformation: true, note: expect.stringContaining('Last withdrawal scores') }],
    });
  });

  test('denied, in part or in whole, with the reason in words', () => {
    expect(answer([adverse('denied', 1)])).toMatchObject({
      lines: [{ action: 'A3', note: expect.stringContaining('Criteria used') }],
    });
    expect(answer([adverse('modified', 1)])).toMatchObject({
      lines: [{ action: 'A6', authorizationNumber: 'A2026-001', to: '2027-05-31', units: 6 }],
    });
  });

  test('of a series holds other lines too; only the own ones are read', () => {
    const second = outgoing(1);
    const both = submitResponse(caseOf([approved(1), undefined]), { ...context, request: bundleOf(second) });
    expect(readAnswer(both, second, clinicNpi)).toMatchObject({
      kind: 'lines',
      lines: [{ sequence: 2, action: 'A4' }],
    });
  });

  test('to an inquiry is read from its Bundles', () => {
    const found = inquiryResponse([{ case: caseOf([approved(1)]), request: context.request }], context);
    expect(readAnswer(found, request, clinicNpi)).toMatchObject({ kind: 'lines', lines: [{ action: 'A1' }] });
    expect(readAnswer(inquiryResponse([], context), request, clinicNpi)).toEqual({ kind: 'nothing' });
  });

  const window = { opensAt: at, closesAt: instant('2026-11-25T17:00:00Z') };
  const offered = {
    offerId: 'offer-1',
    itemSequences: [1],
    because: 'demanded',
    rule: { ruleId: 'r', ruleVersion: '1', citation: 'c' },
    window,
    slots: [],
    to: { name: 'Dr. Ada Ortiz' },
    how: 'phone',
    physician: { userId: 'u', name: 'Dr. Amara Lindqvist' },
    offeredAt: at,
    offeredBy: 'Nurse',
    proposals: [],
    attempts: [],
    missed: [],
    escalations: [],
    told: [],
  } as const;
  const withTalk = (change: object = {}) => ({
    ...caseOf([undefined]),
    peerToPeer: [{ ...offered, ...change }],
    intentsToDeny: [{ itemSequences: [1], reason: 'The nights are not documented.', by: 'Dr. A', at }],
  });
  const deadline = instant('2026-11-25T09:00:00Z');
  const told = (change?: object) =>
    submitResponse(withTalk(change), {
      ...context,
      payer: { ...context.payer, phone: '800-555-0100' },
      deadlinesOf: () => [deadline],
    });

  test('carries the talk that is offered: its window ends with the first deadline', () => {
    expect(readAnswer(told(), request, clinicNpi)).toMatchObject({
      lines: [
        {
          action: 'A4',
          talks: [
            {
              payerOfferId: 'offer-1',
              state: 'offered',
              opensAt: at,
              closesAt: deadline,
              phone: '800-555-0100',
              payerPhysician: 'Dr. Amara Lindqvist',
              reason: 'The nights are not documented.',
              saidAt: at,
            },
          ],
        },
      ],
    });
    expect(
      pasOracle(pasProfileFile())(told(), 'pas-response-bundle').filter((f) => f.path.includes('extension')),
    ).toEqual([]);
  });

  test('follows the talk to its end', () => {
    const slot = { startsAt: instant('2026-11-24T20:00:00Z'), endsAt: instant('2026-11-24T20:30:00Z') };
    const states = [
      { scheduled: { slot } },
      { missed: [{ by: 'plan', reason: 'Ill.' }] },
      { declined: { declinedBy: 'Dr. Ada Ortiz' } },
      { held: { participants: [], notes: 'internal', outcome: 'changedView', effect: '' } },
    ];
    const read = states.map((s) => readAnswer(told(s), request, clinicNpi));
    expect(read.flatMap((r) => (r.kind === 'lines' ? r.lines.flatMap((l) => l.talks ?? []) : []))).toMatchObject([
      { state: 'scheduled', agreedAt: slot.startsAt },
      { state: 'missed', missedBy: 'plan' },
      { state: 'declined' },
      { state: 'held', outcome: 'changedView' },
    ]);
    // What was said in the talk is the plan's own record.
    expect(JSON.stringify(told(states[3]))).not.toContain('internal');
  });

  test('says of an offer that the decision overtook that it is over, and of one whose window had closed that it was offered', () => {
    const decided = (closesAt: string) => ({
      ...caseOf([approved(1)]),
      peerToPeer: [{ ...offered, window: { opensAt: instant('2026-11-23T10:00:00Z'), closesAt: instant(closesAt) } }],
    });
    const stateAt = (closesAt: string) => {
      const answered = readAnswer(submitResponse(decided(closesAt), context), request, clinicNpi);
      return answered.kind === 'lines' ? answered.lines[0]?.talks?.[0]?.state : undefined;
    };
    // Decided on 23 November at 15:30.
    expect(stateAt('2026-11-23T18:00:00Z')).toBe('closed');
    expect(stateAt('2026-11-23T12:00:00Z')).toBe('offered');
  });

  test('an offer that is not whole, impossible or hostile is no offer, or is cut to words', () => {
    const talksIn = (change: Readonly<Record<string, object | undefined>>) => {
      const bundle = JSON.parse(JSON.stringify(told()), (_, value) => {
        if (value?.url !== 'urn:openum:extension:peer-to-peer') return value;
        const parts = (value.extension as { url: string }[]).flatMap((p) =>
          p.url in change ? (change[p.url] ? [{ url: p.url, ...change[p.url] }] : []) : [p],
        );
        return { ...value, extension: parts };
      });
      const answered = readAnswer(bundle, request, clinicNpi);
      return answered.kind === 'lines' ? answered.lines.flatMap((l) => l.talks ?? []) : [];
    };
    const period = (start: unknown, end: unknown) => ({ window: { valuePeriod: { start, end } } });
    const none = [
      { offerId: undefined },
      { state: { valueCode: 'won' } },
      period('2026-11-24', '2026-11-25'),
      period('2026-11-25T10:00:00Z', '2026-11-24T10:00:00Z'),
      period('2026-11-25T10:00:00Z', '9999-12-31T10:00:00Z'),
      period({}, []),
    ];
    expect(none.flatMap(talksIn)).toEqual([]);
    const [cut] = talksIn({
      reason: { valueString: `a\u202Eb\u0000c${'x'.repeat(9_000)}` },
      phone: { valueString: 7 },
    });
    expect(cut?.reason).toHaveLength(4_000);
    expect(cut?.reason).toMatch(/^abcx/);
    expect(cut).not.toHaveProperty('phone');
  });

  test('carries the appeals of the line, level by level', () => {
    const appeal = {
      appealId: 'a-1',
      number: 'AP-2026-7',
      levelName: 'Reconsideration',
      itemSequences: [1],
      receivedAt: at,
    };
    const next = { ...appeal, appealId: 'a-2', number: 'AP-2026-8', previousAppealId: 'a-1' };
    const lines = [{ itemSequence: 1, outcome: 'upheld', rationale: 'internal' }];
    const c = {
      ...caseOf([adverse('denied', 1)]),
      appeals: [{ ...appeal, decided: { lines, at } }, next],
    } as unknown as ReturnType<typeof caseOf>;
    const bundle = submitResponse(c, context);
    expect(readAnswer(bundle, request, clinicNpi)).toMatchObject({
      lines: [
        {
          action: 'A3',
          appeals: [
            { number: 'AP-2026-7', level: 1, state: 'upheld', receivedOn: '2026-11-24', decidedOn: '2026-11-24' },
            { number: 'AP-2026-8', level: 2, levelName: 'Reconsideration', state: 'open', saidAt: at },
          ],
        },
      ],
    });
    expect(JSON.stringify(bundle)).not.toContain('internal');
    expect(
      pasOracle(pasProfileFile())(bundle, 'pas-response-bundle').filter((f) => f.path.includes('extension')),
    ).toEqual([]);
  });

  test('a request that could not be taken says why', () => {
    const refused = rejectionResponse(rejection(['memberNotFound']), context);
    const said = readAnswer(refused, request, clinicNpi);
    expect(said.kind).toBe('rejected');
    expect(said).toHaveProperty('messages.0');
  });

  test('anything else is nothing or unreadable, never an answer', () => {
    expect(readAnswer({ resourceType: 'Bundle', entry: [] }, request, clinicNpi)).toEqual({ kind: 'nothing' });
    expect(readAnswer('<html>', request, clinicNpi).kind).toBe('unreadable');
    const outcome = { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'No.' }] };
    expect(readAnswer(outcome, request, clinicNpi)).toEqual({ kind: 'unreadable', messages: ['No.'] });
    const foreign = submitResponse(caseOf([approved(1)]), {
      ...context,
      request: bundleOf(outgoing(0, { seriesId: 'x' })),
    });
    expect(readAnswer(foreign, outgoing(1), clinicNpi)).toEqual({ kind: 'nothing' });
  });
});
