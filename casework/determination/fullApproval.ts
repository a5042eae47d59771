import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { approvalFor, treeNameFor } from '@openum/domain/criteria/evaluate-item.ts';
import type { Authorized } from '@openum/domain/determination/determination.ts';
import { addDays, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { criteriaFor } from '../criteria/read.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** All that was asked for, with the span that the criteria approve where the request left the end open. */
export const fullApproval = (
  c: Case,
  item: CaseItem,
  knowledge: Knowledge,
  now: Instant,
): Omit<Authorized, 'authorizationNumber'> => {
  const today = dateInZone(now, c.request.zone);
  const set = criteriaFor(c.request, item, today, knowledge);
  const approval = set && approvalFor(set, treeNameFor(set, item), item.service.code);
  const start = item.period?.start ?? today;
  const end = item.period?.end ?? (approval ? addDays(start, approval.days - 1) : undefined);
  const quantity = item.quantity ?? approval?.quantities[0];
  return {
    service: { system: item.service.system, code: item.service.code },
    ...(quantity ? { quantity } : {}),
    period: { start, ...(end ? { end } : {}) },
  };
};
