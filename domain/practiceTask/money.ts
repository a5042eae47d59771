import { coverageOf } from '../episode/ledger.ts';
import { type Episode, type EpisodeDenial, wasAsked } from '../episode/state.ts';
import type { CoveredService } from '../ledger/match.ts';
import { appealDue, appealLevel, peerToPeerWindow, retroAnswer } from '../payer/question.ts';
import { type CalendarDate, type Instant, startOfDay } from '../time/instant.ts';
import { coverageOn, endOf, payerFields, payerOf, type TaskContext } from './context.ts';
import type { DueTask } from './task.ts';

/** Days that were given without cover, that nobody has asked for after the fact, and that were not refused. */
export const unfunded = (e: Episode, matched = coverageOf(e)): readonly CoveredService[] =>
  matched.filter(
    ({ state, service }) =>
      (state === 'noneOnFile' || state === 'expired' || state === 'unitsExhausted') &&
      !e.submissions.some(
        (s) => wasAsked(s) && s.levelOfCare === service.levelOfCare && s.from <= service.on && service.on <= s.to,
      ) &&
      !e.denials.some((d) => d.from <= service.on && service.on <= d.to),
  );

/** Asking for days that have passed, for as long as the payer takes it. One task for each payer. */
export const retroTasks = (e: Episode, context: TaskContext): readonly DueTask[] => {
  const byCoverage = Map.groupBy(unfunded(e), (m) => coverageOn(e, m.service.on)?.coverageId);
  return [...byCoverage].flatMap(([coverageId, days]): readonly DueTask[] => {
    const from = days[0]?.service.on;
    const to = days.at(-1)?.service.on;
    if (from === undefined || to === undefined || coverageId === undefined) return [];
    const coverage = payerOf(e, coverageId);
    const stay = {
      admittedOn: e.admittedOn,
      emergency: e.emergency,
      ...(e.discharge ? { dischargedOn: e.discharge.on } : {}),
    };
    const retro = retroAnswer(coverage && context.cardOf(coverage.payerId), stay, context.place);
    if (retro.kind === 'notAccepted') return [];
    const dueAt = retro.kind === 'accepted' ? retro.dueAt : undefined;
    if (dueAt !== undefined && dueAt < context.now) return [];
    return [
      {
        key: `retroDue:${coverageId}:${from}`,
        kind: 'retroDue',
        opensAt: startOfDay(from, context.place.zone),
        ...(dueAt ? { dueAt } : {}),
        about: { coverageId, from, to, atStake: days.reduce((sum, m) => sum + m.atStake, 0) },
        ...payerFields(coverage),
        unknown: retro.kind === 'unknown' ? ['retro'] : [],
      },
    ];
  });
};

type NextAppeal = { readonly level: number; readonly from: CalendarDate };

/** The appeal that is open to the practice; undefined while one is with the payer, and after one was won or given up. */
const nextAppeal = (e: Episode, d: EpisodeDenial): NextAppeal | undefined => {
  const last = e.appeals.filter((a) => a.denialId === d.denialId && a.sentOn !== undefined).at(-1);
  if (!last) return { level: 1, from: d.receivedOn };
  const { answered } = last;
  return answered && (answered.outcome === 'upheld' || answered.outcome === 'partlyOverturned')
    ? { level: last.level + 1, from: answered.answeredOn }
    : undefined;
};

export const appealTasks = (e: Episode, context: TaskContext): readonly DueTask[] =>
  e.denials.flatMap((d): readonly DueTask[] => {
    const next = nextAppeal(e, d);
    if (!next) return [];
    const coverage = payerOf(e, d.coverageId);
    const card = coverage && context.cardOf(coverage.payerId);
    // Beyond the first, a level exists only where the payer has named it.
    if (next.level > 1 && appealLevel(card, next.level).kind === 'unknown') return [];
    const byCard = appealDue(card, next.level, next.from, context.place);
    const told = next.level === 1 && d.appealBy ? endOf(d.appealBy, context) : undefined;
    const dueAt: Instant | undefined = told ?? (byCard.kind === 'known' ? byCard.said.value : undefined);
    if (dueAt !== undefined && dueAt < context.now) return [];
    return [
      {
        key: `appealDue:${d.denialId}:${next.level}`,
        kind: 'appealDue',
        opensAt: startOfDay(next.from, context.place.zone),
        ...(dueAt ? { dueAt } : {}),
        about: { denialId: d.denialId, coverageId: d.coverageId, level: next.level, atStake: d.amount },
        ...payerFields(coverage),
        unknown: dueAt ? [] : ['appeals'],
      },
    ];
  });

/** A denial that came without an offer of a talk: ask for one while the payer's window is open. */
export const askPeerToPeerTasks = (e: Episode, context: TaskContext): readonly DueTask[] =>
  e.denials.flatMap((d): readonly DueTask[] => {
    if (d.source === 'remittance' || e.talks.some((t) => t.submissionId === d.submissionId)) return [];
    const coverage = payerOf(e, d.coverageId);
    const answer = e.submissions.find((s) => s.submissionId === d.submissionId)?.answers.at(-1);
    const deniedAt = answer?.answeredAt ?? startOfDay(d.receivedOn, context.place.zone);
    const window = peerToPeerWindow(coverage && context.cardOf(coverage.payerId), deniedAt, context.place);
    if (window.kind === 'unknown' || window.said.value < context.now) return [];
    return [
      {
        key: `askPeerToPeer:${d.denialId}`,
        kind: 'askPeerToPeer',
        opensAt: deniedAt,
        dueAt: window.said.value,
        about: { denialId: d.denialId, coverageId: d.coverageId, atStake: d.amount },
        ...payerFields(coverage),
        unknown: [],
      },
    ];
  });
