import { calendarById } from '@openum/content/calendar/load.ts';
import { loadDenialCodes } from '@openum/content/code/denialCodes.ts';
import { examplePayerCards } from '@openum/content/payer/load.ts';
import { taskPolicy } from '@openum/content/practiceTask/load.ts';
import { causeOf } from '@openum/domain/denial/cause.ts';
import { clustersOf, denialRows } from '@openum/domain/denial/cluster.ts';
import { coverageOf } from '@openum/domain/episode/ledger.ts';
import { noEpisode } from '@openum/domain/episode/state.ts';
import { fourQuestions } from '@openum/domain/practiceMetrics/fourQuestions.ts';
import { tasksOf } from '@openum/domain/practiceTask/derive.ts';
import { noDuty } from '@openum/domain/practiceTask/task.ts';
import { after, cared, onDay, tried, zone } from '@openum/testkit/practice/course.ts';
import {
  authorization,
  coverage,
  dayOf,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  opened,
  service,
  submission,
} from '@openum/testkit/practice/episode.ts';
import { figuresFrom } from '@openum/testkit/practice/figures.ts';
import { describe, expect, test } from 'vitest';

// The six ways in which a practice loses funded days, each from the day it begins to the day it is caught.

const [card] = examplePayerCards;
const place = { zone, calendar: calendarById('US-FED') };
const codes = loadDenialCodes();

const admitted = (emergency = false): EpisodeStory =>
  after({ events: [], state: noEpisode }, 0, { ...opened, emergency } as EpisodeBody, {
    type: 'SetCoverage',
    ...coverage(),
  });

const tasksOn = (story: EpisodeStory, n: number, hour?: number) =>
  tasksOf(episodeOf(story), noDuty, { now: onDay(n, hour), place, cardOf: () => card, policy: taskPolicy });
const taskOn = (story: EpisodeStory, n: number, kind: string, hour?: number) =>
  tasksOn(story, n, hour).find((t) => t.kind === kind);

const figuresOn = (story: EpisodeStory, n: number) =>
  fourQuestions([figuresFrom('e1', episodeOf(story))], { from: dayOf(0), through: dayOf(n) }, { now: onDay(n), zone });

const statesOf = (story: EpisodeStory) => coverageOf(episodeOf(story)).map((m) => m.state);

const asked = (n: number, change = {}): EpisodeBody => ({
  type: 'RecordSubmission',
  ...submission({ sentAt: onDay(n, 9), ...change }),
});
const granted = (change = {}): EpisodeBody => ({ type: 'RecordAuthorization', authorization: authorization(change) });

const unpaid = (
  n: number,
  from: number,
  to: number,
  adjustmentCodes: readonly string[],
  remarkCodes: readonly string[] = [],
): EpisodeBody => ({
  type: 'RecordDenial',
  denialId: 'den-1',
  coverageId: 'cov-1',
  source: 'remittance',
  receivedOn: dayOf(n),
  from: dayOf(from),
  to: dayOf(to),
  adjustmentCodes,
  remarkCodes,
  amount: (to - from + 1) * 90_000,
});

const causeOn = (story: EpisodeStory, n: number) => {
  const e = episodeOf(story);
  const [denial] = e.denials;
  return causeOf(e, denial!, { codes, now: onDay(n), zone });
};

const refused = (n: number, change = {}): EpisodeBody => ({
  type: 'RecordAnswer',
  submissionId: 'sub-1',
  answer: { outcome: 'denied', answeredAt: onDay(n, 10), reason: 'Criteria not met' },
  authorizations: [],
  denial: {
    denialId: 'den-1',
    coverageId: 'cov-1',
    source: 'answer',
    receivedOn: dayOf(n),
    from: dayOf(0),
    to: dayOf(6),
    submissionId: 'sub-1',
    adjustmentCodes: [],
    remarkCodes: [],
    amount: 630_000,
  },
  ...change,
});

describe('an authorization that was assumed and never obtained (S110)', () => {
  const begun = admitted();

  test('is asked for on the day of admission, and late by the next morning', () => {
    expect(taskOn(begun, 0, 'requestDue')).toMatchObject({ escalation: 'none', unknown: [] });
    expect(taskOn(begun, 1, 'requestDue')).toMatchObject({ escalation: 'overdue' });
  });

  test('stops the first day of care where the practice blocks, and shows as uncovered where it warns', () => {
    expect(tried(begun, 0, { type: 'RecordServices', services: [service(0)], policy: 'block' })).toMatchObject({
      code: 'serviceUncovered',
      facts: { state: 'noneOnFile' },
    });
    expect(figuresOn(cared(begun, 0, 1), 1).validAuthorization).toMatchObject({
      share: 0,
      open: [{ state: 'noneOnFile', atStake: 90_000 }, { state: 'noneOnFile' }],
    });
  });

  test('stands before the claim goes out, and is named when it went and was not paid', () => {
    const story = cared(begun, 0, 2);
    const bill = { type: 'BillServices', serviceIds: ['service-0'], claimId: 'c1', billedOn: dayOf(3) } as const;
    expect(tried(story, 3, { ...bill, policy: 'block' })).toMatchObject({ code: 'serviceUncovered' });
    const denied = after(story, 18, unpaid(18, 0, 2, ['197']));
    expect(causeOn(denied, 18)).toMatchObject({
      cause: 'notObtained',
      proof: expect.arrayContaining([{ kind: 'code', list: 'adjustment', code: '197', subject: 'authorization' }]),
    });
  });
});

describe('an authorization that runs out while the patient stays (S111)', () => {
  const begun = after(admitted(), 0, asked(0), granted({ submissionId: 'sub-1' }));

  test('asks for the next request before its last day, by the lead time of the payer', () => {
    const due = taskOn(begun, 2, 'submissionDue')?.dueAt ?? '';
    expect(due).not.toBe('');
    expect(due < onDay(4, 24)).toBe(true);
    expect(taskOn(begun, 4, 'submissionDue', 23)).toMatchObject({ escalation: 'overdue' });
  });

  test('costs money from the day after it, day by day, until somebody asks', () => {
    const story = cared(begun, 0, 7);
    expect(statesOf(story)).toEqual([...Array(5).fill('covered'), ...Array(3).fill('expired')]);
    expect(figuresOn(story, 7).expiryLag).toMatchObject({ averageDays: 3 });
    const next = asked(7, { submissionId: 'sub-2', kind: 'continuedStay', from: dayOf(7), to: dayOf(11) });
    expect(figuresOn(after(story, 7, next), 12).expiryLag.averageDays).toBe(3);
  });

  test.each([
    ['on its last day', 4, 0],
    ['two days after it', 6, 2],
  ])('counts the days to an authorization of the next days that was on record %s', (_, day, expected) => {
    const next = granted({ authorizationId: 'auth-2', number: 'PA-101', from: dayOf(5), to: dayOf(9) });
    const story = after(cared(begun, 0, 3), day, next);
    expect(figuresOn(story, 8).expiryLag.averageDays).toBe(expected);
  });

  test('needs no request for the day on which the patient leaves', () => {
    const left = after(cared(begun, 0, 4), 5, { type: 'DischargeEpisode', on: dayOf(5), disposition: 'home' });
    expect(figuresOn(left, 12).expiryLag.lags).toEqual([]);
  });

  test('is named by the ledger although the payer only says that authorization is absent', () => {
    expect(causeOn(after(cared(begun, 0, 7), 20, unpaid(20, 5, 7, ['197'])), 20).cause).toBe('expiredMidStay');
  });
});

describe('a level of care other than the authorized one (S112)', () => {
  const begun = after(admitted(), 0, granted({ levelOfCare: 'partialHospitalization' }));

  test('is seen on the first day: nothing is authorized for the level at which the patient is', () => {
    expect(taskOn(begun, 0, 'requestDue')).toBeDefined();
    expect(tried(begun, 0, { type: 'RecordServices', services: [service(0)], policy: 'block' })).toMatchObject({
      facts: { state: 'wrongLevel' },
    });
  });

  test('is named with the days and the money when it was not paid', () => {
    const story = after(cared(begun, 0, 2), 16, unpaid(16, 0, 2, ['284'], ['N188']));
    const { cause, proof } = causeOn(story, 16);
    expect(cause).toBe('wrongLevelOfCare');
    expect(proof.filter((p) => p.kind === 'service')).toMatchObject([
      { on: dayOf(0), state: 'wrongLevel', atStake: 90_000 },
      { on: dayOf(1) },
      { on: dayOf(2) },
    ]);
  });
});

describe('a record that does not show what the criteria ask (S113)', () => {
  const begun = after(admitted(), 0, {
    type: 'KeepNoteCheck',
    noteCheckId: 'check-1',
    textSha256: 'a'.repeat(64),
    version: '1',
    levelOfCare: 'residential',
    missing: ['withdrawalRisk'],
    contradicted: [],
    wording: 2,
  });

  test('is known before it is sent, and kept', () => {
    expect(episodeOf(begun).noteChecks).toMatchObject([{ missing: ['withdrawalRisk'], wording: 2 }]);
  });

  test('is the cause where the payer was asked in time and refused, and opens talk and appeal at once', () => {
    const story = after(cared(after(begun, 0, asked(0)), 0, 2), 2, refused(2));
    expect(causeOn(story, 3)).toMatchObject({ cause: 'documentation' });
    expect(taskOn(story, 2, 'askPeerToPeer')).toMatchObject({ about: { atStake: 630_000 } });
    expect(taskOn(story, 2, 'appealDue')).toMatchObject({ about: { denialId: 'den-1', level: 1 } });
  });

  test('stays the cause after a talk that was held and changed nothing', () => {
    const offer = { offerId: 'talk-1', submissionId: 'sub-1', opensAt: onDay(2, 10), closesAt: onDay(4, 10) };
    const story = after(after(after(begun, 0, asked(0)), 2, refused(2, { talk: offer })), 3, {
      type: 'RecordTalkHeld',
      offerId: 'talk-1',
      result: 'upheld',
      notes: 'Asked for the withdrawal scores.',
    });
    expect(causeOn(story, 9).cause).toBe('documentation');
  });
});

describe('a peer-to-peer that nobody held (S114)', () => {
  const offer = { offerId: 'talk-1', submissionId: 'sub-1', opensAt: onDay(2, 10), closesAt: onDay(4, 10) };
  const story = after(after(admitted(), 0, asked(0)), 2, refused(2, { talk: offer }));

  test('counts down from the offer and goes to a deputy before the window closes', () => {
    expect(taskOn(story, 2, 'peerToPeer', 13)).toMatchObject({ dueAt: offer.closesAt, escalation: 'none' });
    expect(['deputy', 'overdue']).toContain(taskOn(story, 4, 'peerToPeer', 9)?.escalation);
  });

  test('is missed the moment the window closes, although nobody writes it down, and is the cause', () => {
    expect(figuresOn(story, 3).missedPeerToPeer.count).toBe(0);
    expect(figuresOn(story, 4).missedPeerToPeer.count).toBe(1);
    expect(causeOn(story, 3).cause).toBe('documentation');
    expect(causeOn(story, 4)).toMatchObject({
      cause: 'missedPeerToPeer',
      proof: [{ kind: 'talkMissed', offerId: 'talk-1' }],
    });
  });
});

describe('an emergency admission that nobody asked for afterwards (S115)', () => {
  // Admitted at night, asked two days later; the payer authorized from then on.
  const begun = after(cared(admitted(true), 0, 1), 2, granted({ from: dayOf(2), to: dayOf(6) }));

  test('is caught as days to ask for, with the money and the last day to ask', () => {
    const retro = taskOn(begun, 2, 'retroDue');
    expect(retro).toMatchObject({ about: { from: dayOf(0), to: dayOf(1), atStake: 180_000 } });
    expect(retro?.dueAt).toBeDefined();
  });

  test('is no longer owed once it is asked, and the days wait for the answer', () => {
    const story = after(begun, 5, asked(5, { kind: 'retrospective', from: dayOf(0), to: dayOf(1) }));
    expect(taskOn(story, 5, 'retroDue')).toBeUndefined();
    expect(statesOf(story)).toEqual(['retroPending', 'retroPending']);
  });

  test('is named as the cause when it never was', () => {
    const { cause, proof } = causeOn(after(begun, 20, unpaid(20, 0, 1, ['197'])), 20);
    expect(cause).toBe('retroNotPursued');
    expect(proof[0]).toEqual({ kind: 'emergency', admittedOn: dayOf(0) });
  });
});

describe('what is not one of the six', () => {
  test('an error of the claim is coding, also where the ledger covers every day', () => {
    const story = after(cared(after(admitted(), 0, granted()), 0, 2), 16, unpaid(16, 0, 2, ['11']));
    expect(causeOn(story, 16).cause).toBe('coding');
  });

  test('an authorization that is on file and was not found by the payer is an error of the claim, with its number', () => {
    const story = after(cared(after(admitted(), 0, granted()), 0, 2), 16, unpaid(16, 0, 2, ['197']));
    expect(causeOn(story, 16)).toMatchObject({
      cause: 'coding',
      proof: [{ kind: 'onFile', number: 'PA-100' }, {}, {}, {}, {}],
    });
  });

  test('what a person assigned stands, and clusters put money by payer, programme and cause', () => {
    const story = after(cared(admitted(), 0, 2), 16, unpaid(16, 0, 2, ['197']), {
      type: 'AssignCause',
      denialId: 'den-1',
      cause: 'other',
      reason: 'The payer has since paid by another check.',
    });
    const rows = denialRows('e1', episodeOf(story), { codes, now: onDay(17), zone });
    expect(clustersOf([...rows, ...rows.map((r) => ({ ...r, cause: 'coding' as const, amount: 1 }))])).toMatchObject([
      {
        cause: 'other',
        payerName: 'Prairie Harbor Health Plan',
        programmeName: 'Harbor House',
        amount: 270_000,
        count: 1,
      },
      { cause: 'coding', amount: 1 },
    ]);
  });
});
