import type { Mail, MailOutcome } from '@openum/casework/port/mailer.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { addElapsed, calendarDate, type Instant } from '@openum/domain/time/instant.ts';
import { testEnvironment } from '@openum/testkit/http/environment.ts';
import { coverage, now as start } from '@openum/testkit/practice/episode.ts';
import { practiceWorld } from '@openum/testkit/practice/world.ts';
import { beforeEach, expect, test } from 'vitest';
import { sweepReminders } from './watch.ts';

const episodeId = 'episode-Practice0';

/** One practice with one patient, whose payer offered a talk: 48 hours, of which the owner of review hears first. */
const world = async () => {
  const { casework: bare, practices, vendor } = await practiceWorld(1);
  const [practice] = practices as [(typeof practices)[0]];
  const { environment, pass } = testEnvironment(start);
  const sent: Mail[] = [];
  let answer: MailOutcome = { kind: 'accepted', response: '250 OK' };
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      return answer;
    },
  };
  const casework = { ...bare, environment, mailer };
  const person = (userId: string, roles: readonly Role[]) =>
    casework.identity.createUser(
      { userId, tenantId: practice.tenantId, email: `${userId}@practice.example`, name: userId, roles, active: true },
      'hash',
    );
  await person('imani', ['utilizationReviewStaff']);
  await person('lee', ['utilizationReviewStaff']);
  await person('ruth', ['practiceOwner']);
  const named = (userId: string) => ({ userId, name: userId });
  await casework.payerCards.saveDuty(practice, {
    version: 1,
    duty: { review: { owner: named('imani'), deputy: named('lee') }, billing: {}, desk: {} },
    savedAt: start,
    savedBy: named('ruth'),
  });
  const act = async (command: object) => {
    const now = environment.now();
    const acted = await actOnEpisode(casework, practice, {
      episodeId,
      command: () =>
        ({
          ...command,
          actor: { kind: 'person', userId: 'imani', name: 'imani', roles: ['utilizationReviewStaff'] },
          now,
          today: calendarDate(now.slice(0, 10)),
        }) as never,
    });
    if (acted.kind !== 'done') throw new Error(`given: ${acted.kind}`);
  };
  const offerTalk = (closesAt: Instant) =>
    act({ type: 'RecordTalkOffer', offerId: 'talk-1', opensAt: environment.now(), closesAt });
  const sweep = () =>
    sweepReminders(casework, (_, error) => {
      throw error;
    });
  const talksOf = async (userId: string) =>
    (await casework.practiceReminders.ofUser(practice, userId, 99)).filter((r) => r.kind === 'peerToPeer');
  const stepsOf = async (userId: string) => (await talksOf(userId)).map((r) => `${r.step}${r.round}`).toReversed();
  return {
    casework,
    practice,
    vendor,
    pass,
    act,
    offerTalk,
    sweep,
    sent,
    talksOf,
    stepsOf,
    mailServer: (next: MailOutcome) => {
      answer = next;
    },
  };
};

let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
  await w.offerTalk(addElapsed(start, { hours: 48 }));
  await w.sweep();
});

test('an offer that nobody takes reaches the owner, then the deputy, then who leads, and again the next day', async () => {
  expect(await w.stepsOf('imani')).toEqual([]);
  w.pass({ hours: 24 });
  await w.sweep();
  await w.sweep();
  expect([await w.stepsOf('imani'), await w.stepsOf('lee')]).toEqual([['half0'], []]);
  w.pass({ hours: 12 });
  await w.sweep();
  expect([await w.stepsOf('imani'), await w.stepsOf('lee'), await w.stepsOf('ruth')]).toEqual([
    ['half0', 'deputy0'],
    ['deputy0'],
    [],
  ]);
  w.pass({ hours: 12 });
  await w.sweep();
  expect(await w.stepsOf('ruth')).toEqual(['overdue0']);
  w.pass({ hours: 24 });
  await w.sweep();
  expect(await w.stepsOf('ruth')).toEqual(['overdue0', 'overdue1']);
});

test('after a stop over all of it, each is told once how it stands, and that it is told late', async () => {
  w.pass({ hours: 60 });
  await w.sweep();
  expect([await w.stepsOf('imani'), await w.stepsOf('lee'), await w.stepsOf('ruth')]).toEqual([
    ['overdue0'],
    ['overdue0'],
    ['overdue0'],
  ]);
  expect((await w.talksOf('ruth'))[0]).toMatchObject({ late: true });
});

test('a window that closed while the system stood still, and after which no task is left, is told as lapsed', async () => {
  await w.act({ type: 'SetCoverage', ...coverage() });
  await w.act({
    type: 'RecordDenial',
    denialId: 'den-1',
    coverageId: 'cov-1',
    source: 'letter',
    receivedOn: '2026-11-24',
    from: '2026-11-01',
    to: '2026-11-03',
    adjustmentCodes: [],
    remarkCodes: [],
    amount: 270_000,
    appealBy: '2026-11-26',
  });
  await w.sweep();
  w.pass({ hours: 24 * 10 });
  await w.sweep();
  const lapsed = (await w.casework.practiceReminders.ofUser(w.practice, 'ruth', 99)).filter((r) => r.step === 'lapsed');
  expect(lapsed.map((r) => r.kind)).toEqual(['appealDue']);
});

test('a taken task leaves the deputy in peace until its end is near', async () => {
  await w.act({ type: 'TakeTask', task: 'peerToPeer:talk-1' });
  w.pass({ hours: 37 });
  await w.sweep();
  expect([await w.stepsOf('imani'), await w.stepsOf('lee')]).toEqual([[], []]);
  w.pass({ hours: 7 });
  await w.sweep();
  expect(await w.stepsOf('lee')).toEqual(['deputy0']);
});

test('a mail goes once to each person, and names neither patient nor payer', async () => {
  w.pass({ hours: 36 });
  w.sent.length = 0;
  await w.sweep();
  await w.sweep();
  expect(w.sent.map((m) => m.to).toSorted()).toContain('lee@practice.example');
  expect(w.sent.filter((m) => m.to === 'lee@practice.example')).toHaveLength(1);
  const row = await w.casework.episodes.rows(w.practice, episodeId);
  for (const { subject, text } of w.sent)
    for (const secret of ['Maeve', 'OfPractice0', row?.episode.episodeNumber ?? '?', 'Prairie', 'eer-to-peer'])
      expect(`${subject} ${text}`).not.toContain(secret);
});

test('a mail server that is away is tried again, and a task that was taken away meanwhile is not mailed', async () => {
  w.mailServer({ kind: 'unavailable', reason: 'no connection' });
  w.pass({ hours: 36 });
  await w.sweep();
  w.sent.length = 0;
  w.mailServer({ kind: 'accepted', response: '250 OK' });
  await w.act({ type: 'DeclineTalk', offerId: 'talk-1', reason: 'The days were granted.' });
  w.pass({ minutes: 3 });
  await w.sweep();
  expect(w.sent.some((m) => m.to === 'lee@practice.example')).toBe(false);
  w.pass({ minutes: 3 });
  w.sent.length = 0;
  await w.sweep();
  expect(w.sent).toEqual([]);
});

test('without a mail server people are told in the product alone', async () => {
  w.pass({ hours: 36 });
  const { mailer: _, ...casework } = w.casework;
  w.sent.length = 0;
  await sweepReminders(casework, (_t, error) => {
    throw error;
  });
  expect([w.sent, await w.stepsOf('lee')]).toEqual([[], ['deputy0']]);
});

test('a practice that fails holds up no other', async () => {
  const failures: string[] = [];
  const episodes = {
    ...w.casework.episodes,
    versions: async () => {
      throw new Error('the log is away');
    },
  };
  w.pass({ hours: 36 });
  await sweepReminders({ ...w.casework, episodes }, (tenantId) => failures.push(tenantId));
  expect(failures).toContain(w.practice.tenantId);
  await w.sweep();
  expect(await w.stepsOf('lee')).toEqual(['deputy0']);
});
