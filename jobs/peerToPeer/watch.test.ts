import type { Mail, Mailer } from '@openum/casework/port/mailer.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { coordinator, nurse, otherPhysician, person, physician } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { sweepTalks } from './watch.ts';

let plan: Plan;
let caseId: string;
let mails: Mail[];
let outcome: Awaited<ReturnType<Mailer['send']>>;
const failures: unknown[] = [];
const director = person('director', ['umDirector']);

const hire = ({ userId, name, roles, qualification }: PersonActor) =>
  plan.store.identity.createUser(
    {
      userId,
      tenantId: tenant.tenantId,
      email: `${userId}@plan.example`,
      name,
      roles,
      active: true,
      ...(qualification ? { qualification } : {}),
    },
    'hash',
  );
const sweep = () =>
  sweepTalks({ casework: plan.casework, notifications: plan.store.notifications }, new Set(), (_, error) =>
    failures.push(error),
  );
const talk = async () => (await plan.state(caseId)).peerToPeer[0];
const told = async (userId: string) =>
  (await plan.store.notifications.ofUser(scope, userId, 20)).rows.map((n) => n.stepId.split('.')[0]);
const offer = (physicianUserId?: string, email?: string) =>
  plan.act(coordinator, caseId, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'informationMissing',
    slots: [],
    to: { name: 'Dr. Amara Osei', npi: '1770000056', phone: undefined, email },
    how: 'phone',
    physicianUserId,
  });
const soon = (hours: number) => {
  const startsAt = addElapsed(plan.environment.now(), { hours });
  return { startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) };
};
const agree = async (hours: number) =>
  plan.act(nurse, caseId, {
    type: 'SchedulePeerToPeer',
    offerId: (await talk())?.offerId ?? '',
    slot: soon(hours),
  });
const awayFor = (userId: string, hours: number) =>
  plan.store.physicians.recordAbsence(scope, userId, {
    absenceId: `away-${userId}`,
    from: plan.environment.now(),
    until: addElapsed(plan.environment.now(), { hours }),
    recordedAt: plan.environment.now(),
    recordedBy: 'Ana',
  });

beforeEach(async () => {
  failures.length = 0;
  mails = [];
  outcome = { kind: 'accepted', response: '250 ok' };
  const mailer: Mailer = {
    send: async (mail) => {
      mails.push(mail);
      return outcome;
    },
  };
  plan = await aPlan((casework) => ({ ...casework, mailer }));
  await hire(otherPhysician);
  await hire(director);
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation, receivedAt: plan.environment.now() }, 'a')));
  await plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    summary: 'No saturation.',
    itemSequences: [1],
  });
});

describe('reminders', () => {
  test('reach the physician and the clinician before the agreed time, once, and stand in the record', async () => {
    await offer(physician.userId, 'osei@clinic.example');
    await agree(5);
    expect(await sweep()).toBe(0);
    plan.environment.pass({ hours: 4 });
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: 'osei@clinic.example',
      subject: expect.stringContaining('your conversation'),
    });
    expect(await told(physician.userId)).toContain('talkReminder');
    expect((await talk())?.told).toMatchObject([{ about: 'agreed', plan: [physician.name], clinician: 'mailed' }]);
    expect(failures).toEqual([]);
  });

  test('name nobody’s health', async () => {
    await offer(physician.userId, 'osei@clinic.example');
    await agree(2);
    plan.environment.pass({ hours: 1 });
    await sweep();
    const { member } = (await plan.state(caseId)).request;
    for (const secret of [member.family, member.memberNumber, 'oxygen', 'E1390'])
      expect(`${mails[0]?.subject} ${mails[0]?.text}`.toLowerCase()).not.toContain(secret.toLowerCase());
  });

  test('wait for a mail server that is down, and are given when it is back', async () => {
    await offer(physician.userId, 'osei@clinic.example');
    await agree(2);
    plan.environment.pass({ hours: 1 });
    outcome = { kind: 'unavailable', reason: 'no connection' };
    expect(await sweep()).toBe(0);
    expect((await talk())?.told).toEqual([]);
    outcome = { kind: 'accepted', response: '250 ok' };
    expect(await sweep()).toBe(1);
  });

  test('go to the plan alone where the clinician has no address, and say so', async () => {
    await offer(physician.userId);
    await agree(2);
    plan.environment.pass({ hours: 1 });
    await sweep();
    expect((await talk())?.told[0]?.clinician).toBe('noAddress');
    expect(await told(physician.userId)).toContain('talkReminder');
  });
});

describe('a deputy is named', () => {
  test('when nobody of the plan took the talk by half of its window', async () => {
    await offer();
    plan.environment.pass({ hours: 35 });
    await sweep();
    expect((await talk())?.physician).toBeUndefined();
    plan.environment.pass({ hours: 1 });
    await sweep();
    const { physician: deputy, escalations } = (await talk()) ?? {};
    expect(deputy).toBeDefined();
    expect(escalations?.[0]?.reason).toContain('Nobody of the plan had taken the talk');
    expect(await told(deputy?.userId ?? '')).toContain('talkDeputy');
  });

  test('when whoever has it will be away at the agreed time', async () => {
    await offer(physician.userId);
    await agree(5);
    await awayFor(physician.userId, 24);
    await sweep();
    expect((await talk())?.physician?.userId).toBe(otherPhysician.userId);
    for (const userId of [physician.userId, otherPhysician.userId]) expect(await told(userId)).toContain('talkDeputy');
  });

  test('or the director is told, once, that there is none', async () => {
    await offer(physician.userId);
    await agree(5);
    await awayFor(physician.userId, 24);
    await awayFor(otherPhysician.userId, 24);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect((await talk())?.physician?.userId).toBe(physician.userId);
    expect((await told(director.userId)).filter((s) => s === 'talkNoDeputy')).toHaveLength(1);
  });
});
