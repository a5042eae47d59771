import { uncoveredFrom } from '../episode/forecast.ts';
import { type Episode, type EpisodeAuthorization, finalAnswer, presentProgramme, wasAsked } from '../episode/state.ts';
import { authorizationNeed, levelRule, submissionDue } from '../payer/question.ts';
import { addDays, type CalendarDate, laterOf, startOfDay } from '../time/instant.ts';
import { coverageOn, endOf, laterBy, payerFields, type TaskContext } from './context.ts';
import type { DueTask } from './task.ts';

const stands = (a: EpisodeAuthorization): boolean => a.voided === undefined;

/** Whether an open or granted request reaches beyond a day. */
const askedBeyond = (e: Episode, levelOfCare: string, day: CalendarDate, except?: string): boolean =>
  e.submissions.some((s) => s.submissionId !== except && s.levelOfCare === levelOfCare && s.to > day && wasAsked(s));

/** The authorization of the present level that lasts longest. */
export const presentAuthorization = (e: Episode): EpisodeAuthorization | undefined => {
  const { levelOfCare } = presentProgramme(e);
  const since = e.levels.at(-1)?.from ?? e.admittedOn;
  return e.authorizations
    .filter((a) => stands(a) && a.levelOfCare === levelOfCare && a.to >= since)
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
    .at(-1);
};

/** The last day that its days and its units reach, when the course goes on as planned. */
const lastCoveredDay = (e: Episode, a: EpisodeAuthorization): CalendarDate => {
  const open = uncoveredFrom(e);
  return open !== undefined && a.from < open && open <= a.to ? addDays(open, -1) : a.to;
};

/** Nobody has asked the payer for the present level yet. */
export const requestTasks = (e: Episode, context: TaskContext): readonly DueTask[] => {
  const level = e.levels.at(-1) ?? e.levels[0];
  const { levelOfCare } = level.programme;
  if (e.discharge || presentAuthorization(e)) return [];
  if (askedBeyond(e, levelOfCare, addDays(level.from, -1))) return [];
  const coverage = coverageOn(e, level.from);
  const card = coverage && context.cardOf(coverage.payerId);
  const need = authorizationNeed(card, levelOfCare);
  if (need.kind === 'known' && need.said.value === 'notRequired') return [];
  const opensAt = startOfDay(level.from, context.place.zone);
  const notice = e.emergency && e.levels.length === 1 ? card?.admissionNotice?.value : undefined;
  return [
    {
      key: `requestDue:${levelOfCare}:${level.from}`,
      kind: 'requestDue',
      opensAt,
      dueAt: notice ? laterBy(opensAt, notice, context) : endOf(level.from, context),
      about: { from: level.from, ...(coverage ? { coverageId: coverage.coverageId } : {}) },
      ...payerFields(coverage),
      unknown: need.kind === 'unknown' ? ['authorization'] : [],
    },
  ];
};

/** The next request before an authorization runs out, and the update that the payer wants before that. */
export const continuedStayTasks = (e: Episode, context: TaskContext): readonly DueTask[] => {
  const a = presentAuthorization(e);
  if (!a || e.discharge) return [];
  const last = lastCoveredDay(e, a);
  if (askedBeyond(e, a.levelOfCare, last, a.submissionId)) return [];
  const coverage = e.coverages.find((c) => c.coverageId === a.coverageId);
  const card = coverage && context.cardOf(coverage.payerId);
  const need = authorizationNeed(card, a.levelOfCare);
  if (need.kind === 'known' && need.said.value !== 'required') return [];
  const due = submissionDue(levelRule(card, a.levelOfCare), last, context.place);
  const about = { authorizationId: a.authorizationId, coverageId: a.coverageId, to: last };
  const next: DueTask = {
    key: `submissionDue:${a.authorizationId}`,
    kind: 'submissionDue',
    opensAt: a.recordedAt,
    dueAt: due.dueAt,
    about,
    ...payerFields(coverage),
    unknown: due.leadTimeKnown ? [] : ['leadTime'],
  };
  const sent = e.submissions.find((s) => s.submissionId === a.submissionId)?.informationSent ?? [];
  if (a.nextReviewOn === undefined || sent.some((i) => i.sentAt > a.recordedAt)) return [next];
  const updateBy = endOf(a.nextReviewOn, context);
  if (updateBy >= due.dueAt) return [next];
  return [
    next,
    {
      key: `updateDue:${a.authorizationId}:${a.nextReviewOn}`,
      kind: 'updateDue',
      opensAt: a.recordedAt,
      dueAt: updateBy,
      about,
      ...payerFields(coverage),
      unknown: [],
    },
  ];
};

/** What a payer asked for, and requests that have waited long enough for a call. */
export const answerTasks = (e: Episode, context: TaskContext): readonly DueTask[] =>
  e.submissions
    .filter((s) => finalAnswer(s) === undefined)
    .flatMap((s): readonly DueTask[] => {
      const coverage = e.coverages.find((c) => c.coverageId === s.coverageId);
      const common = {
        about: { submissionId: s.submissionId, coverageId: s.coverageId, from: s.from, to: s.to },
        ...payerFields(coverage),
        unknown: [],
      };
      const last = s.answers.at(-1);
      const sentLast = s.informationSent.at(-1)?.sentAt;
      if (last?.outcome === 'informationRequested' && !(sentLast && sentLast >= last.answeredAt))
        return [
          {
            ...common,
            key: `informationDue:${s.submissionId}:${s.answers.length}`,
            kind: 'informationDue',
            opensAt: last.answeredAt,
            ...(last.informationDueAt ? { dueAt: last.informationDueAt } : {}),
          },
        ];
      const since = laterOf(sentLast ?? s.sentAt, last?.answeredAt ?? s.sentAt);
      return [
        {
          ...common,
          key: `followUp:${s.submissionId}:${s.answers.length}`,
          kind: 'followUp',
          opensAt: since,
          dueAt: laterBy(since, context.policy.followUp[s.urgency], context),
        },
      ];
    });
