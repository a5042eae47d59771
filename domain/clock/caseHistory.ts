import type { Case } from '../case/state.ts';
import { openItems } from '../case/status.ts';
import { itemsWithoutNotice } from '../flow/caseFacts.ts';
import type { Instant } from '../time/instant.ts';
import type { ClockHistory } from './history.ts';
import type { ClockKind } from './rule.ts';
import type { StartedClock } from './started.ts';

type Stop = { readonly stoppedAt: Instant; readonly stoppedBy: string };

const latest = (moments: readonly Instant[]): Instant | undefined => [...moments].sort().at(-1);

const stopOf = (c: Case, kind: ClockKind): Stop | undefined => {
  if (c.voided) return { stoppedAt: c.voided.at, stoppedBy: 'Voided' };
  if (c.withdrawn) return { stoppedAt: c.withdrawn.at, stoppedBy: 'Withdrawn' };
  if (openItems(c).length > 0) return undefined;
  const decidedAt = latest(c.items.flatMap((i) => (i.determination ? [i.determination.decidedAt] : [])));
  if (kind === 'decision') return decidedAt && { stoppedAt: decidedAt, stoppedBy: 'Decided' };
  if (itemsWithoutNotice(c).length > 0) return undefined;
  const ofDecisions = c.notices.filter((n) => n.clockId === undefined);
  const noticedAt = latest(ofDecisions.map((n) => n.issuedAt)) ?? decidedAt;
  return noticedAt && { stoppedAt: noticedAt, stoppedBy: 'Decided, with notice' };
};

/** What has happened to a clock of this case. */
export const clockHistoryOf = (c: Case, started: StartedClock, kind: ClockKind): ClockHistory => ({
  extensions: c.extensions
    .filter((e) => e.clockId === started.clockId)
    .map((e) => ({
      takenAt: e.takenAt,
      ground: e.ground,
      ...(e.by ? { by: e.by } : {}),
      ...(e.noticeIssuedAt ? { noticeSentAt: e.noticeIssuedAt } : {}),
    })),
  informationRequests: c.informationRequests.map((r) => ({
    sentAt: r.sentAt,
    supplyDueAt: r.dueAt,
    ...(r.answeredAt ? { answeredAt: r.answeredAt } : {}),
  })),
  ...stopOf(c, kind),
});
