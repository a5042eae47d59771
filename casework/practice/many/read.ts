import { type DueBucket, dueBuckets, type Risk, risks } from '@openum/domain/episode/board.ts';
import type { FourFigures } from '@openum/domain/practiceMetrics/figures.ts';
import { targets } from '@openum/domain/practiceMetrics/fourQuestions.ts';
import { byDue } from '@openum/domain/practiceTask/derive.ts';
import { addDays, type CalendarDate, type Instant } from '@openum/domain/time/instant.ts';
import type { PracticeActing } from '../acting.ts';
import { type DenialLine, readDenials } from '../denial/list.ts';
import { readTalks, type TalkLine, talkOrder } from '../desk/talks.ts';
import { type BoardLine, compareLines, readPracticeBoard } from '../episode/board.ts';
import { readFourQuestions } from '../fourQuestions/read.ts';
import { readTasks, type TaskLine } from '../task/read.ts';
import { addFigures } from './figures.ts';
import {
  inEach,
  linesOf,
  type ManyPage,
  nameOf,
  type OfPractice,
  type PageAsked,
  type PracticeName,
  pageOf,
} from './many.ts';

type OfPractices = { readonly practices: readonly PracticeName[] };

export type ManyBoard = OfPractices &
  ManyPage<BoardLine & OfPractice> & {
    /** Names of practices that have more patients than can be looked through. */
    readonly more: readonly string[];
    /** Of all that are in, whatever bucket and page is shown. */
    readonly due: Readonly<Record<DueBucket, number>>;
    readonly risk: Readonly<Record<Risk, number>>;
    readonly atStake: number;
    readonly openAhead: number;
  };

/** Most urgent first, wherever they are. */
export const readManyBoard = async (
  practices: readonly PracticeActing[],
  { page, size, due }: PageAsked & { readonly due?: DueBucket },
): Promise<ManyBoard> => {
  // Whatever stands on this page stands among the first lines of its own practice.
  const readings = await inEach(practices, 'workList', (me) =>
    readPracticeBoard(me, { presence: 'present' }, { size: page * size, ...(due ? { due } : {}) }),
  );
  const sum = (of: (r: (typeof readings)[number]['reading']) => number): number =>
    readings.reduce((total, { reading }) => total + of(reading), 0);
  const sums = <K extends string>(keys: readonly K[], of: (r: (typeof readings)[number]['reading'], k: K) => number) =>
    Object.fromEntries(keys.map((k) => [k, sum((r) => of(r, k))])) as Record<K, number>;
  return {
    practices: practices.map(nameOf),
    ...pageOf(linesOf(readings, (r) => r.lines).toSorted(compareLines), { page, size }),
    total: sum((r) => r.total),
    more: readings.filter(({ reading }) => reading.more).map(({ me }) => me.practice.name),
    due: sums(dueBuckets, (r, k) => r.due[k]),
    risk: sums(risks, (r, k) => r.risk[k]),
    atStake: sum((r) => r.atStake),
    openAhead: sum((r) => r.openAhead),
  };
};

export type ManyTasks = OfPractices &
  ManyPage<TaskLine & OfPractice> & { readonly now: Instant; readonly late: number };

export const readManyTasks = async (
  practices: readonly PracticeActing[],
  now: Instant,
  asked: PageAsked,
): Promise<ManyTasks> => {
  const tasks = linesOf(await inEach(practices, 'workList', readTasks), (t) => t).toSorted(byDue);
  return {
    practices: practices.map(nameOf),
    now,
    ...pageOf(tasks, asked),
    late: tasks.filter((t) => t.escalation === 'overdue').length,
  };
};

export type ManyTalks = OfPractices &
  ManyPage<TalkLine & OfPractice> & {
    readonly now: Instant;
    /** Still to be asked for; shown above the first page. */
    readonly toAsk: readonly (TaskLine & OfPractice)[];
  };

export const readManyTalks = async (
  practices: readonly PracticeActing[],
  now: Instant,
  { page, size }: PageAsked,
): Promise<ManyTalks> => {
  const readings = await inEach(practices, 'workList', (me) => readTalks(me, { page: 1, size: page * size }));
  return {
    practices: practices.map(nameOf),
    now,
    ...pageOf(linesOf(readings, (r) => r.talks).toSorted(talkOrder), { page, size }),
    total: readings.reduce((sum, { reading }) => sum + reading.total, 0),
    toAsk: linesOf(readings, (r) => r.toAsk).toSorted(byDue),
  };
};

export type ManyDenials = OfPractices &
  ManyPage<DenialLine & OfPractice> & { readonly amount: number; readonly recovered: number };

/** The newest first. */
export const readManyDenials = async (practices: readonly PracticeActing[], asked: PageAsked): Promise<ManyDenials> => {
  const denials = linesOf(await inEach(practices, 'report', readDenials), (r) => r.denials).toSorted((a, b) =>
    a.receivedOn > b.receivedOn ? -1 : a.receivedOn < b.receivedOn ? 1 : 0,
  );
  return {
    practices: practices.map(nameOf),
    ...pageOf(denials, asked),
    amount: denials.reduce((sum, d) => sum + d.amount, 0),
    recovered: denials.reduce((sum, d) => sum + d.recovered, 0),
  };
};

export type ManyFigures = {
  readonly targets: typeof targets;
  readonly days: number;
  /** Of all of them together. */
  readonly figures: FourFigures;
  readonly practices: readonly (PracticeName & {
    readonly from: CalendarDate;
    readonly asOf: CalendarDate;
    readonly figures: FourFigures;
  })[];
};

/** The four questions of the last `days`, each practice's in its own zone. */
export const readManyFigures = async (practices: readonly PracticeActing[], days: number): Promise<ManyFigures> => {
  const readings = await inEach(practices, 'report', (me) =>
    readFourQuestions(me, { asOf: me.today, from: addDays(me.today, 1 - days) }),
  );
  return {
    targets,
    days,
    figures: addFigures(readings.map((r) => r.reading.figures)),
    practices: readings.map(({ me, reading: { from, asOf, figures } }) => ({ ...nameOf(me), from, asOf, figures })),
  };
};
