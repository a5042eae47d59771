import {
  type BoardPlace,
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

export type BoardReading = {
  readonly today: CalendarDate;
  /** Most urgent first. */
  readonly lines: readonly BoardLine[];
  /** More are there than are shown. */
  readonly more: boolean;
  readonly due: Readonly<Record<DueBucket, number>>;
  readonly risk: Readonly<Record<Risk, number>>;
  /** Cents of services that were given and that nothing covers. */
  readonly atStake: number;
  readonly openAhead: number;
};

const mostLines = 500;

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

/** Who is in, how long each is covered, and by when the payer must hear from the practice. */
export const readPracticeBoard = async (
  { casework, scope, today }: PracticeActing,
  filter: EpisodeFilter,
): Promise<BoardReading> => {
  const rows = await casework.episodes.list(scope, filter, undefined, mostLines + 1);
  const programmes = new Map((await casework.practiceRegister.programmes(scope)).map((p) => [p.programmeId, p]));
  const lines = rows
    .slice(0, mostLines)
    .map((r) => ({
      ...r,
      ...boardPlace(r, today),
      openAhead: openAhead(r, programmes.get(r.programmeId), today),
    }))
    .toSorted(compareLines);
  const sum = (of: (l: BoardLine) => number): number => lines.reduce((total, l) => total + of(l), 0);
  return {
    today,
    lines,
    more: rows.length > mostLines,
    due: countBy(dueBuckets, lines, (l) => l.due),
    risk: countBy(risks, lines, (l) => l.risk),
    atStake: sum((l) => l.atStake),
    openAhead: sum((l) => l.openAhead),
  };
};
