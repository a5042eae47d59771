import { loadDenialCodes } from '@openum/content/code/denialCodes.ts';
import type { CauseContext } from '@openum/domain/denial/cause.ts';
import { type CauseTotal, causeTotals, denialRows } from '@openum/domain/denial/cluster.ts';
import type { EpisodeFigures } from '@openum/domain/practiceMetrics/facts.ts';
import type { FourFigures } from '@openum/domain/practiceMetrics/figures.ts';
import {
  askingOf,
  type FourQuestions,
  type MetricScope,
  targets,
} from '@openum/domain/practiceMetrics/fourQuestions.ts';
import {
  addDays,
  type CalendarDate,
  dayNumber,
  earlierDay,
  earlierOf,
  startOfDay,
} from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { episodesAt, type KnownEpisode } from '../episode/all.ts';
import { figuresAt } from './figures.ts';
import { monthsThrough } from './months.ts';

export type FourQuestionsAsked = {
  /** What was known at the end of this day. */
  readonly asOf: CalendarDate;
  readonly from: CalendarDate;
  readonly payerId?: string;
  readonly programmeId?: string;
};

export type FiguresOf = FourFigures & { readonly key: string; readonly name: string };

export type FourQuestionsReading = FourQuestionsAsked & {
  readonly targets: typeof targets;
  readonly answers: FourQuestions;
  readonly figures: FourFigures;
  /** Six months up to the last day, oldest first. */
  readonly months: readonly FiguresOf[];
  readonly payers: readonly FiguresOf[];
  readonly programmes: readonly FiguresOf[];
  /** Denials of these days by cause, the most money first. */
  readonly causes: readonly CauseTotal[];
  /** Whom the lists name. */
  readonly episodes: Readonly<Record<string, { readonly episodeNumber: string; readonly patientName: string }>>;
};

const figuresOf = (a: FourQuestions): FourFigures => {
  const states = Object.values(a.validAuthorization.totals.byState);
  const services = states.reduce((sum, s) => sum + s.services, 0);
  return {
    ...(a.validAuthorization.share === undefined ? {} : { validShare: a.validAuthorization.share }),
    services,
    uncovered: a.validAuthorization.open.length,
    atStake: a.validAuthorization.totals.atStake,
    ...(a.expiryLag.averageDays === undefined ? {} : { lagDays: a.expiryLag.averageDays }),
    lags: a.expiryLag.lags.length,
    ...(a.overturn.share === undefined ? {} : { overturnShare: a.overturn.share }),
    decided: a.overturn.decided,
    overturned: a.overturn.overturned,
    recovered: a.overturn.recovered,
    missedTalks: a.missedPeerToPeer.count,
  };
};

const namesOf = (known: readonly EpisodeFigures[], of: (k: EpisodeFigures) => readonly (readonly [string, string])[]) =>
  [...new Map(known.flatMap(of))].toSorted(([, a], [, b]) => a.localeCompare(b));

const namedIn = (known: readonly EpisodeFigures[], a: FourQuestions): FourQuestionsReading['episodes'] => {
  const lists = [a.validAuthorization.open, a.expiryLag.lags, a.overturn.appeals, a.missedPeerToPeer.talks];
  const wanted = new Set(lists.flatMap((list) => list.map((x) => x.episodeId)));
  return Object.fromEntries(
    known
      .filter((k) => wanted.has(k.episodeId))
      .map(({ episodeId, episodeNumber, patientName }) => [episodeId, { episodeNumber, patientName }]),
  );
};

const codes = loadDenialCodes();

const causesOf = (
  known: readonly KnownEpisode[],
  { from, asOf, payerId, programmeId }: FourQuestionsAsked,
  context: CauseContext,
): readonly CauseTotal[] =>
  causeTotals(
    known
      .flatMap(({ episodeId, episode }) => denialRows(episodeId, episode, context))
      .filter(
        (r) =>
          from <= r.receivedOn &&
          r.receivedOn <= asOf &&
          (payerId === undefined || r.payerId === payerId) &&
          (programmeId === undefined || r.programmeId === programmeId),
      ),
  );

/** The four questions of an owner for any day, as the record stood then, with their course and the lists behind them. */
export const readFourQuestions = async (
  { casework, scope, practice, now }: PracticeActing,
  asked: FourQuestionsAsked,
): Promise<FourQuestionsReading> => {
  const moment = earlierOf(now, startOfDay(addDays(asked.asOf, 1), practice.zone));
  const months = monthsThrough(asked.asOf);
  const first = dayNumber(earlierDay(asked.from, months[0]?.from ?? asked.from));
  const known = await figuresAt(casework.episodes, scope, { first, last: dayNumber(asked.asOf), moment });
  const asking = askingOf(known, { now: moment, zone: practice.zone });
  const ask = (change: Partial<MetricScope> = {}) =>
    asking({
      from: asked.from,
      through: asked.asOf,
      ...(asked.payerId ? { payerId: asked.payerId } : {}),
      ...(asked.programmeId ? { programmeId: asked.programmeId } : {}),
      ...change,
    });
  const answers = ask();
  const payers = namesOf(known, ({ facts }) => facts.payers.map((p) => [p.payerId, p.name] as const));
  const programmes = namesOf(known, ({ facts }) => facts.programmes.map((p) => [p.programmeId, p.name] as const));
  const denied = known.filter(({ facts }) =>
    facts.deniedOn.some((on) => dayNumber(asked.from) <= on && on <= dayNumber(asked.asOf)),
  );
  const withDenials = await episodesAt(
    casework.episodes,
    scope,
    denied.map((k) => k.episodeId),
    moment,
  );
  return {
    ...asked,
    targets,
    answers,
    figures: figuresOf(answers),
    months: months.map(({ key, from, through }) => ({
      key,
      name: key,
      ...figuresOf(ask({ from, through })),
    })),
    payers: payers.map(([key, name]) => ({ key, name, ...figuresOf(ask({ payerId: key })) })),
    programmes: programmes.map(([key, name]) => ({ key, name, ...figuresOf(ask({ programmeId: key })) })),
    causes: causesOf(withDenials, asked, { codes, now: moment, zone: practice.zone }),
    episodes: namedIn(known, answers),
  };
};
