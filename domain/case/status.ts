import type { Determination } from '../determination/determination.ts';
import type { Case, CaseItem } from './state.ts';

/** Status of one requested line. `pended` until somebody or something lawful has decided it. */
export type ItemStatus =
  | 'pended'
  | 'approved'
  | 'partiallyApproved'
  | 'modified'
  | 'denied'
  | 'notRequired'
  | 'cancelled'
  | 'contactPayer';

export const caseStatuses = [
  'received',
  'clinicalReview',
  'awaitingInformation',
  'physicianReview',
  'determined',
  'withdrawn',
  'voided',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

const statusOf: Record<Determination['outcome'], ItemStatus> = {
  approved: 'approved',
  notRequired: 'notRequired',
  partiallyApproved: 'partiallyApproved',
  modified: 'modified',
  denied: 'denied',
};

export const itemStatus = (item: CaseItem): ItemStatus =>
  item.cancelled ? 'cancelled' : item.determination ? statusOf[item.determination.outcome] : 'pended';

export const openItems = (c: Case): readonly CaseItem[] => c.items.filter((i) => itemStatus(i) === 'pended');

export const openInformationRequest = (c: Case) => c.informationRequests.find((r) => r.answeredAt === undefined);

/** Derived, never stored: docs/case-status.md has the table. */
export const caseStatus = (c: Case): CaseStatus => {
  if (c.voided) return 'voided';
  if (c.withdrawn) return 'withdrawn';
  const open = openItems(c);
  if (open.length === 0) return 'determined';
  if (openInformationRequest(c)) return 'awaitingInformation';
  if (open.every((i) => c.referred.some((r) => r.itemSequence === i.sequence))) return 'physicianReview';
  // A review of days that have been decided is none of the days that were asked for since.
  const asked = c.stay?.continued.findLast((r) => r.items.some((i) => open.some((o) => o.sequence === i.sequence)));
  const reviewed = c.reviews.some((r) => asked === undefined || r.at >= asked.at);
  return c.assignee || reviewed ? 'clinicalReview' : 'received';
};
