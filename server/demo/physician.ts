import { readBrief } from '@openum/casework/brief/read.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { declareConflict, recordAbsence, saveAvailability } from '@openum/casework/physician/file.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';
import { deskOf } from './work.ts';

const nurse2 = 'nurse2@plan.example';
const internist = 'physician@plan.example';
const psychiatrist = 'physician2@plan.example';

const appealReviewer = 'physician3@plan.example';
const monthsBack = 90 * 24 * 60;

/** One physician hears appeals and takes no first review, so that an appeal always finds somebody who took no part. */
export const keepForAppeals = async (casework: Casework, clock: DemoClock): Promise<void> => {
  clock.goTo(monthsBack);
  const now = casework.environment.now();
  const users = await casework.identity.users({ tenantId: planTenant.tenantId });
  const user = users.find((u) => u.email === appealReviewer);
  if (!user) throw new Error(`the demonstration has no user ${appealReviewer}`);
  const me = { casework, tenant: planTenant, actor: actorOf(user), now };
  const until = addElapsed(now, { hours: 24 * 365 });
  const refused = await recordAbsence(me, user.userId, { from: now, until, note: 'Hears appeals; no first reviews' });
  if (isRefusal(refused)) throw new Error(`the demonstration was refused: ${refused.code}`);
};

/** What the physicians said of their own work, and what they have read so far. */
export const playPhysicians = async (
  casework: Casework,
  clock: DemoClock,
  doWorkDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const scope = { tenantId: planTenant.tenantId };
  const users = await casework.identity.users(scope);
  const acting = (email: string) => {
    const user = users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return { casework, tenant: planTenant, actor: actorOf(user), now: casework.environment.now() };
  };
  const said = (answer: unknown): void => {
    if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${answer.code}`);
  };
  const desk = deskOf(casework, planTenant);

  clock.goTo(1_600);
  const me = acting(internist);
  said(
    await declareConflict(me, me.actor.userId, {
      kind: 'facility',
      name: 'Hill Country Orthopedics',
      note: 'Consulting agreement until last year',
    }),
  );
  const holiday = addElapsed(me.now, { hours: 24 * 20 });
  said(
    await recordAbsence(me, me.actor.userId, {
      from: holiday,
      until: addElapsed(holiday, { hours: 24 * 7 }),
      note: 'Leave',
    }),
  );
  const other = acting(psychiatrist);
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '07:00', to: '19:00' }));
  said(await saveAvailability(other, other.actor.userId, { days, capacity: 12 }));

  const urgent = await desk.caseOf('demo-oxygen-urgent-1');
  clock.goTo(200);
  await desk.act(nurse2, urgent, { type: 'Claim' });
  clock.goTo(180);
  await desk.act(nurse2, urgent, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'Saturation of 89 percent at rest; no finding that would let 89 percent count is in the record.',
    specialty: 'pulmonology',
  });
  const partial = await desk.caseOf('demo-php-12-1');
  clock.goTo(175);
  const slot = (hours: number) => {
    const startsAt = addElapsed(casework.environment.now(), { hours });
    return { startsAt, endsAt: addElapsed(startsAt, { minutes: 30 }) };
  };
  await desk.act(psychiatrist, partial, {
    type: 'OfferPeerToPeer',
    itemSequences: [1],
    because: 'informationMissing',
    slots: [slot(6), slot(27), slot(30)],
    to: {
      name: 'Dr. Ifeoma Okonkwo',
      npi: '1770000056',
      phone: '+1 555 010 0200',
      email: 'clinic@lakeside.example',
    },
    how: 'portal',
  });
  clock.goTo(170);
  await doWorkDue(casework);
  // Whoever was given a case has looked into it, so that it stays with them.
  clock.goTo(160);
  for (const { caseId, userId } of await casework.physicians.waiting(scope)) {
    if (!userId) continue;
    const reader = { kind: 'person', userId, name: '', roles: ['medicalDirector'] } as const;
    if (isRefusal(await readBrief(casework, scope, caseId, reader))) continue;
    await casework.readLog.record(scope, {
      readId: casework.environment.newId(),
      caseId,
      userId,
      purpose: 'utilizationReview',
      what: 'case',
      at: casework.environment.now(),
    });
  }
};
