import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { addEpisodeDocument } from '@openum/casework/practice/document/add.ts';
import type { PracticeDocumentKind } from '@openum/domain/practiceDocument/record.ts';
import { addDays, type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import { usualDay } from '@openum/domain/time/usual.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { pdfOf, scanned } from './document.ts';
import { practiceTenant } from './people.ts';

const scope = { tenantId: practiceTenant.tenantId };

type Chart = {
  readonly kind: PracticeDocumentKind;
  readonly title: string;
  readonly daysAgo: number;
  readonly contentType: string;
  readonly bytes: Uint8Array;
};

const notes = (on: (daysAgo: number) => string) => ({
  evaluation: [
    [
      'PSYCHIATRIC EVALUATION',
      `Cedar Point Recovery, ${on(11)}`,
      '',
      'Alcohol use disorder, severe. Major depressive disorder, recurrent.',
      'Passive suicidal ideation on the two days before admission, without plan.',
      'Last drink twelve hours before admission. Tremor of both hands, sweating.',
    ],
    [
      'History: two intensive outpatient programs this year, left after relapse in the second week each time.',
      'Lives with a brother who drinks daily in the home.',
      'Plan: residential treatment, withdrawal monitoring, fluoxetine started.',
    ],
  ],
  progress: [
    [
      'PROGRESS NOTE',
      `Cedar House, ${on(2)}`,
      '',
      'Cravings daily, strongest in the evening. Slept three hours on two of the last five nights.',
      'PHQ-9 19 today, 21 last week. Passive thoughts of death yesterday, no plan, no intent.',
      'Attended five groups and two individual sessions this week; participates, asks for help.',
      'Fluoxetine raised to 40 mg, taken every day, nausea in the morning.',
    ],
    [
      'The brother still drinks in the home; no other place to stay has been found.',
      'Barrier: relapse within two weeks at a lower level twice this year.',
      'Plan: individual therapy twice a week, family session, housing application.',
      `Discharge plan: step down to day treatment on ${on(-7)}, first appointment booked.`,
    ],
  ],
  letter: [
    [
      'JUNIPER MUTUAL',
      'Utilization Management, PO Box 880, Madison WI 53708',
      '',
      `Date of this notice: ${on(1)}`,
      'Reference number: JM-DEN-55120',
      'Member ID: see enclosed copy',
      `Dates of service: ${on(2)} to ${on(-2)}`,
      '',
      'NOTICE OF ADVERSE BENEFIT DETERMINATION',
      'We have decided not to approve residential treatment for the days above.',
      'Reason: continued residential treatment is not medically necessary because the notes describe',
      'the patient as stable and the home as safe.',
      'Criteria used: our behavioral health criteria for residential treatment.',
      '',
      'You may ask for a peer-to-peer within 2 business days at +1 555 010 0155.',
    ],
    [
      'YOUR RIGHT TO APPEAL',
      'You may appeal within 180 calendar days of the date of this notice.',
      'Write to: Juniper Mutual Appeals, PO Box 881, Madison WI 53708. Fax +1 555 010 0159.',
      'Send the reason for your appeal and the records that support it.',
    ],
  ],
});

const charts = async (on: (daysAgo: number) => string): Promise<readonly Chart[]> => {
  const { evaluation, progress, letter } = notes(on);
  const pdf = 'application/pdf';
  const scan = await scanned([
    'NURSING NOTE',
    `Cedar House, ${on(1)}`,
    'Awake at 2 and at 4 in the morning, pacing.',
    'Asked for help with cravings at 9 pm.',
  ]);
  return [
    {
      kind: 'psychiatricEvaluation',
      title: 'Psychiatric evaluation',
      daysAgo: 11,
      contentType: pdf,
      bytes: await pdfOf(evaluation),
    },
    {
      kind: 'progressNote',
      title: 'Progress note of the week',
      daysAgo: 2,
      contentType: pdf,
      bytes: await pdfOf(progress),
    },
    { kind: 'therapyNote', title: 'Nursing note of the night', daysAgo: 1, contentType: 'image/tiff', bytes: scan },
    {
      kind: 'denialLetter',
      title: 'Denial letter of Juniper Mutual',
      daysAgo: 1,
      contentType: pdf,
      bytes: await pdfOf(letter),
    },
  ];
};

/** Records of care and a letter of the payer, for the patient whose days were denied. */
export const playPracticeDocuments = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const user = (await casework.identity.users(scope)).find((u) => u.roles.includes('utilizationReviewStaff'));
  const [row] = await casework.episodes.list(scope, { presence: 'present', payerId: 'juniper-mutual' }, undefined, 1);
  if (!user || !row) throw new Error('the demonstration lacks a denied patient');
  clock.goTo(30);
  const now = casework.environment.now();
  const today = dateInZone(now, practiceTenant.zone);
  const me: PracticeActing = { casework, practice: practiceTenant, scope, actor: actorOf(user), now, today };
  const on = (daysAgo: number): CalendarDate => addDays(today, -daysAgo);
  for (const { daysAgo, ...chart } of await charts((ago) => usualDay(on(ago)))) {
    const acted = await addEpisodeDocument(me, row.episodeId, {
      ...chart,
      commandId: casework.environment.newId(),
      recordedOn: on(daysAgo),
    });
    if (acted.kind !== 'done') throw new Error(`the demonstration was refused: ${JSON.stringify(acted)}`);
  }
};
