import {
  act,
  acted,
  admitted,
  authorization,
  coverage,
  dayOf,
  dayProgramme,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  now,
  opened,
  service,
  submission,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import { addDays, addElapsed } from '../time/instant.ts';
import { coverageOf } from './ledger.ts';
import { finalAnswer, noEpisode, presentProgramme, programmeOn, wasAsked } from './state.ts';

const code = (story: EpisodeStory, body: EpisodeBody, role?: Parameters<typeof act>[1]) => {
  const decided = whenActed(story, act(body, role));
  return isRefusal(decided) ? decided.code : 'done';
};
const days = (...ns: readonly number[]): EpisodeBody => ({
  type: 'RecordServices',
  services: ns.map((n) => service(n)),
  policy: 'warn',
});
const authorized = acted(admitted, { type: 'RecordAuthorization', authorization: authorization() });
const states = (story: EpisodeStory) => coverageOf(episodeOf(story)).map((m) => m.state);
const denial = {
  denialId: 'den-1',
  coverageId: 'cov-1',
  source: 'answer',
  receivedOn: today,
  from: dayOf(5),
  to: dayOf(6),
  adjustmentCodes: [],
  remarkCodes: [],
  amount: 180_000,
} as const;

describe('services', () => {
  test('are covered by what the payer authorized, and the day after it is not', () => {
    expect(states(acted(authorized, days(3, 4, 5)))).toEqual(['covered', 'covered', 'expired']);
  });

  test('a withdrawn service leaves its unit to another day', () => {
    const one = acted(
      admitted,
      { type: 'RecordAuthorization', authorization: authorization({ units: 1 }) },
      days(0, 1),
    );
    expect(states(one)).toEqual(['covered', 'unitsExhausted']);
    const without = acted(one, { type: 'WithdrawServices', serviceIds: ['service-0'], reason: 'On leave that day.' });
    expect(states(without)).toEqual(['covered']);
  });

  test('of a day that nothing covers go through with a warning, or only with the reason of a person where the practice blocks', () => {
    const uncovered = (override?: { reason: string }): EpisodeBody => ({
      type: 'RecordServices',
      services: [service(7)],
      policy: 'block',
      ...(override ? { override } : {}),
    });
    expect(code(authorized, uncovered())).toBe('serviceUncovered');
    expect(code(authorized, uncovered({ reason: ' ' }))).toBe('fieldMissing');
    expect(code(authorized, uncovered({ reason: 'The payer extended by phone; the letter is on its way.' }))).toBe(
      'done',
    );
    expect(code(authorized, { ...uncovered(), policy: 'warn' } as EpisodeBody)).toBe('done');
  });

  test('are billed once, and not uncovered where the practice blocks', () => {
    const bill = (claimId: string, ids: readonly string[]): EpisodeBody => ({
      type: 'BillServices',
      serviceIds: ids,
      claimId,
      billedOn: today,
      policy: 'block',
    });
    const given = acted(authorized, days(4, 5));
    expect(code(given, bill('c1', ['service-5']), 'biller')).toBe('serviceUncovered');
    expect(code(acted(given, bill('c1', ['service-4'])), bill('c2', ['service-4']), 'biller')).toBe('serviceBilled');
    expect(code(given, bill('c1', ['service-4']))).toBe('roleMissing');
  });

  test.each([
    ['before the admission', service(-1), 'fieldInvalid'],
    ['in the future', service(24), 'fieldInvalid'],
    ['with half a unit', service(1, { units: 0.5 }), 'fieldInvalid'],
    ['of the same day, level and code again', service(2, { serviceId: 'another' }), 'serviceRepeated'],
  ] as const)('%s are refused', (_, s, expected) => {
    expect(code(acted(authorized, days(2)), { type: 'RecordServices', services: [s], policy: 'warn' })).toBe(expected);
  });
});

describe('an answer of the payer', () => {
  const sent = acted(admitted, { type: 'RecordSubmission', ...submission() });
  const answer = (change: object): EpisodeBody =>
    ({
      type: 'RecordAnswer',
      submissionId: 'sub-1',
      answer: { outcome: 'approved', answeredAt: now },
      authorizations: [authorization()],
      ...change,
    }) as EpisodeBody;

  test('that approves brings its authorization; one in part brings the denial as well', () => {
    expect(episodeOf(acted(sent, answer({}))).authorizations).toHaveLength(1);
    const part = answer({ answer: { outcome: 'partiallyApproved', answeredAt: now }, denial });
    const { authorizations, denials } = episodeOf(acted(sent, part));
    expect([authorizations.length, denials.length]).toEqual([1, 1]);
  });

  test('that asks for information leaves the submission open until it is answered', () => {
    const asked = acted(
      sent,
      answer({
        answer: { outcome: 'informationRequested', answeredAt: now, wanted: ['Vital signs'] },
        authorizations: [],
      }),
      { type: 'RecordInformationSent', submissionId: 'sub-1', summary: 'Sent the flow sheet.', sentAt: now },
    );
    expect(code(asked, answer({}))).toBe('done');
    expect(code(acted(asked, answer({})), answer({}))).toBe('submissionAnswered');
  });

  test.each([
    ['approves nothing', { authorizations: [] }, 'fieldMissing'],
    ['denies without a denial', { answer: { outcome: 'denied', answeredAt: now }, authorizations: [] }, 'fieldMissing'],
    ['pends and authorizes', { answer: { outcome: 'pended', answeredAt: now } }, 'fieldInvalid'],
    ['is of another submission', { submissionId: 'nothing' }, 'submissionUnknown'],
    [
      'comes from the future',
      { answer: { outcome: 'approved', answeredAt: addElapsed(now, { hours: 1 }) } },
      'fieldInvalid',
    ],
  ] as const)('that %s is refused', (_, change, expected) => {
    expect(code(sent, answer(change))).toBe(expected);
  });

  test('by phone needs the name or number that stands for the call', () => {
    const { spokeWith: _, ...nobody } = submission();
    expect(code(admitted, { type: 'RecordSubmission', ...nobody })).toBe('fieldMissing');
  });
});

describe('a peer-to-peer', () => {
  const offer: EpisodeBody = {
    type: 'RecordTalkOffer',
    offerId: 'talk-1',
    opensAt: addElapsed(now, { hours: -30 }),
    closesAt: addElapsed(now, { hours: -1 }),
  };

  test('is missed only after its window or its time has passed, and then stays in the record', () => {
    const missed: EpisodeBody = { type: 'RecordTalkMissed', offerId: 'talk-1', reason: 'Nobody was told.' };
    const early = acted(admitted, { ...offer, closesAt: addElapsed(now, { hours: 4 }) } as EpisodeBody);
    expect(code(early, missed)).toBe('peerToPeerNotYetMissed');
    const late = acted(admitted, offer);
    expect(code(late, missed)).toBe('done');
    expect(code(acted(late, missed), missed)).toBe('peerToPeerEnded');
  });

  test('takes no time outside its window', () => {
    const at = addElapsed(now, { hours: 1 });
    expect(
      code(acted(admitted, offer), {
        type: 'ScheduleTalk',
        offerId: 'talk-1',
        at,
        clinician: { name: 'Dr. Mark Feldman' },
      }),
    ).toBe('fieldInvalid');
  });
});

describe('denials and money', () => {
  const denied = acted(admitted, { type: 'RecordDenial', ...denial });
  const letter = { appealId: 'ap-1', denialId: 'den-1', level: 1, urgency: 'standard', letter: 'Dear plan' } as const;

  test('an appeal is drafted, sent and answered with what came back', () => {
    const answered = acted(
      denied,
      { type: 'DraftAppeal', ...letter },
      { type: 'SendAppeal', ...letter, sentOn: today },
      { type: 'RecordAppealAnswer', appealId: 'ap-1', outcome: 'overturned', answeredOn: today, recovered: 180_000 },
    );
    expect(episodeOf(answered).appeals[0]?.answered?.recovered).toBe(180_000);
    expect(code(answered, { type: 'SendAppeal', ...letter, sentOn: today })).toBe('practiceAppealSent');
  });

  test('an appeal that was upheld recovers nothing, and one not sent has no answer', () => {
    const sent = acted(denied, { type: 'SendAppeal', ...letter, sentOn: today });
    const upheld = { type: 'RecordAppealAnswer', appealId: 'ap-1', outcome: 'upheld', answeredOn: today } as const;
    expect(code(sent, { ...upheld, recovered: 1 })).toBe('fieldInvalid');
    expect(code(denied, { ...upheld, recovered: 0 })).toBe('practiceAppealUnknown');
  });

  test('a payment is applied to a claim of the episode, once', () => {
    const billed = acted(authorized, days(1), {
      type: 'BillServices',
      serviceIds: ['service-1'],
      claimId: 'c1',
      billedOn: today,
      policy: 'warn',
    });
    const paid = {
      type: 'ApplyRemittance',
      remittanceId: 'r1',
      claimId: 'c1',
      paidOn: today,
      paid: 90_000,
      adjustmentCodes: [],
      remarkCodes: [],
    } as const;
    expect(code(billed, { ...paid, claimId: 'c9' }, 'biller')).toBe('claimUnknown');
    expect(code(acted(billed, paid), paid, 'biller')).toBe('remittanceRepeated');
  });
});

describe('the course', () => {
  test('keeps each level from its day on; a change on the same day takes the place of the other', () => {
    const stepped = acted(admitted, {
      type: 'ChangeLevelOfCare',
      programme: dayProgramme,
      from: dayOf(10),
      reason: 'Sleeps at home safely.',
    });
    expect(presentProgramme(episodeOf(stepped)).levelOfCare).toBe('partialHospitalization');
    expect(programmeOn(episodeOf(stepped), dayOf(9)).levelOfCare).toBe('residential');
  });

  test('ends with the discharge, after the last service, and a correction needs its reason', () => {
    const given = acted(authorized, days(4));
    const leave = (on = dayOf(4), reason?: string): EpisodeBody => ({
      type: 'DischargeEpisode',
      on,
      disposition: 'home',
      ...(reason ? { reason } : {}),
    });
    expect(code(given, leave(dayOf(3)))).toBe('fieldInvalid');
    const left = acted(given, leave());
    expect(code(left, leave(dayOf(5)))).toBe('fieldMissing');
    expect(code(left, days(6))).toBe('fieldInvalid');
    expect(code(acted(left, { type: 'CancelDischarge', reason: 'Came back the same day.' }), days(6))).toBe('done');
  });

  test('has one payer for each place in the order', () => {
    const second = coverage({ coverageId: 'cov-2', payerId: 'payer-2', payerName: 'Ridge' });
    expect(code(admitted, { type: 'SetCoverage', ...second })).toBe('coverageOrderTaken');
    expect(code(admitted, { type: 'SetCoverage', ...second, order: 2 })).toBe('done');
  });

  test('is opened once, not in the future, and a corrected authorization keeps what it was', () => {
    expect(code(admitted, opened)).toBe('episodeExists');
    expect(code({ events: [], state: noEpisode }, { ...opened, admittedOn: addDays(today, 1) } as EpisodeBody)).toBe(
      'fieldInvalid',
    );
    const corrected = acted(authorized, {
      type: 'CorrectAuthorization',
      authorization: authorization({ to: dayOf(6) }),
      reason: 'Heard wrong.',
    });
    expect(episodeOf(corrected).authorizations[0]?.earlier.map((a) => a.to)).toEqual([dayOf(4)]);
  });
});

describe('a request that the payer could not take', () => {
  const asked: EpisodeBody = { type: 'RecordSubmission', ...submission() };
  const rejected = (reason?: string): EpisodeBody => ({
    type: 'RecordAnswer',
    submissionId: 'sub-1',
    answer: { outcome: 'rejected', answeredAt: now, ...(reason ? { reason } : {}) },
    authorizations: [],
  });

  test('is over, asks for nothing, and may be sent again', () => {
    const [s] = episodeOf(acted(admitted, asked, rejected('Member not found.'))).submissions;
    expect(s && finalAnswer(s)?.outcome).toBe('rejected');
    expect(s && wasAsked(s)).toBe(false);
    expect(s && wasAsked({ ...s, answers: [] })).toBe(true);
  });

  test('is written down with the reason', () => {
    expect(whenActed(acted(admitted, asked), act(rejected()))).toMatchObject({
      code: 'fieldMissing',
      facts: { field: 'reason' },
    });
  });
});
