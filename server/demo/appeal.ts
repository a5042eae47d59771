import type { GivenResolution } from '@openum/casework/appeal/act.ts';
import type { Act, GivenDecision } from '@openum/casework/case/act.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { submit } from '@openum/http/pas/submit.ts';
import { bariatricBundle, cpapBundle, homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { asOf, person } from './bundles.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';
import { deskOf } from './work.ts';

const appeals = 'appeals@plan.example';
const physician = 'physician@plan.example';
const reviewer = 'physician3@plan.example';
const scope = { tenantId: planTenant.tenantId };
const minutes = (days: number): number => days * 24 * 60;

const requests = [
  {
    name: 'demo-appeal-oxygen',
    daysAgo: 34,
    bundle: homeOxygenBundle({ name: 'demo-appeal-oxygen', spo2: 91, person: person('PHP1000022') }),
  },
  {
    name: 'demo-appeal-cpap',
    daysAgo: 26,
    bundle: cpapBundle({ name: 'demo-appeal-cpap', ahi: 9, person: person('PHP1000023') }),
  },
  {
    name: 'demo-appeal-medicaid',
    daysAgo: 12,
    bundle: homeOxygenBundle({ name: 'demo-appeal-medicaid', spo2: 90, person: person('PHP1000017') }),
  },
  {
    name: 'demo-appeal-bypass',
    daysAgo: 9,
    bundle: bariatricBundle({ name: 'demo-appeal-bypass', bmi: 34.6, person: person('PHP1000024') }),
  },
] as const;

const denialOf = (rationale: string, memberRationale: string): GivenDecision => ({
  outcome: 'denied',
  itemSequence: 1,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale,
  memberRationale,
  criteriaCited: { name: 'Coverage policy for this service', version: '2026-01', citation: 'Plan medical policy' },
});

const oxygenDenial = denialOf(
  'Saturation at rest on room air was above 88 percent on the day of the test, and neither cor pulmonale nor a hematocrit above 56 is documented.',
  'Your oxygen level at rest was higher than 88 percent. The rules cover home oxygen at 88 percent or lower.',
);
const cpapDenial = denialOf(
  'The sleep study shows an index of 9 events an hour without hypertension, stroke, sleepiness or mood disorder on record; the rule asks for one of them below 15.',
  'Your sleep study shows 9 pauses an hour. Below 15 the rules ask for another illness on record, and we found none.',
);
const bypassDenial = denialOf(
  'Body mass index on the day of request is 34.6 with type 2 diabetes; the national coverage determination begins at 35 with a related illness.',
  'Your body mass index is 34.6. The rules cover this surgery from 35 on.',
);

/** Appeals in different states: one with its reviewer, one to be sent outside, one that waits for consent, one reversed. */
export const playAppeals = async (
  casework: Casework,
  clock: DemoClock,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const desk = deskOf(casework, planTenant);
  const client = { clientId: 'demo', tenantId: planTenant.tenantId, name: 'Lakeview EHR', scopes: ['pas'] };

  const deny = async (caseId: string, decision: GivenDecision): Promise<void> => {
    await desk.act('nurse2@plan.example', caseId, { type: 'Claim' });
    await desk.act('nurse2@plan.example', caseId, {
      type: 'CompleteReview',
      outcome: 'refer',
      itemSequences: [1],
      summary: 'The value on record misses the limit of the criteria; nothing else in it meets them.',
    });
    await desk.act(physician, caseId, { type: 'Claim' });
    await desk.openEverything(physician, caseId);
    await desk.act(physician, caseId, {
      type: 'DetermineItems',
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      decisions: [decision],
    });
    await issueNoticesDue(casework);
  };
  const received = async (at: (typeof requests)[number]): Promise<string> => {
    clock.goTo(minutes(at.daysAgo));
    const today = dateInZone(casework.environment.now(), planTenant.zone);
    const bytes = new TextEncoder().encode(JSON.stringify(asOf(at.bundle, today)));
    const { status } = await submit(casework, { client, tenant: planTenant }, bytes);
    if (status !== 200) throw new Error(`a request of the demonstration got ${status}`);
    return desk.caseOf(`${at.name}-1`);
  };
  const stateOf = async (caseId: string) => {
    const loaded = await loadCase(casework.cases, scope, caseId);
    const a = loaded?.state.appeals.at(-1);
    if (!loaded || !a) throw new Error('the demonstration lacks an appeal');
    return { a, version: loaded.state.version };
  };
  const filing = (levelId: string, more: Partial<Extract<Act, { type: 'FileAppeal' }>>): Act => ({
    type: 'FileAppeal',
    levelId,
    filedBy: { party: 'member', name: 'The member' },
    itemSequences: [1],
    timing: 'preService',
    receivedAt: casework.environment.now(),
    channel: 'phone',
    statement: 'I do not agree with this decision.',
    ...more,
  });
  const decide = async (caseId: string, line: Omit<GivenResolution, 'itemSequence'>): Promise<void> => {
    const { a } = await stateOf(caseId);
    await desk.act(appeals, caseId, {
      type: 'AssignAppealReviewer',
      appealId: a.appealId,
      toUserId: await desk.userIdOf(reviewer),
    });
    await desk.openEverything(reviewer, caseId);
    await desk.act(reviewer, caseId, {
      type: 'DecideAppeal',
      appealId: a.appealId,
      lines: [{ itemSequence: 1, ...line }],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      newEvidence: false,
    });
    await issueNoticesDue(casework);
  };

  const [oxygen, cpap, medicaid, bypass] = requests;
  const upheld = await received(oxygen);
  clock.goTo(minutes(33));
  await deny(upheld, oxygenDenial);
  clock.goTo(minutes(22));
  await desk.act(
    appeals,
    upheld,
    filing('MA-RECONSIDERATION', {
      filedBy: { party: 'member', name: 'Elena Vasquez' },
      statement: 'I cannot walk to the mailbox without stopping twice.',
    }),
  );
  await issueNoticesDue(casework);
  clock.goTo(minutes(3));
  await decide(upheld, {
    outcome: 'upheld',
    rationale:
      'A second oximetry of 12 May, sent with the appeal, again shows 91 percent at rest; no exercise or overnight test below 88 percent is on record.',
    memberRationale:
      'The new test you sent shows 91 percent at rest. A test while you walk or sleep that shows 88 percent or lower would change this.',
  });

  const reversed = await received(cpap);
  clock.goTo(minutes(25));
  await deny(reversed, cpapDenial);
  clock.goTo(minutes(14));
  await desk.act(
    appeals,
    reversed,
    filing('MA-RECONSIDERATION', {
      filedBy: { party: 'physician', name: 'Dr. Amara Osei' },
      channel: 'fax',
      statement: 'She has treated hypertension since 2019; the record is attached.',
    }),
  );
  clock.goTo(minutes(1));
  await decide(reversed, {
    outcome: 'overturned',
    rationale:
      'The cardiology note of 2019, new with the appeal, documents treated hypertension, which meets the rule at an index of 9.',
    memberRationale:
      'The note from your heart doctor shows that you have high blood pressure. With it, the rules cover the device.',
    authorized: await desk.wholeOf(reversed),
  });

  const waiting = await received(medicaid);
  clock.goTo(minutes(11));
  await deny(waiting, oxygenDenial);
  clock.goTo(minutes(5));
  await desk.act(
    appeals,
    waiting,
    filing('MCD-APPEAL', {
      filedBy: { party: 'provider', name: 'Lakeview Lung Clinic' },
      channel: 'fax',
      statement: 'The overnight test shows 84 percent for eleven minutes.',
    }),
  );
  await issueNoticesDue(casework);

  const assigned = await received(bypass);
  clock.goTo(minutes(8));
  await deny(assigned, bypassDenial);
  clock.goTo(minutes(1));
  await desk.act(
    appeals,
    assigned,
    filing('MA-RECONSIDERATION', {
      filedBy: { party: 'member', name: 'Mai Xiong' },
      expedited: { by: 'physician', reason: 'Blood sugar cannot be held; admitted twice in a month.' },
      statement: 'My doctor measured 35.2 in October.',
    }),
  );
  const { a } = await stateOf(assigned);
  await desk.act(appeals, assigned, {
    type: 'AssignAppealReviewer',
    appealId: a.appealId,
    toUserId: await desk.userIdOf(reviewer),
  });
  await issueNoticesDue(casework);
};
