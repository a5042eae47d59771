import { appealClockHistory } from '../appeal/clock.ts';
import type { Case, CaseItem, InformationRequest } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { allToldAt, sentAt } from '../delivery/sent.ts';
import type { Instant } from '../time/instant.ts';
import { expediteDeclined } from '../urgency/told.ts';
import type { ClockHistory } from './history.ts';
import { linesOfClock } from './lines.ts';
import type { ClockKind } from './rule.ts';
import type { StartedClock } from './started.ts';

type Stop = { readonly stoppedAt: Instant; readonly stoppedBy: string };

/** The line as the request was decided; what an appeal made of it later is no matter of the request's clocks. */
const asDecidedOnRequest = (item: CaseItem): CaseItem => {
  const first = [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])].findLast(
    (d) => !d.onReview,
  );
  return first ? { ...item, determination: first } : item;
};

const latest = (moments: readonly Instant[]): Instant | undefined => [...moments].sort().at(-1);

const decidedStop = (c: Case, lines: readonly number[], kind: ClockKind): Stop | undefined => {
  if (openItems(c).some((i) => lines.includes(i.sequence))) return undefined;
  const items = c.items.filter((i) => lines.includes(i.sequence)).map(asDecidedOnRequest);
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
const stopOf = (c: Case, lines: readonly number[], kind: ClockKind): Stop | undefined => {
  const closed = closedStop(c);
  if (!closed) return decidedStop(c, lines, kind);
  if (c.items.some((i) => lines.includes(i.sequence) && !i.determination)) return closed;
  const decided = decidedStop(c, lines, kind);
  return decided && decided.stoppedAt < closed.stoppedAt ? decided : closed;
};

/** The letter about a refusal to expedite, or a decision that leaves nothing to tell. */
const refusalStop = (c: Case, started: StartedClock): Stop | undefined => {
  const letter = c.notices.find((n) => n.kind === 'expediteRefused' && n.issuedAt >= started.startedAt);
  const sent = letter && sentAt(c, letter);
  if (sent) return { stoppedAt: sent, stoppedBy: 'Told in writing' };
  return letter ? undefined : stopOf(c, linesOfClock(c, started), 'decision');
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
  const stop = stopOf(c, lines, kind);
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
