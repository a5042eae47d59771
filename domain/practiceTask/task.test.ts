import {
  acted,
  admitted,
  authorization,
  dayOf,
  dayProgramme,
  type EpisodeBody,
  episodeOf,
  now,
  service,
  submission,
} from '@openum/testkit/practice/episode.ts';
import { federalCalendar, harborCard as harbor, taskPolicy } from '@openum/testkit/practice/payer.ts';
import { describe, expect, test } from 'vitest';
import type { PayerCard } from '../payer/card.ts';
import { addElapsed, type Instant, instant, zoneId } from '../time/instant.ts';
import { tasksOf } from './derive.ts';
import { noDuty, type TaskDuty } from './task.ts';

const place = { zone: zoneId('America/New_York'), calendar: federalCalendar };

type Reading = { readonly at?: Instant; readonly card?: PayerCard; readonly duty?: TaskDuty };
const tasks = (bodies: readonly EpisodeBody[], { at = now, card, duty = noDuty }: Reading = {}) =>
  tasksOf(episodeOf(acted(admitted, ...bodies)), duty, { now: at, place, cardOf: () => card, policy: taskPolicy });
const task = (bodies: readonly EpisodeBody[], kind: string, reading: Reading = {}) =>
  tasks(bodies, reading).find((t) => t.kind === kind);

const granted = (change = {}): EpisodeBody => ({
  type: 'RecordAuthorization',
  authorization: authorization({ to: dayOf(26), ...change }),
});
const asked = (change = {}): EpisodeBody => ({ type: 'RecordSubmission', ...submission(change) });
const denied: EpisodeBody = {
  type: 'RecordAnswer',
  submissionId: 'sub-1',
  answer: { outcome: 'denied', answeredAt: now },
  authorizations: [],
  denial: {
    denialId: 'den-1',
    coverageId: 'cov-1',
    source: 'answer',
    receivedOn: dayOf(23),
    from: dayOf(0),
    to: dayOf(6),
    submissionId: 'sub-1',
    adjustmentCodes: [],
    remarkCodes: [],
    amount: 630_000,
  },
};

describe('the first request', () => {
  test('is due on the day of the level when nobody has asked and nothing is authorized', () => {
    expect(task([], 'requestDue', { card: harbor })).toMatchObject({
      dueAt: '2026-11-02T05:00:00.000Z',
      unknown: [],
      payerName: 'Prairie Harbor Health Plan',
    });
  });

  test('says that the need itself is unknown when the payer was never asked', () => {
    expect(task([], 'requestDue')?.unknown).toEqual(['authorization']);
  });

  test('is due again at a new level, and not where the payer wants none', () => {
    const down: EpisodeBody = { type: 'ChangeLevelOfCare', programme: dayProgramme, from: dayOf(20), reason: 'stable' };
    expect(task([granted(), down], 'requestDue', { card: harbor })?.about.from).toBe(dayOf(20));
    const free: PayerCard = {
      ...harbor,
      levels: [
        {
          levelOfCare: 'partialHospitalization',
          authorization: { value: 'notRequired', source: 'phone', on: dayOf(0) },
        },
      ],
    };
    expect(task([granted(), down], 'requestDue', { card: free })).toBeUndefined();
  });

  test('is no task once it went out', () => {
    expect(task([asked()], 'requestDue', { card: harbor })).toBeUndefined();
  });
});

describe('the next request', () => {
  test('is due before the authorization ends, by the lead time of the payer', () => {
    // Last covered day Friday 27 November: one business day before it, the Thanksgiving holiday passed over.
    expect(task([granted()], 'submissionDue', { card: harbor })).toMatchObject({
      dueAt: '2026-11-26T04:59:59.999Z',
      about: { authorizationId: 'auth-1', to: dayOf(26) },
    });
  });

  test('is due earlier when the units end before the days', () => {
    const four = granted({ units: 4 });
    const given = [21, 22].map(
      (n): EpisodeBody => ({ type: 'RecordServices', services: [service(n)], policy: 'warn' }),
    );
    // Two of four units are used; today and tomorrow are left.
    expect(task([four, ...given], 'submissionDue', { card: harbor })?.about.to).toBe(dayOf(24));
  });

  test('is no task when a request reaches beyond it, when it was withdrawn it is again', () => {
    const next = asked({ kind: 'continuedStay', from: dayOf(27), to: dayOf(31) });
    expect(task([granted(), next], 'submissionDue')).toBeUndefined();
    const back: EpisodeBody = {
      type: 'RecordAnswer',
      submissionId: 'sub-1',
      answer: { outcome: 'withdrawn', answeredAt: now },
      authorizations: [],
    };
    expect(task([granted(), next, back], 'submissionDue')).toBeDefined();
  });

  test('is no task after the discharge', () => {
    const gone: EpisodeBody = { type: 'DischargeEpisode', on: dayOf(23), disposition: 'home' };
    expect(tasks([granted(), gone], { card: harbor })).toEqual([]);
  });

  test('comes with an update when the payer wants one before', () => {
    expect(task([granted({ nextReviewOn: dayOf(23) })], 'updateDue', { card: harbor })?.dueAt).toBe(
      '2026-11-25T05:00:00.000Z',
    );
  });
});

describe('what is with the payer', () => {
  test('is followed up when no answer came, and its questions are answered', () => {
    expect(task([asked()], 'followUp')?.dueAt).toBe(addElapsed(now, { hours: 24 }));
    const question: EpisodeBody = {
      type: 'RecordAnswer',
      submissionId: 'sub-1',
      answer: { outcome: 'informationRequested', answeredAt: now, wanted: ['Last scores'] },
      authorizations: [],
    };
    const found = tasks([asked(), question]).map((t) => t.kind);
    expect(found).toContain('informationDue');
    expect(found).not.toContain('followUp');
    const due = task([asked(), question], 'informationDue');
    expect(due).not.toHaveProperty('dueAt');
  });
});

describe('after a denial', () => {
  test('a talk is asked for within the window of the payer, and an appeal has its last day', () => {
    const found = tasks([asked(), denied], { card: harbor });
    expect(found.find((t) => t.kind === 'askPeerToPeer')?.dueAt).toBe('2026-11-28T04:59:59.999Z');
    expect(found.find((t) => t.kind === 'appealDue')).toMatchObject({ about: { level: 1, atStake: 630_000 } });
  });

  test('without a word of the payer the appeal has no date and says why', () => {
    const appeal = task([asked(), denied], 'appealDue');
    expect(appeal?.unknown).toEqual(['appeals']);
    expect(appeal).not.toHaveProperty('dueAt');
  });

  test('a talk that was offered counts down to its end, then to the agreed moment', () => {
    const offer: EpisodeBody = {
      type: 'RecordTalkOffer',
      offerId: 'o-1',
      submissionId: 'sub-1',
      opensAt: now,
      closesAt: addElapsed(now, { hours: 48 }),
    };
    expect(task([asked(), offer], 'peerToPeer')?.dueAt).toBe(addElapsed(now, { hours: 48 }));
    const at = addElapsed(now, { hours: 20 });
    const agreed: EpisodeBody = { type: 'ScheduleTalk', offerId: 'o-1', at, clinician: { name: 'Dr. Ortiz' } };
    expect(task([asked(), offer, agreed], 'peerToPeer')).toMatchObject({ dueAt: at, owner: { name: 'Dr. Ortiz' } });
  });
});

describe('days without cover', () => {
  const given: EpisodeBody = { type: 'RecordServices', services: [service(2), service(3)], policy: 'warn' };
  test('are asked for after the fact while nobody knows that the payer takes none', () => {
    expect(task([given], 'retroDue')).toMatchObject({
      about: { from: dayOf(2), to: dayOf(3), atStake: 180_000 },
      unknown: ['retro'],
    });
    // This payer takes it after emergencies only, and this was none.
    expect(task([given], 'retroDue', { card: harbor })).toBeUndefined();
  });

  test('are no task once asked for', () => {
    expect(task([given, asked({ kind: 'retrospective' })], 'retroDue')).toBeUndefined();
  });
});

describe('who has it', () => {
  const review = { owner: { userId: 'u1', name: 'Rosa' }, deputy: { userId: 'u2', name: 'Ben' } };
  const duty: TaskDuty = { ...noDuty, review };
  const due = instant('2026-11-26T04:59:59.999Z');
  const at = (hoursBefore: number) => addElapsed(due, { hours: -hoursBefore });
  const standing = (when: Instant, bodies: readonly EpisodeBody[] = []) =>
    task([granted(), ...bodies], 'submissionDue', { card: harbor, duty, at: when });

  test('falls to the owner of the area; a reminder at half of its time, the deputy at three quarters', () => {
    // From 24 November 17:00 UTC to the end of the 25th in New York: 36 hours.
    expect(standing(at(30))).toMatchObject({ owner: { name: 'Rosa' }, escalation: 'none', taken: false });
    expect(standing(at(17))?.escalation).toBe('reminded');
    expect(standing(at(8))).toMatchObject({ escalation: 'deputy', deputy: { name: 'Ben' } });
    expect(standing(at(-1))?.escalation).toBe('overdue');
  });

  test('whoever took it keeps it for longer before the deputy joins', () => {
    const taken: EpisodeBody = { type: 'TakeTask', task: 'submissionDue:auth-1' };
    expect(standing(at(8), [taken])).toMatchObject({ taken: true, escalation: 'none' });
    expect(standing(at(2), [taken])?.escalation).toBe('deputy');
  });

  test('a course that was handed over goes with its tasks', () => {
    const over: EpisodeBody = { type: 'HandOver', to: { userId: 'u3', name: 'Mina' }, note: 'Off until Monday.' };
    expect(standing(at(30), [over])?.owner?.name).toBe('Mina');
  });
});

test('the same record read twice gives the same tasks with the same keys, each key once', () => {
  const bodies = [granted(), asked(), denied];
  const keys = tasks(bodies).map((t) => t.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(tasks(bodies).map((t) => t.key)).toEqual(keys);
});
