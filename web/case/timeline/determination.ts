import { because, items, type TimelineSubject } from './subject.ts';

const outcomes = {
  approved: 'approved',
  notRequired: 'needs no authorization',
  partiallyApproved: 'partially approved',
  modified: 'modified',
  denied: 'denied',
} as const;

export const determination: TimelineSubject<
  'ReviewCompleted' | 'ReferredToPhysician' | 'ItemDetermined' | 'Withdrawn' | 'Voided'
> = {
  label: 'Review and decisions',
  sentences: {
    ReviewCompleted: (d) =>
      d.outcome === 'approve'
        ? `Completed the clinical review, approving ${items(d.itemSequences)}: ${d.summary}`
        : `Completed the clinical review; ${items(d.itemSequences)} not approved at this level.`,
    ReferredToPhysician: (d) =>
      `Referred ${items(d.itemSequences)} to a physician${d.specialty ? ` (${d.specialty})` : ''}: ${d.reason}`,
    ItemDetermined: (d) => {
      if (d.outcome === 'notRequired') return `Item ${d.itemSequence} ${outcomes.notRequired}: ${d.reason}`;
      const number = d.authorized ? `, authorization ${d.authorized.authorizationNumber}` : '';
      return `Item ${d.itemSequence} ${outcomes[d.outcome]}${number}${because(d.rationale)}`;
    },
    Withdrawn: (d) => `Withdrawn at the request of ${d.requestedBy}: ${d.reason}`,
    Voided: (d) => `Voided${d.duplicateOfCaseId ? ` as a duplicate of case ${d.duplicateOfCaseId}` : ''}: ${d.reason}`,
  },
};
