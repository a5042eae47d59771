import type { Coding } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import { type ItemStatus, itemStatus } from '../case/status.ts';
import { isAdverse } from '../determination/determination.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** What became of an earlier request of the same member. */
export type HistoryEntry = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly itemSequence: number;
  readonly service: Coding;
  /** The same service as one that waits now. */
  readonly same: boolean;
  readonly receivedAt: Instant;
  readonly status: ItemStatus;
  readonly decidedAt?: Instant;
  readonly authorizedThrough?: CalendarDate;
  /** Why it went against the request, in the physician's words. */
  readonly rationale?: string;
};

/** Lines of other cases of the member: the same services first, within them the newest. */
export const historyOf = (
  cases: readonly { readonly caseId: string; readonly state: Case }[],
  services: readonly Coding[],
): readonly HistoryEntry[] =>
  cases
    .flatMap(({ caseId, state }) =>
      state.items.map((item): HistoryEntry => {
        const d = item.determination;
        const through = d && d.outcome !== 'notRequired' ? d.authorized?.period.end : undefined;
        return {
          caseId,
          caseNumber: state.caseNumber,
          itemSequence: item.sequence,
          service: item.service,
          same: services.some((s) => s.code === item.service.code),
          receivedAt: state.receivedAt,
          status: itemStatus(item),
          ...(d ? { decidedAt: d.decidedAt } : {}),
          ...(through ? { authorizedThrough: through } : {}),
          ...(d && isAdverse(d) ? { rationale: d.rationale } : {}),
        };
      }),
    )
    .toSorted((a, b) => Number(b.same) - Number(a.same) || (a.receivedAt < b.receivedAt ? 1 : -1));
