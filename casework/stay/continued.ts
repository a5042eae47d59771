import { levelOfCare } from '@openum/domain/admission/levelOfCare.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { RequestedItem } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import type { StayCommand } from '@openum/domain/stay/command.ts';
import { approvedThrough, askedRange, dayLines, later } from '@openum/domain/stay/days.ts';
import { admittedOn, presentLevel, type StayRecord } from '@openum/domain/stay/stay.ts';
import {
  addDays,
  type CalendarDate,
  type Instant,
  millisecondsBetween,
  startOfDay,
} from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { clocksOfContinuedStay } from '../clock/start.ts';
import { readCriteria } from '../criteria/read.ts';
import type { StayAct } from './act.ts';

type Act = Extract<StayAct, { type: 'RequestContinuedStay' }>;

const dayInMilliseconds = 24 * 60 * 60 * 1000;

/** The day after the last that anybody has asked for; the day of admission when none was. */
export const nextDay = (c: Case, stay: StayRecord): CalendarDate => {
  const first = admittedOn(c, stay);
  const asked = dayLines(c)
    .filter((i) => !i.cancelled)
    .flatMap((i) => askedRange(i, first)?.through ?? []);
  const [day, ...days] = asked.map((d) => addDays(d, 1));
  return day === undefined ? first : days.reduce(later, day);
};

/** At least 24 hours before the end of the last approved day; unknown while no day is approved. */
const askedBeforeEnd = (c: Case, stay: StayRecord, receivedAt: Instant): boolean | undefined => {
  const through = approvedThrough(c, stay);
  if (through === undefined) return undefined;
  const end = startOfDay(addDays(through, 1), c.request.zone);
  return millisecondsBetween(receivedAt, end) >= dayInMilliseconds;
};

/** A system that sends updates numbers its own lines, and repeats them: a line that the plan adds must not take the next number. */
const linesOfSender = (c: Case): number => (c.request.channel === 'pas' || c.request.channel === 'x12' ? 100 : 0);

const lineOf = (c: Case, stay: StayRecord, act: Act, acting: Acting, from: CalendarDate): RequestedItem | Refusal => {
  const level = levelOfCare(acting.casework.knowledge.admissions.levelsOfCare, act.levelOfCare);
  const before = dayLines(c).at(-1);
  // A sender may have its own word for a level; what the case speaks of already stays valid.
  const known = before?.levelOfCare === act.levelOfCare ? before.service : undefined;
  const service = known ?? level?.service ?? (presentLevel(stay) === act.levelOfCare ? before?.service : undefined);
  if (!service) return refuse('fieldInvalid', { field: 'levelOfCare', problem: 'there is no such level of care' });
  return {
    sequence: Math.max(linesOfSender(c), ...c.items.map((i) => i.sequence)) + 1,
    service,
    quantity: { value: act.days, unit: 'day' },
    period: { start: from, end: addDays(from, act.days - 1) },
    diagnoses: before?.diagnoses ?? c.request.diagnoses.map((d) => d.code),
    levelOfCare: act.levelOfCare,
    servicingProvider: stay.facility,
    isDrug: false,
    reviewType: 'concurrent',
  };
};

/** The lines, clocks and criteria of a wish for more days. */
export const continuedStayOf = async (
  c: Case,
  stay: StayRecord,
  act: Act,
  receivedAt: Instant,
  acting: Acting,
): Promise<StayCommand | Refusal> => {
  const { knowledge, environment } = acting.casework;
  const from = (act.from as CalendarDate | undefined) ?? nextDay(c, stay);
  const item = lineOf(c, stay, act, acting, from);
  if ('kind' in item) return item;
  const early = askedBeforeEnd(c, stay, receivedAt);
  const { levelOfCare: level, clinicalUpdate, channel, urgency, requestedBy } = act;
  const request = { ...c.request, reviewType: 'concurrent' as const, items: [item], receivedAt, channel, urgency };
  const clocks = await clocksOfContinuedStay(request, early, acting);
  const reading = readCriteria(request, [item], c.facts, acting.now, knowledge, environment, c.documents);
  return {
    type: 'RequestContinuedStay',
    requestId: environment.newId(),
    items: [item],
    levelOfCare: level,
    clinicalUpdate,
    receivedAt,
    channel,
    urgency,
    requestedBy,
    ...(early === undefined ? {} : { askedBeforeEnd: early }),
    documents: [],
    clocks,
    facts: [],
    evaluations: reading.items.flatMap((r) => (r.evaluation ? [r.evaluation] : [])),
  };
};
