import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { dateInZone, earlierOf } from '@openum/domain/time/instant.ts';
import type { ItemRow } from './rows.ts';

/** When a line was asked for and first decided, and whether more time was taken for it. */
export const lineHistory = (
  c: Case,
  item: CaseItem,
): Pick<ItemRow, 'reviewType' | 'submittedAt' | 'extended' | 'firstOutcome' | 'firstDecidedAt' | 'firstDecidedOn'> => {
  const ofLine = c.clocks.filter((k) => k.itemSequences?.includes(item.sequence));
  const [start, ...starts] = ofLine.map((k) => k.startedAt);
  const first = item.earlierDeterminations[0] ?? item.determination;
  const waits = (clockId: string): boolean => {
    const clock = [...c.clocks, ...c.supersededClocks].find((k) => k.clockId === clockId);
    return clock !== undefined && (clock.itemSequences?.includes(item.sequence) ?? true);
  };
  return {
    reviewType: item.reviewType ?? c.request.reviewType,
    submittedAt: start === undefined ? c.receivedAt : starts.reduce(earlierOf, start),
    extended: c.extensions.some((e) => waits(e.clockId) && (first === undefined || e.takenAt <= first.decidedAt)),
    ...(first
      ? {
          firstOutcome: first.outcome,
          firstDecidedAt: first.decidedAt,
          firstDecidedOn: dateInZone(first.decidedAt, c.request.zone),
        }
      : {}),
  };
};
