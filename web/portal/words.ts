import type { RequestStatus } from '@openum/domain/case/requestStatus.ts';
import type { ItemStatus } from '@openum/domain/case/status.ts';
import { count } from '../app/format.ts';
import type { Tone } from '../app/StatusBadge.tsx';
import { itemStatusWord } from '../app/words.ts';

export const requestStatusWord: Record<RequestStatus, string> = {
  informationNeeded: 'Waiting for you',
  inReview: 'In review',
  decided: 'Decided',
  withdrawn: 'Taken back',
  voided: 'Closed by the plan',
};

export const requestStatusTone: Record<RequestStatus, Tone> = {
  informationNeeded: 'waiting',
  inReview: 'accent',
  decided: 'good',
  withdrawn: 'quiet',
  voided: 'quiet',
};

/** `2 approved, 1 denied`: what has become of the lines, each word once. */
export const outcomeCounts = (outcomes: readonly ItemStatus[]): string =>
  [...new Set(outcomes)]
    .map((o) => `${outcomes.filter((x) => x === o).length} ${itemStatusWord[o].toLowerCase()}`)
    .join(', ');

const whole: Record<ItemStatus, string> = {
  pended: 'Nothing has been decided yet.',
  approved: 'Approved as you asked.',
  partiallyApproved: 'Approved in part: less than you asked for.',
  modified: 'Approved with changes: not the same as you asked for.',
  denied: 'Denied. The letter says why, and how to appeal.',
  notRequired: 'No authorization is needed.',
  cancelled: 'No longer asked for.',
  contactPayer: 'Call the plan about this request.',
};

/** What came of a decided request, in a sentence. */
export const outcomeSentence = (outcomes: readonly ItemStatus[]): string => {
  const kinds = [...new Set(outcomes)];
  const [only, ...others] = kinds;
  if (only === undefined) return whole.pended;
  if (others.length === 0) return whole[only];
  return `Of ${count(outcomes.length, 'service')}: ${outcomeCounts(outcomes)}.`;
};
