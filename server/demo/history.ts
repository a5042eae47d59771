import type { Casework } from '@openum/casework/casework.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { DemoClock } from './clock.ts';
import { deskOf } from './work.ts';

const nurse = 'nurse@plan.example';
const nurse2 = 'nurse2@plan.example';
const physician = 'physician@plan.example';

/** What the desk has done so far with the requests of the demonstration, act by act, at its time. */
export const playHistory = async (
  casework: Casework,
  tenant: Tenant,
  clock: DemoClock,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const desk = deskOf(casework, tenant);

  // Body mass index just under the line: referred, and denied by a physician who read the record.
  const bariatric = await desk.caseOf('demo-bariatric-low-1');
  clock.goTo(9_000);
  await desk.act(nurse, bariatric, { type: 'Claim' });
  clock.goTo(8_950);
  await desk.act(nurse, bariatric, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary:
      'Body mass index is recorded as 34.9 kg/m2; the Medicare criteria ask for 35 or more. No earlier weight in the record.',
  });
  clock.goTo(7_500);
  await desk.act(physician, bariatric, { type: 'Claim' });
  await desk.openEverything(physician, bariatric);
  clock.goTo(7_440);
  await desk.act(physician, bariatric, {
    type: 'DetermineItems',
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
    decisions: [
      {
        outcome: 'denied',
        itemSequence: 1,
        reasonClass: 'medicalNecessity',
        reasonCodes: ['0F'],
        rationale:
          'The record shows a body mass index of 34.9 kg/m2 on the day of request with type 2 diabetes. National coverage determination 100.1 covers gastric bypass from a body mass index of 35 with a related illness, and does not cover it below 35. No earlier measurement of 35 or more was sent.',
        memberRationale:
          'Your doctor asked for stomach bypass surgery. Medicare rules cover this surgery when the body mass index is 35 or more. Your record shows 34.9. We did not find an earlier weight in the papers we got.',
        alternatives:
          'Your plan covers visits with a dietitian and weight-loss medicine for people with diabetes. If your doctor has an earlier weight on record, send it to us and we will look again.',
      },
    ],
  });

  await issueNoticesDue(casework);

  const oxygen = await desk.caseOf('demo-oxygen-89-1');
  clock.goTo(7_100);
  await desk.act(nurse2, oxygen, { type: 'Claim' });
  clock.goTo(7_000);
  await desk.act(nurse2, oxygen, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary:
      'Saturation of 89 percent at rest; swelling of the legs, pulmonary hypertension and hematocrit are not documented.',
    specialty: 'pulmonology',
  });

  const partial = await desk.caseOf('demo-php-12-1');
  clock.goTo(900);
  await desk.act(nurse2, partial, { type: 'Claim' });
  clock.goTo(860);
  await desk.act(nurse2, partial, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary:
      'The plan of care holds 12 therapeutic hours a week; partial hospitalization asks for 20. Intensive outpatient may fit.',
    specialty: 'psychiatry',
  });

  const ask = await desk.caseOf('demo-bariatric-ask-1');
  clock.goTo(5_500);
  await desk.act(nurse, ask, { type: 'Claim' });
  clock.goTo(5_450);
  await desk.act(nurse, ask, {
    type: 'RequestInformation',
    items: [
      { text: 'Document the medical weight treatment that was tried, for how long, and its result.', itemSequence: 1 },
    ],
    dueAt: desk.inDays(3),
  });

  const knee = await desk.caseOf('demo-knee-1');
  clock.goTo(4_800);
  await desk.act(nurse, knee, { type: 'Claim' });
  await desk.act(nurse, knee, {
    type: 'AddNote',
    text: 'Called the clinic for the date of the last injection; they will call back.',
  });

  const duplicate = await desk.caseOf('demo-knee-erisa-1');
  clock.goTo(40);
  await desk.act('coordinator@plan.example', duplicate, {
    type: 'Withdraw',
    requestedBy: 'Hill Country Orthopedics, by phone',
    reason: 'Surgery was postponed by the patient.',
  });

  const mine = await desk.caseOf('demo-oxygen-90-1');
  clock.goTo(30);
  await desk.act(nurse, mine, { type: 'Claim' });
};
