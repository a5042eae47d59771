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
import { inEach, linesOf, nameOf, type OfPractice, type PracticeName } from './many.ts';

export type ManyBoard = {
  readonly practices: readonly PracticeName[];
  /** Most urgent first, wherever they are. */
  readonly lines: readonly (BoardLine & OfPractice)[];
  /** Names of practices of which more are there than are shown. */
  readonly more: readonly string[];
  readonly due: Readonly<Record<DueBucket, number>>;
  readonly risk: Readonly<Record<Risk, number>>;
  readonly atStake: number;
  readonly openAhead: number;
};

/** Of one practice; who needs the others goes there. */
const mostOfOne = 500;

export const readManyBoard = async (practices: readonly PracticeActing[]): Promise<ManyBoard> => {
  const readings = await inEach(practices, 'workList', (me) =>
    readPracticeBoard(me, { presence: 'present' }, { size: mostOfOne }),
  );
  const sum = (of: (r: (typeof readings)[number]['reading']) => number): number =>
    readings.reduce((total, { reading }) => total + of(reading), 0);
  const sums = <K extends string>(keys: readonly K[], of: (r: (typeof readings)[number]['reading'], k: K) => number) =>
    Object.fromEntries(keys.map((k) => [k, sum((r) => of(r, k))])) as Record<K, number>;
  return {
    practices: practices.map(nameOf),
    lines: linesOf(readings, (r) => r.lines).toSorted(compareLines),
    more: readings.filter(({ reading: r }) => r.total > r.lines.length).map(({ me }) => me.practice.name),
    due: sums(dueBuckets, (r, k) => r.due[k]),
    risk: sums(risks, (r, k) => r.risk[k]),
    atStake: sum((r) => r.atStake),
    openAhead: sum((r) => r.openAhead),
  };
};

export type ManyTasks = {
  readonly practices: readonly PracticeName[];
  readonly now: Instant;
  readonly tasks: readonly (TaskLine & OfPractice)[];
};

export const readManyTasks = async (practices: readonly PracticeActing[], now: Instant): Promise<ManyTasks> => ({
  practices: practices.map(nameOf),
  now,
  tasks: linesOf(await inEach(practices, 'workList', readTasks), (tasks) => tasks).toSorted(byDue),
});

export type ManyTalks = {
  readonly practices: readonly PracticeName[];
  readonly now: Instant;
  readonly talks: readonly (TalkLine & OfPractice)[];
  readonly toAsk: readonly (TaskLine & OfPractice)[];
};

export const readManyTalks = async (practices: readonly PracticeActing[], now: Instant): Promise<ManyTalks> => {
  const readings = await inEach(practices, 'workList', readTalks);
  return {
    practices: practices.map(nameOf),
    now,
    talks: linesOf(readings, (r) => r.talks).toSorted(talkOrder),
    toAsk: linesOf(readings, (r) => r.toAsk).toSorted(byDue),
  };
};

export type ManyDenials = {
  readonly practices: readonly PracticeName[];
  readonly denials: readonly (DenialLine & OfPractice)[];
};

export const readManyDenials = async (practices: readonly PracticeActing[]): Promise<ManyDenials> => ({
  practices: practices.map(nameOf),
  denials: linesOf(await inEach(practices, 'report', readDenials), (r) => r.denials).toSorted((a, b) =>
    a.receivedOn > b.receivedOn ? -1 : a.receivedOn < b.receivedOn ? 1 : 0,
  ),
});

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
