import { appealClockHistory } from '../appeal/clock.ts';
import type { Case, CaseItem, InformationRequest } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { allToldAt, sentAt } from '../delivery/sent.ts';
import type { Determination } from '../determination/determination.ts';
import type { Instant } from '../time/instant.ts';
import { expediteDeclined } from '../urgency/told.ts';
import type { ClockHistory } from './history.ts';
import { isStartedByDecision, linesOfClock } from './lines.ts';
import type { ClockKind } from './rule.ts';
import type { StartedClock } from './started.ts';

type Stop = { readonly stoppedAt: Instant; readonly stoppedBy: string };

/** A decision that cuts what was authorized before: it answers no request. */
const isCut = (c: Case, item: CaseItem, d: Determination): boolean =>
  c.coverageEnds.some(
    (e) => e.route === 'advanceNotice' && e.itemSequence === item.sequence && e.planned.at === d.decidedAt,
  );

/**
 * The line as the clock waited for it. What an appeal made of it later, or a cut of the authorization, is no matter of the request's
 * clocks; a clock that a decision has started waits for the letters of that one.
 */
const asAwaited =
  (c: Case, started: StartedClock) =>
  (item: CaseItem): CaseItem => {
    const made = [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])];
    const onRequest = made.filter((d) => !d.onReview);
    const awaited = isStartedByDecision(started)
      ? onRequest.find((d) => d.decidedAt >= started.startedAt)
      : onRequest.findLast((d) => !isCut(c, item, d));
    const determination = awaited ?? onRequest.at(-1);
    return determination ? { ...item, determination } : item;
  };

const latest = (moments: readonly Instant[]): Instant | undefined => [...moments].sort().at(-1);

const decidedStop = (c: Case, started: StartedClock, kind: ClockKind): Stop | undefined => {
  const lines = linesOfClock(c, started);
  if (openItems(c).some((i) => lines.includes(i.sequence))) return undefined;
  const items = c.items.filter((i) => lines.includes(i.sequence)).map(asAwaited(c, started));
  const decided = items.filter((i) => i.determination);
  const takenBack = c.stay?.takenBack.findLast((t) => t.itemSequences.some((n) => lines.includes(n)));
  if (decided.length === 0) return takenBack && { stoppedAt: takenBack.at, stoppedBy: 'Withdrawn' };
  const decidedAt = latest(decided.flatMap((i) => i.determination?.decidedAt ?? []));
  if (kind === 'decision') return decidedAt && { stoppedAt: decidedAt, stoppedBy: 'Decided' };
  const wanting = decided.filter((i) => i.determination?.outcome !== 'notRequired');
  const toldAt = wanting.length > 0 ? allToldAt(c, wanting) : decidedAt;
  return toldAt && { stoppedAt: toldAt, stoppedBy: 'Decided, with notice' };
};

const closedStop = (c: Case): Stop | undefined => {
  if (c.voided) return { stoppedAt: c.voided.at, stoppedBy: 'Voided' };
  if (c.withdrawn) return { stoppedAt: c.withdrawn.at, stoppedBy: 'Withdrawn' };
  return c.stay?.cancelled && { stoppedAt: c.stay.cancelled.at, stoppedBy: 'Admission cancelled' };
};

/** Lines that were decided and noticed before the case was closed keep that stop; what was left open stops with the case. */
const stopOf = (c: Case, started: StartedClock, kind: ClockKind): Stop | undefined => {
  const lines = linesOfClock(c, started);
  const closed = closedStop(c);
  if (!closed) return decidedStop(c, started, kind);
  if (c.items.some((i) => lines.includes(i.sequence) && !i.determination)) return closed;
  const decided = decidedStop(c, started, kind);
  return decided && decided.stoppedAt < closed.stoppedAt ? decided : closed;
};

/** The letter about a refusal to expedite, or a decision that leaves nothing to tell. */
const refusalStop = (c: Case, started: StartedClock): Stop | undefined => {
  const letter = c.notices.find((n) => n.kind === 'expediteRefused' && n.issuedAt >= started.startedAt);
  const sent = letter && sentAt(c, letter);
  if (sent) return { stoppedAt: sent, stoppedBy: 'Told in writing' };
  return letter ? undefined : stopOf(c, started, 'decision');
};

/** Questions that were asked while the clock ran, about a line that it waits for. */
const questionsTo = (
  c: Case,
  started: StartedClock,
  lines: readonly number[],
  stop: Stop | undefined,
): readonly InformationRequest[] =>
  c.informationRequests.filter(
    (r) =>
      (started.itemSequences === undefined || r.sentAt >= started.startedAt) &&
      (stop === undefined || r.sentAt <= stop.stoppedAt) &&
      r.items.some((i) => i.itemSequence === undefined || lines.includes(i.itemSequence)),
  );

/** What has happened to a clock of this case. */
export const clockHistoryOf = (c: Case, started: StartedClock, kind: ClockKind): ClockHistory => {
  const ofAppeal = appealClockHistory(c, started, kind);
  if (ofAppeal) return ofAppeal;
  if (started.startEvent === expediteDeclined)
    return { extensions: [], informationRequests: [], ...refusalStop(c, started) };
  const lines = linesOfClock(c, started);
  const stop = stopOf(c, started, kind);
  return {
    extensions: c.extensions
      .filter((e) => e.clockId === started.clockId)
      .map((e) => ({
        takenAt: e.takenAt,
        ground: e.ground,
        ...(e.by ? { by: e.by } : {}),
        ...(e.noticeIssuedAt ? { noticeSentAt: e.noticeIssuedAt } : {}),
      })),
    informationRequests: questionsTo(c, started, lines, stop).map((r) => ({
      sentAt: r.sentAt,
      supplyDueAt: r.dueAt,
      ...(r.answeredAt ? { answeredAt: r.answeredAt } : {}),
    })),
    ...stop,
  };
};
