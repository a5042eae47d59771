import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { openReview, standingEnds } from '@openum/domain/coverageEnd/coverageEnd.ts';
import { addElapsed, dateInZone } from '@openum/domain/time/instant.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';
import { deskOf } from './work.ts';

const reviewer = 'concurrent@plan.example';
const caseManager = 'casemanager@plan.example';
const scope = { tenantId: planTenant.tenantId };
const hoursAgo = (hours: number): number => hours * 60;

/** A discharge that the member has asked to be reviewed, and members handed to case management. Needs the stays. */
export const playCoverageEnds = async (
  casework: Casework,
  clock: DemoClock,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const desk = deskOf(casework, planTenant);
  const { census, environment } = casework;
  const stayOf = async (text: string): Promise<string> => {
    const [row] = (await census.page(scope, { text }, undefined, 1)).rows;
    if (!row) throw new Error(`the demonstration has no stay of ${text}`);
    return row.case.caseId;
  };
  const stateOf = async (caseId: string) => {
    const loaded = await loadCase(casework.cases, scope, caseId);
    if (!loaded) throw new Error('the demonstration lost a case');
    return loaded.state;
  };

  const discharged = await stayOf('PHP1000023');
  clock.goTo(hoursAgo(25));
  await desk.act(reviewer, discharged, {
    type: 'ReferToCaseManagement',
    reason: 'frequentAdmissions',
    priority: 'urgent',
    summary: 'Third admission for heart failure this year; no scale at home, follow-up visit not yet made.',
  });

  const long = await stayOf('PHP1000017');
  clock.goTo(hoursAgo(24));
  await desk.act(reviewer, long, {
    type: 'ReferToCaseManagement',
    reason: 'transitionOfCare',
    priority: 'routine',
    summary: 'Needs sober living and a clinic for buprenorphine before the residential stay ends.',
  });
  const [referral] = (await stateOf(long)).caseManagement;
  clock.goTo(hoursAgo(20));
  await desk.act(caseManager, long, {
    type: 'AcceptCaseManagement',
    referralId: referral?.referralId ?? '',
    goals: ['A bed in sober living from the day of discharge', 'First clinic visit within seven days'],
  });

  const leaving = await stayOf('PHP1000007');
  const { request, stay } = await stateOf(leaving);
  if (!stay) throw new Error('the demonstration lost a stay');
  clock.goTo(hoursAgo(8));
  await desk.act(reviewer, leaving, {
    type: 'RecordMedicareNotice',
    notice: 'im',
    to: { name: `${request.member.given} ${request.member.family}`, as: 'member' },
    how: 'inPerson',
    signature: 'signed',
    deliveredAt: addElapsed(stay.admittedAt, { hours: 20 }),
    by: stay.facility.name,
  });
  await desk.act(reviewer, leaving, {
    type: 'PlanCoverageEnd',
    route: 'hospitalDischarge',
    lastCoveredOn: dateInZone(addElapsed(environment.now(), { hours: 48 }), request.zone),
    reason:
      'Saturation of 95 percent on room air since yesterday, steroids by mouth; the attending plans the discharge.',
    memberReason: 'You breathe well without oxygen now, and your medicine can be taken by mouth at home.',
  });
  clock.goTo(hoursAgo(3));
  const [end] = standingEnds(await stateOf(leaving));
  await desk.act(reviewer, leaving, {
    type: 'RecordQioRequest',
    endId: end?.endId ?? '',
    requestedAt: addElapsed(environment.now(), { hours: -1 }),
    notifiedAt: environment.now(),
    requestedBy: `${request.member.given} ${request.member.family}`,
  });
  clock.goTo(hoursAgo(2));
  const [asked] = standingEnds(await stateOf(leaving));
  await desk.act(reviewer, leaving, {
    type: 'ExplainCoverageEnd',
    reviewId: (asked && openReview(asked)?.reviewId) ?? '',
    facts:
      'You came with an oxygen level of 84 percent. Since yesterday it stays at 95 percent without oxygen, also when you walk. You take your steroid as a tablet.',
    rule: {
      name: 'Inpatient hospital care',
      citation: '42 CFR 412.3, 422.101(b)(2); Medicare Benefit Policy Manual, chapter 1',
      text: 'Medicare pays for a hospital stay while your illness needs care that only a hospital can give.',
    },
  });
  await issueNoticesDue(casework);
};
