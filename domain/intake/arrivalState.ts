import type { CaseStatus, ItemStatus } from '../case/status.ts';

/** Where a message stands on its way through intake. Derived, never stored: docs/intake.md has the table. */
export const arrivalStates = [
  'rejected',
  'waiting',
  'possibleDuplicate',
  'incomplete',
  'new',
  'routed',
  'notRequired',
  'decided',
  'closed',
  'entered',
  'dismissed',
] as const;
export type ArrivalState = (typeof arrivalStates)[number];

/** States in which intake still has something to do. */
export const unsettledStates: readonly ArrivalState[] = [
  'rejected',
  'waiting',
  'possibleDuplicate',
  'incomplete',
  'new',
];

/** Steps of intake on a case, as its tasks name them. */
export const settleDuplicateStep = 'settleDuplicate';
export const completeRequestStep = 'completeRequest';

export type OfCase = {
  readonly status: CaseStatus;
  readonly hasOwner: boolean;
  readonly itemStatuses: readonly ItemStatus[];
  readonly openSteps: readonly string[];
};

export type OfMessage = {
  readonly outcome: 'accepted' | 'unprocessable' | 'rejected' | 'waiting';
  readonly settled?: 'entered' | 'dismissed';
};

const stateOfCase = ({ status, hasOwner, itemStatuses, openSteps }: OfCase): ArrivalState => {
  if (status === 'withdrawn' || status === 'voided') return 'closed';
  if (openSteps.includes(settleDuplicateStep)) return 'possibleDuplicate';
  if (status === 'determined')
    return itemStatuses.every((s) => s === 'notRequired' || s === 'cancelled') ? 'notRequired' : 'decided';
  if (openSteps.includes(completeRequestStep)) return 'incomplete';
  return status === 'received' && !hasOwner ? 'new' : 'routed';
};

export const arrivalState = (message: OfMessage, ofCase: OfCase | undefined): ArrivalState =>
  ofCase ? stateOfCase(ofCase) : (message.settled ?? (message.outcome === 'waiting' ? 'waiting' : 'rejected'));
