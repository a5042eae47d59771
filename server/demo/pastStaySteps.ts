import type { Casework } from '@openum/casework/casework.ts';
import { byAt, type PracticeActing } from '@openum/casework/practice/acting.ts';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import { admitPatient } from '@openum/casework/practice/episode/open.ts';
import { recordCommand } from '@openum/casework/practice/episode/recordAct.ts';
import type { EpisodeCommand } from '@openum/domain/episode/command.ts';
import { givenOn } from '@openum/domain/episode/forecast.ts';
import type { Denial, PayerAuthorization } from '@openum/domain/episode/record.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { PastRequest, PastStay } from './pastStays.ts';
import { practiceTenant } from './people.ts';
import { demoPayers, demoProgrammes } from './practicePatients.ts';
import type { Step } from './practiceStep.ts';

const scope = { tenantId: practiceTenant.tenantId };
/** A patient stays until the step down is arranged. */
const daysAfterRefusal = 2;
const appealDays = 6;
const appealAnswerDays = 21;

type Bare<C> = C extends EpisodeCommand ? Omit<C, 'actor' | 'now' | 'today'> : never;
type Act = (me: PracticeActing) => Bare<EpisodeCommand>;

/** A stay that is over as acts, each on its day: asked for, answered, attended, appealed, left. */
export const pastStaySteps = (casework: Casework, stay: PastStay, today: CalendarDate): readonly Step[] => {
  const { environment } = casework;
  const on = (daysAgo: number): CalendarDate => addDays(today, -daysAgo);
  const programme = demoProgrammes[stay.programme];
  const episodeId = environment.newId();
  const coverageId = `${stay.chart}-1`;
  const step = (daysAgo: number, act: Act): Step => ({
    daysAgo,
    run: (me) =>
      actOnEpisode(casework, scope, {
        episodeId,
        command: () => ({ ...act(me), ...byAt(me) }) as EpisodeCommand,
      }),
  });

  const requested = (request: PastRequest, at: number, from: number): readonly Step[] => {
    const submissionId = environment.newId();
    const to = from - request.days + 1;
    const sentAgo = at === 0 ? from : request.late === undefined ? from + 1 : from - request.late;
    const reference = `${stay.chart}-R${at + 1}`;
    const levelOfCare = programme.levelOfCare;
    const authorization: PayerAuthorization = {
      authorizationId: environment.newId(),
      number: `${stay.chart}-A${at + 1}`,
      coverageId,
      submissionId,
      levelOfCare,
      codes: [],
      from: on(from),
      to: on(from - request.granted + 1),
    };
    const refused = request.days - request.granted;
    const stayedOn = Math.min(refused, daysAfterRefusal);
    const denial = (me: PracticeActing): Denial => ({
      denialId: `${reference}-D`,
      coverageId,
      source: 'answer',
      receivedOn: me.today,
      from: on(from - request.granted),
      to: on(to),
      levelOfCare,
      submissionId,
      adjustmentCodes: [],
      remarkCodes: [],
      ...(request.reason ? { reason: request.reason } : {}),
      amount: refused * programme.charge,
    });
    const outcome = request.granted === 0 ? 'denied' : refused > 0 ? 'partiallyApproved' : 'approved';
    const answeredAgo = sentAgo - request.hours / 24;
    const appealId = `${reference}-P`;
    return [
      step(sentAgo, (me) => ({
        type: 'RecordSubmission',
        submissionId,
        kind: at === 0 ? 'initial' : 'continuedStay',
        coverageId,
        levelOfCare,
        codes: [programme.code],
        from: on(from),
        to: on(to),
        units: request.days,
        urgency: 'expedited',
        channel: 'phone',
        sentAt: me.now,
        sentTo: demoPayers[stay.payer],
        spokeWith: 'Care management',
        reference,
        clinicalSummary:
          'Sleep, cravings, mood and risk of the last days with their dates; what was tried at a lower level and how it ended.',
      })),
      ...(request.askedForMore
        ? [
            step(sentAgo - 0.1, (me) => ({
              type: 'RecordAnswer' as const,
              submissionId,
              answer: {
                outcome: 'informationRequested' as const,
                answeredAt: me.now,
                wanted: [request.askedForMore ?? ''],
              },
              authorizations: [],
            })),
            step(sentAgo - 0.2, (me) => ({
              type: 'RecordInformationSent' as const,
              submissionId,
              summary: 'The sheet of the nights was sent by fax.',
              sentAt: me.now,
            })),
          ]
        : []),
      step(answeredAgo, (me) => ({
        type: 'RecordAnswer',
        submissionId,
        answer: {
          outcome,
          answeredAt: me.now,
          spokeWith: 'Care management',
          ...(request.reason ? { reason: request.reason } : {}),
        },
        authorizations: request.granted > 0 ? [authorization] : [],
        ...(refused > 0 ? { denial: denial(me) } : {}),
      })),
      ...(request.appeal
        ? [
            step(answeredAgo - appealDays, (me) => ({
              type: 'SendAppeal' as const,
              appealId,
              denialId: `${reference}-D`,
              level: 1,
              urgency: 'standard' as const,
              sentTo: demoPayers[stay.payer],
              sentOn: me.today,
              letter:
                'The record of the days in question shows what was still in the way of a step down. We ask for these days.',
            })),
            step(answeredAgo - appealDays - appealAnswerDays, (me) => ({
              type: 'RecordAppealAnswer' as const,
              appealId,
              outcome: request.appeal ?? 'upheld',
              answeredOn: me.today,
              ...(request.appeal === 'overturned' ? { recovered: stayedOn * programme.charge } : {}),
            })),
            ...(request.appeal === 'overturned'
              ? [
                  step(answeredAgo - appealDays - appealAnswerDays, () => ({
                    type: 'RecordAuthorization' as const,
                    authorization: {
                      ...authorization,
                      authorizationId: environment.newId(),
                      number: `${authorization.number}-P`,
                      from: on(from - request.granted),
                      to: on(from - request.granted - stayedOn + 1),
                    },
                  })),
                ]
              : []),
          ]
        : []),
    ];
  };

  /** Where each request begins: after the days that were granted before it. */
  const begins = stay.requests.map((_, at) =>
    stay.requests.slice(0, at).reduce((ago, r) => ago - r.granted, stay.admitted),
  );
  const lastRequest = stay.requests.at(-1);
  const lastDay =
    (begins.at(-1) ?? stay.admitted) -
    Math.min(lastRequest?.days ?? 1, (lastRequest?.granted ?? 0) + daysAfterRefusal) +
    1;
  const attended = Array.from({ length: stay.admitted - lastDay + 1 }, (_, n) => stay.admitted - n).filter((ago) =>
    givenOn(programme, on(ago)),
  );
  return [
    {
      daysAgo: stay.admitted,
      run: (me) =>
        admitPatient(me, {
          commandId: episodeId,
          newPatient: { family: stay.family, given: stay.given, birthDate: stay.born, chartNumber: stay.chart },
          programmeId: programme.programmeId,
          admittedOn: on(stay.admitted),
          emergency: false,
          clinicianId: 'cedar-psychiatry',
          coverages: [{ coverageId, order: 1, payerId: stay.payer, memberNumber: stay.member, stateOfIssue: 'NY' }],
        }),
    },
    ...stay.requests.flatMap((r, at) => requested(r, at, begins[at] ?? stay.admitted)),
    {
      daysAgo: lastDay,
      run: (me) =>
        actOnEpisode(casework, scope, {
          episodeId,
          command: (loaded) =>
            recordCommand(
              { type: 'RecordServices', services: attended.map((ago) => ({ on: on(ago), units: 1 })) },
              me,
              loaded,
            ),
        }),
    },
    step(lastDay - 1, () => ({ type: 'DischargeEpisode', on: on(lastDay - 1), disposition: 'home' })),
  ];
};
