import {
  type BoardPlace,
  type BoardSort,
  boardPlace,
  type DueBucket,
  dueBuckets,
  type Risk,
  risks,
} from '@openum/domain/episode/board.ts';
import { givenOn } from '@openum/domain/episode/forecast.ts';
import type { Programme } from '@openum/domain/episode/record.ts';
import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';
import type { EpisodeFilter } from '../../port/episodes.ts';
import type { PracticeActing } from '../acting.ts';
import type { EpisodeRow } from './rows.ts';

export const forecastDays = 14;

export type BoardLine = EpisodeRow &
  BoardPlace & {
    /** Cents of the planned days of the next two weeks that nothing covers yet. */
    readonly openAhead: number;
  };

export type BoardAsked = {
  readonly due?: DueBucket;
  /** Most urgent first when nothing is said. */
  readonly sort?: BoardSort;
  readonly descending?: boolean;
  /** From 1 on. */
  readonly page?: number;
  readonly size?: number;
};

export type BoardReading = {
  readonly today: CalendarDate;
  /** One page of those that fit. */
  readonly lines: readonly BoardLine[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  /** More episodes fit than are looked through: narrow the filter. */
  readonly more: boolean;
  /** Whose window of a peer-to-peer is open, on whatever page they are, the one that closes first on top. */
  readonly talks: readonly BoardLine[];
  /** Of all that fit, whatever bucket and page is shown. */
  readonly due: Readonly<Record<DueBucket, number>>;
  readonly risk: Readonly<Record<Risk, number>>;
  /** Cents of services that were given and that nothing covers. */
  readonly atStake: number;
  readonly openAhead: number;
};

const usualSize = 50;
const mostTalks = 20;
/** A practice has some hundred patients in; this many of those who were ever there are looked through. */
const mostLines = 20_000;
const batch = 1_000;

const rowsOf = async ({ casework, scope }: PracticeActing, filter: EpisodeFilter) => {
  const rows: EpisodeRow[] = [];
  for (;;) {
    const next = await casework.episodes.list(scope, filter, rows.at(-1)?.episodeId, batch);
    rows.push(...next);
    if (next.length < batch) return { rows, more: false };
    if (rows.length >= mostLines) return { rows, more: true };
  }
};

const openAhead = (r: EpisodeRow, programme: Programme | undefined, today: CalendarDate): number => {
  if (r.uncoveredFrom === undefined) return 0;
  const days = Array.from({ length: forecastDays }, (_, n) => addDays(today, n));
  const open = r.uncoveredFrom;
  return days.filter((on) => on >= open && (programme === undefined || givenOn(programme, on))).length * r.dailyCharge;
};

const urgency: Record<Risk, number> = { uncovered: 0, high: 1, medium: 2, low: 3 };
const far = Number.MAX_SAFE_INTEGER;

export const compareLines = (a: BoardLine, b: BoardLine): number =>
  urgency[a.risk] - urgency[b.risk] ||
  (a.daysLeft ?? far) - (b.daysLeft ?? far) ||
  b.atStake - a.atStake ||
  (a.patientName < b.patientName ? -1 : 1);

const countBy = <K extends string>(keys: readonly K[], lines: readonly BoardLine[], of: (l: BoardLine) => K) =>
  Object.fromEntries(keys.map((k) => [k, lines.filter((l) => of(l) === k).length])) as Record<K, number>;

const byText = (of: (l: BoardLine) => string | undefined) => (a: BoardLine, b: BoardLine) => {
  const [x, y] = [of(a) ?? '', of(b) ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** What has no day comes last. */
const noDay = '9999';

const comparisons: Record<BoardSort, (a: BoardLine, b: BoardLine) => number> = {
  urgency: compareLines,
  patient: byText((l) => l.patientName),
  programme: byText((l) => l.programmeName),
  payer: byText((l) => l.payerName),
  due: byText((l) => l.reviewDueOn ?? noDay),
  atStake: (a, b) => a.atStake - b.atStake,
  openAhead: (a, b) => a.openAhead - b.openAhead,
};

const sorted = (lines: readonly BoardLine[], { sort = 'urgency', descending = false }: BoardAsked) => {
  const compare = comparisons[sort];
  return lines.toSorted((a, b) => (descending ? -1 : 1) * compare(a, b) || compareLines(a, b));
};

const closingFirst = byText((l) => l.talkClosesAt);

/** Who is in, how long each is covered, and by when the payer must hear from the practice. */
export const readPracticeBoard = async (
  me: PracticeActing,
  filter: EpisodeFilter,
  asked: BoardAsked = {},
): Promise<BoardReading> => {
  const { casework, scope, today } = me;
  const { rows, more } = await rowsOf(me, filter);
  const programmes = new Map((await casework.practiceRegister.programmes(scope)).map((p) => [p.programmeId, p]));
  const lines = rows.map((r) => ({
    ...r,
    ...boardPlace(r, today),
    openAhead: openAhead(r, programmes.get(r.programmeId), today),
  }));
  const sum = (of: (l: BoardLine) => number): number => lines.reduce((total, l) => total + of(l), 0);
  const { due, page = 1, size = usualSize } = asked;
  const fitting = due ? lines.filter((l) => l.due === due && l.dischargedOn === undefined) : lines;
  return {
    today,
    lines: sorted(fitting, asked).slice((page - 1) * size, page * size),
    total: fitting.length,
    page,
    size,
    more,
    talks: lines
      .filter((l) => l.talkClosesAt)
      .toSorted(closingFirst)
      .slice(0, mostTalks),
    due: countBy(dueBuckets, lines, (l) => l.due),
    risk: countBy(risks, lines, (l) => l.risk),
    atStake: sum((l) => l.atStake),
    openAhead: sum((l) => l.openAhead),
  };
};
