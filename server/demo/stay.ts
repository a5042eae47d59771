import { receiveAdmission } from '@openum/casework/admission/admit.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { StayAct } from '@openum/casework/stay/act.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';
import { deskOf } from './work.ts';

const hospital = '1723456780';
const behavioral = '1467512343';
const reviewer = 'concurrent@plan.example';
const coordinator = 'coordinator@plan.example';

const hoursAgo = (hours: number): number => hours * 60;

/** Stays in different states: overdue, waiting for a decision, on their way out, long, and over. */
export const playStays = async (
  casework: Casework,
  clock: DemoClock,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const scope = { tenantId: planTenant.tenantId };
  const desk = deskOf(casework, planTenant);
  const { identity, register, environment } = casework;
  const users = await identity.users(scope);
  const before = (hours: number): Instant => addElapsed(environment.now(), { hours: -hours });

  const admit = async (
    memberNumber: string,
    facilityNpi: string,
    levelOfCare: string,
    requestedDays: number,
    diagnosis: string,
    rationale: string,
  ): Promise<string> => {
    const member = await register.memberByNumber(scope, memberNumber);
    const user = users.find((u) => u.email === coordinator);
    if (!member || !user) throw new Error('the demonstration lacks a member or a person');
    const acting = { casework, tenant: planTenant, actor: actorOf(user), now: environment.now() };
    const received = await receiveAdmission(acting, {
      submissionId: environment.newId(),
      memberId: member.memberId,
      facilityNpi,
      admittedAt: before(2),
      admissionSource: 'emergency',
      levelOfCare,
      requestedDays,
      diagnoses: [diagnosis],
      rationale,
      documents: [],
    });
    if (isRefusal(received) || received.kind !== 'received')
      throw new Error(`an admission of the demonstration was not taken: ${JSON.stringify(received)}`);
    return received.caseId;
  };

  /** Whoever has the case approves all that is open, as it was asked for. */
  const approve = async (caseId: string, summary: string): Promise<void> => {
    const state = (await loadCase(casework.cases, scope, caseId))?.state;
    if (!state) throw new Error('the demonstration lost a case');
    const owner = users.find((u) => u.userId === state.assignee?.userId)?.email;
    if (!owner) await desk.act(reviewer, caseId, { type: 'Claim' });
    await desk.act(owner ?? reviewer, caseId, {
      type: 'CompleteReview',
      outcome: 'approve',
      summary,
      items: openItems(state).map((i) => ({
        itemSequence: i.sequence,
        authorized: {
          service: i.service,
          ...(i.quantity ? { quantity: i.quantity } : {}),
          period: i.period ?? { start: state.request.receivedAt.slice(0, 10) },
        },
      })),
    });
    await issueNoticesDue(casework);
  };
  const record = (caseId: string, act: StayAct): Promise<void> => desk.act(reviewer, caseId, act);
  const more = (caseId: string, days: number, clinicalUpdate: string, levelOfCare: string): Promise<void> =>
    record(caseId, {
      type: 'RequestContinuedStay',
      days,
      levelOfCare,
      clinicalUpdate,
      receivedAt: environment.now(),
      channel: 'fax',
      urgency: 'expedited',
      requestedBy: 'Utilization review of the facility',
    });

  clock.goTo(hoursAgo(122));
  const overdue = await admit(
    'PHP1000007',
    hospital,
    'medicalSurgical',
    3,
    'J96.01',
    'Saturation of 84 percent on room air.',
  );
  clock.goTo(hoursAgo(116));
  await approve(overdue, 'Oxygen need and intravenous steroids; three days by the review interval.');
  clock.goTo(hoursAgo(30));
  await record(overdue, {
    type: 'ChaseClinicalUpdate',
    to: 'Case management of the hospital, 309-555-0161',
    method: 'phone',
    result: 'messageLeft',
    note: 'Asked for vital signs and the plan for discharge.',
  });

  clock.goTo(hoursAgo(58));
  const pending = await admit('PHP1000008', hospital, 'intensiveCare', 2, 'A41.9', 'Septic shock on a vasopressor.');
  clock.goTo(hoursAgo(52));
  await approve(pending, 'Vasopressor and hourly monitoring.');
  clock.goTo(hoursAgo(10));
  await record(pending, {
    type: 'ChangeLevelOfCare',
    to: 'stepDown',
    effectiveAt: environment.now(),
    reason: 'Off the vasopressor since the morning.',
  });
  clock.goTo(hoursAgo(5));
  await more(
    pending,
    2,
    'Off the vasopressor for ten hours; still on intravenous antibiotics and four litres.',
    'stepDown',
  );

  clock.goTo(hoursAgo(170));
  const leaving = await admit('PHP1000015', behavioral, 'psychiatric', 4, 'F32.2', 'Suicidal intent with a plan.');
  clock.goTo(hoursAgo(164));
  await approve(leaving, 'Acute risk; needs round-the-clock observation.');
  clock.goTo(hoursAgo(66));
  await more(leaving, 5, 'Passive thoughts remain; medication was raised yesterday.', 'psychiatric');
  clock.goTo(hoursAgo(40));
  await approve(leaving, 'Medication change needs observation; aftercare is not yet arranged.');
  clock.goTo(hoursAgo(6));
  await record(leaving, {
    type: 'RecordClinicalUpdate',
    summary: 'No suicidal thoughts for three days; family meeting held; first visit of the day programme on Monday.',
    from: 'Attending psychiatrist',
    channel: 'phone',
    receivedAt: environment.now(),
  });
  await record(leaving, {
    type: 'AssessTransition',
    readiness: 'ready',
    barriers: [],
    expectedDischargeOn: addElapsed(environment.now(), { hours: 48 }).slice(0, 10),
    plan: 'Partial hospitalization from Monday, first visit arranged.',
  });

  clock.goTo(hoursAgo(75));
  const long = await admit(
    'PHP1000017',
    behavioral,
    'residentialSubstanceUse',
    10,
    'F11.20',
    'Opioid use after detoxification.',
  );
  clock.goTo(hoursAgo(70));
  await approve(long, 'Residential level fits the assessment; ten days until the next full review.');
  await record(long, {
    type: 'AssessTransition',
    readiness: 'notReady',
    barriers: ['placement', 'medication'],
    plan: 'Sober living and a clinic for buprenorphine are being sought.',
  });

  clock.goTo(hoursAgo(100));
  const over = await admit(
    'PHP1000023',
    hospital,
    'medicalSurgical',
    3,
    'I50.9',
    'Heart failure, nine pounds over dry weight.',
  );
  clock.goTo(hoursAgo(95));
  await approve(over, 'Intravenous diuresis with daily laboratory tests.');
  clock.goTo(hoursAgo(26));
  await record(over, {
    type: 'RecordDischarge',
    dischargedAt: environment.now(),
    disposition: 'homeHealth',
    note: 'Weight at goal; home health begins tomorrow.',
  });
};
