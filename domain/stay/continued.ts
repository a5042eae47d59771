import type { CaseCommand } from '../case/command.ts';
import { type Decided, required } from '../case/decided.ts';
import type { CaseEvent } from '../case/event.ts';
import { repeatedItem } from '../case/receive.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { RequestedItem } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import { itemStatus } from '../case/status.ts';
import { askedRange, coveredRange, type DayRange, dayLines } from './days.ts';
import { handBackIfReferred } from './handBack.ts';
import { admittedOn, type StayRecord } from './stay.ts';

type Command = Extract<CaseCommand, { type: 'RequestContinuedStay' }>;

const overlap = (a: DayRange, b: DayRange | undefined): boolean =>
  b !== undefined && a.from <= b.through && b.from <= a.through;

/** A day is asked for once: while it is undecided, or authorized at the same level of care, a second wish for it is a mistake. */
const takenBy = (c: Case, stay: StayRecord, asked: DayRange, level: string): number | undefined => {
  const first = admittedOn(c, stay);
  return dayLines(c).find((i) =>
    itemStatus(i) === 'pended'
      ? overlap(asked, askedRange(i, first))
      : (i.levelOfCare ?? level) === level && overlap(asked, coveredRange(i, first)),
  )?.sequence;
};

const lineProblem = (c: Case, stay: StayRecord, item: RequestedItem, level: string): Refusal | undefined => {
  if (c.items.some((i) => i.sequence === item.sequence)) return refuse('itemRepeated', { item: item.sequence });
  if (item.reviewType !== 'concurrent') {
    return refuse('fieldInvalid', { field: `item ${item.sequence} reviewType`, problem: 'it must be concurrent' });
  }
  const range = item.period && askedRange(item, item.period.start);
  if (!range) {
    return refuse('fieldInvalid', { field: 'days', problem: 'name the first day, and at least one day' });
  }
  if (range.from < admittedOn(c, stay)) {
    return refuse('fieldInvalid', { field: 'from', problem: 'it lies before the admission' });
  }
  const taken = takenBy(c, stay, range, item.levelOfCare ?? level);
  return taken === undefined ? undefined : refuse('daysAlreadyAsked', { item: taken });
};

export const requestContinuedStay = (c: Case, stay: StayRecord, command: Command): Decided => {
  const { requestId, items, levelOfCare, clinicalUpdate, receivedAt, channel, urgency, requestedBy, now } = command;
  if (items.length === 0) return refuse('itemsMissing');
  const repeated = repeatedItem(items);
  if (repeated) return repeated;
  const problem =
    required('levelOfCare', levelOfCare) ??
    required('clinicalUpdate', clinicalUpdate) ??
    required('requestedBy', requestedBy) ??
    (receivedAt > now ? refuse('receiptInFuture') : undefined) ??
    (stay.continued.some((r) => r.requestId === requestId)
      ? refuse('fieldInvalid', { field: 'requestId', problem: 'this request is in the case already' })
      : undefined);
  if (problem) return problem;
  for (const item of items) {
    const wrong = lineProblem(c, stay, item, levelOfCare);
    if (wrong) return wrong;
  }
  const itemSequences = items.map((i) => i.sequence);
  const undecided = c.items.some((i) => itemStatus(i) === 'pended');
  return [
    {
      type: 'ContinuedStayRequested',
      data: {
        requestId,
        items,
        levelOfCare,
        clinicalUpdate,
        documentIds: command.documents.map((d) => d.documentId),
        receivedAt,
        channel,
        urgency,
        requestedBy,
        ...(command.askedBeforeEnd === undefined ? {} : { askedBeforeEnd: command.askedBeforeEnd }),
      },
    },
    {
      type: 'ClocksStarted',
      data: { because: 'continuedStay', clocks: command.clocks.map((k) => ({ ...k, itemSequences })) },
    },
    ...command.documents.map((data): CaseEvent => ({ type: 'DocumentAttached', data })),
    ...(command.facts.length > 0 ? [{ type: 'FactsRecorded', data: { facts: command.facts } } as const] : []),
    ...(command.evaluations.length > 0
      ? [{ type: 'CriteriaEvaluated', data: { evaluations: command.evaluations } } as const]
      : []),
    ...(undecided ? [] : handBackIfReferred(c)),
  ];
};
