import type { Casework } from '@openum/casework/casework.ts';
import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { byAt } from '@openum/casework/practice/acting.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import { admitPatient } from '@openum/casework/practice/episode/open.ts';
import { type RecordAct, recordCommand } from '@openum/casework/practice/episode/recordAct.ts';
import { givenOn } from '@openum/domain/episode/forecast.ts';
import type { Submission } from '@openum/domain/episode/record.ts';
import { addDays, type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { DemoClock } from './clock.ts';
import { pastStaySteps } from './pastStaySteps.ts';
import { pastStays } from './pastStays.ts';
import { practiceTenant } from './people.ts';
import { type DemoPatient, demoPatients, demoPayers, demoProgrammes } from './practicePatients.ts';
import { playSteps, type Step } from './practiceStep.ts';

const scope = { tenantId: practiceTenant.tenantId };

const seedPracticeRegister = async ({ practiceRegister, identity }: Casework): Promise<void> => {
  await practiceRegister.saveProgrammes(
    scope,
    Object.values(demoProgrammes).map((p) => ({ ...p })),
  );
  await practiceRegister.savePayers(
    scope,
    Object.entries(demoPayers).map(([payerId, name]) => ({ payerId, name, active: true })),
  );
  const clinician = (await identity.users(scope)).find((u) => u.roles.includes('treatingClinician'));
  if (clinician)
    await practiceRegister.saveClinicians(scope, [
      {
        clinicianId: 'cedar-psychiatry',
        name: clinician.name,
        ...(clinician.qualification?.npi ? { npi: clinician.qualification.npi } : {}),
        userId: clinician.userId,
        active: true,
      },
    ]);
};

/** The course of one patient as acts, each on its day. */
const stepsOf = (casework: Casework, p: DemoPatient, today: CalendarDate): readonly Step[] => {
  const on = (daysAgo: number): CalendarDate => addDays(today, -daysAgo);
  const episodeId = casework.environment.newId();
  const coverageId = `${p.chart}-1`;
  const record = (act: RecordAct) => (me: PracticeActing) =>
    actOnEpisode(casework, scope, { episodeId, command: (loaded) => recordCommand(act, me, loaded) });
  const programmeAt = (daysAgo: number) =>
    demoProgrammes[p.steps?.findLast((s) => s.from >= daysAgo)?.to ?? p.programme];

  const attended: number[] = [];
  for (let ago = p.admitted; ago >= p.attendedTo; ago--)
    if (givenOn(programmeAt(ago), on(ago)) && !p.absent?.includes(ago)) attended.push(ago);
  const weeks = Map.groupBy(attended, (ago) => Math.floor(ago / 7));
  const { asked } = p;
  return [
    {
      daysAgo: p.admitted,
      run: (me) =>
        admitPatient(me, {
          commandId: episodeId,
          newPatient: { family: p.family, given: p.given, birthDate: p.born, chartNumber: p.chart, part2: p.part2 },
          programmeId: demoProgrammes[p.programme].programmeId,
          admittedOn: on(p.admitted),
          emergency: p.emergency ?? false,
          clinicianId: 'cedar-psychiatry',
          coverages: [
            {
              coverageId,
              order: 1,
              payerId: p.payer,
              memberNumber: p.member,
              lineOfBusiness: 'commercialInsured',
              stateOfIssue: 'NY',
            },
            ...(p.second
              ? [{ coverageId: `${p.chart}-2`, order: 2 as const, payerId: p.second, memberNumber: `S-${p.chart}` }]
              : []),
          ],
        }),
    },
    ...p.authorizations.map((a) => ({
      daysAgo: Math.min(a.told, p.admitted),
      run: record({
        type: 'RecordAuthorization',
        authorization: {
          number: a.number,
          coverageId,
          levelOfCare: a.level,
          codes: [],
          from: on(a.from),
          to: on(a.to),
          units: a.units,
          nextReviewOn: a.reviewOn === undefined ? undefined : on(a.reviewOn),
        },
      }),
    })),
    ...(p.steps ?? []).map((s) => ({
      daysAgo: s.from,
      run: record({
        type: 'ChangeLevelOfCare',
        programmeId: demoProgrammes[s.to].programmeId,
        from: on(s.from),
        reason: s.reason,
      }),
    })),
    ...[...weeks.values()].map((days) => ({
      daysAgo: days.at(-1) ?? 0,
      run: record({ type: 'RecordServices', services: days.map((ago) => ({ on: on(ago), units: 1 })) }),
    })),
    ...(asked
      ? [
          {
            daysAgo: asked.sent,
            run: (me: PracticeActing) =>
              actOnEpisode(casework, scope, {
                episodeId,
                command: () => ({
                  type: 'RecordSubmission',
                  ...({
                    submissionId: casework.environment.newId(),
                    kind: asked.kind,
                    coverageId,
                    levelOfCare: asked.level,
                    codes: [],
                    from: on(asked.from),
                    to: on(asked.to),
                    urgency: 'expedited',
                    channel: asked.channel,
                    sentAt: me.now,
                    sentTo: demoPayers[p.payer],
                    reference: asked.reference,
                    clinicalSummary: asked.summary,
                  } satisfies Submission),
                  ...byAt(me),
                }),
              }),
          },
        ]
      : []),
    ...(p.billedTo === undefined
      ? []
      : [
          {
            daysAgo: Math.max(p.billedTo - 2, 0),
            as: 'biller' as const,
            run: (me: PracticeActing) =>
              actOnEpisode(casework, scope, {
                episodeId,
                command: ({ state }) => ({
                  type: 'BillServices',
                  serviceIds: state.services.filter((s) => s.on <= on(p.billedTo ?? 0)).map((s) => s.serviceId),
                  claimId: `CLM-${p.chart}-1`,
                  billedOn: me.today,
                  policy: 'warn',
                  ...byAt(me),
                }),
              }),
          },
        ]),
    ...(p.discharged === undefined
      ? []
      : [
          {
            daysAgo: p.discharged,
            run: record({ type: 'DischargeEpisode', on: on(p.discharged), disposition: 'home' }),
          },
        ]),
    ...(p.note === undefined ? [] : [{ daysAgo: p.admitted, run: record({ type: 'AddNote', text: p.note }) }]),
  ];
};

/** The record of the practice of the demonstration: its register, twelve people in three programmes, and stays that are over. */
export const playPractice = async (casework: Casework, clock: DemoClock): Promise<void> => {
  await seedPracticeRegister(casework);
  clock.goTo(0);
  const today = dateInZone(casework.environment.now(), practiceTenant.zone);
  await playSteps(casework, clock, [
    ...demoPatients.flatMap((p) => stepsOf(casework, p, today)),
    ...pastStays.flatMap((s) => pastStaySteps(casework, s, today)),
  ]);
};
