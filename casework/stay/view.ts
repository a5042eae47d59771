import { levelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import type { Channel, ReviewType } from '@openum/domain/case/request.ts';
import { stageOf } from '@openum/domain/case/stage.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { type ItemStatus, itemStatus } from '@openum/domain/case/status.ts';
import {
  approvedThrough,
  askedRange,
  countDays,
  coveredRange,
  type DayCount,
  type DayRange,
  dayLines,
  dayStrip,
  type StayDay,
} from '@openum/domain/stay/days.ts';
import { type StayReview, stayReview } from '@openum/domain/stay/review.ts';
import { admittedOn, presentLevel, type StayRecord } from '@openum/domain/stay/stay.ts';
import { updateCame } from '@openum/domain/stay/task.ts';
import { type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { nextDay } from './continued.ts';

/** One wish for days and what became of it. */
export type StayLine = {
  readonly itemSequence: number;
  readonly stage: ReviewType;
  readonly status: ItemStatus;
  readonly levelOfCare?: string;
  readonly asked?: DayRange;
  readonly covered?: DayRange;
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly requestedBy?: string;
  readonly clinicalUpdate?: string;
  readonly askedBeforeEnd?: boolean;
  readonly decidedAt?: Instant;
  readonly decidedBy?: string;
};

/** What the panel of a stay shows, counted at `now`. */
export type StayReading = {
  readonly record: StayRecord;
  readonly admittedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly days: readonly StayDay[];
  readonly count: DayCount;
  readonly approvedThrough?: CalendarDate;
  readonly review: StayReview;
  readonly updateAwaited: boolean;
  readonly level: string;
  readonly lines: readonly StayLine[];
  /** First day of a further wish for days. */
  readonly nextDay: CalendarDate;
  /** Labels of the levels of care, by code. */
  readonly levels: readonly { readonly code: string; readonly label: string }[];
};

export const levelLabel = (code: string, knowledge: Knowledge): string =>
  levelOfCare(knowledge.admissions.levelsOfCare, code)?.label ?? code;

const lineOf = (c: Case, stay: StayRecord, item: Case['items'][number]): StayLine => {
  const first = admittedOn(c, stay);
  const wish = stay.continued.find((r) => r.items.some((i) => i.sequence === item.sequence));
  const asked = askedRange(item, first);
  const covered = coveredRange(item, first);
  const d = item.determination;
  return {
    itemSequence: item.sequence,
    stage: stageOf(c, item),
    status: itemStatus(item),
    ...(item.levelOfCare ? { levelOfCare: item.levelOfCare } : {}),
    ...(asked ? { asked } : {}),
    ...(covered ? { covered } : {}),
    receivedAt: wish?.receivedAt ?? c.receivedAt,
    channel: wish?.channel ?? c.request.channel,
    ...(wish ? { requestedBy: wish.requestedBy, clinicalUpdate: wish.clinicalUpdate } : {}),
    ...(wish?.askedBeforeEnd === undefined ? {} : { askedBeforeEnd: wish.askedBeforeEnd }),
    ...(d ? { decidedAt: d.decidedAt, decidedBy: d.by.kind === 'person' ? d.by.name : d.by.rule } : {}),
  };
};

export const readStay = (c: Case, knowledge: Knowledge, now: Instant): StayReading | undefined => {
  const { stay } = c;
  if (!stay) return undefined;
  const today = dateInZone(now, c.request.zone);
  const days = dayStrip(c, stay, today);
  const through = approvedThrough(c, stay);
  const review = stayReview(c, stay, knowledge.reviewIntervals);
  return {
    record: stay,
    admittedOn: admittedOn(c, stay),
    today,
    days,
    count: countDays(days),
    ...(through ? { approvedThrough: through } : {}),
    review,
    updateAwaited: review.kind === 'due' && !updateCame(c),
    level: presentLevel(stay),
    lines: dayLines(c).map((i) => lineOf(c, stay, i)),
    nextDay: nextDay(c, stay),
    levels: knowledge.admissions.levelsOfCare.map(({ code, label }) => ({ code, label })),
  };
};
