import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { compareInstants, dateInZone, earlierOf } from '@openum/domain/time/instant.ts';
import type { ItemRow } from './rows.ts';

/** An appeal counts from its decision, inside or outside of the plan. */
const appealOf = (c: Case, item: CaseItem): Pick<ItemRow, 'appealOutcome' | 'appealDecidedOn'> => {
  const decisions = c.appeals.flatMap((a) => {
    const decided = a.decided ?? a.externalDecision;
    const line = decided?.lines.find((l) => l.itemSequence === item.sequence);
    return decided && line ? [{ at: decided.at, outcome: line.outcome }] : [];
  });
  const last = decisions.toSorted((x, y) => compareInstants(x.at, y.at)).at(-1);
  return last ? { appealOutcome: last.outcome, appealDecidedOn: dateInZone(last.at, c.request.zone) } : {};
};

/** When a line was asked for and first decided, and whether more time was taken for it. */
export const lineHistory = (
  c: Case,
  item: CaseItem,
): Pick<
  ItemRow,
  | 'reviewType'
  | 'submittedAt'
  | 'extended'
  | 'firstOutcome'
  | 'firstDecidedAt'
  | 'firstDecidedOn'
  | 'appealOutcome'
  | 'appealDecidedOn'
> => {
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
    ...appealOf(c, item),
  };
};
