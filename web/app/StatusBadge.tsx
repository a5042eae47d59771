import type { Urgency } from '@openum/domain/case/request.ts';
import type { CaseStatus, ItemStatus } from '@openum/domain/case/status.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { IconAlertTriangle, IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import { itemStatusWord, statusWord, truthWord, urgencyWord } from './words.ts';

export type Tone = 'accent' | 'waiting' | 'physician' | 'good' | 'bad' | 'quiet';

const statusTone: Record<CaseStatus, Tone> = {
  received: 'quiet',
  clinicalReview: 'accent',
  awaitingInformation: 'waiting',
  physicianReview: 'physician',
  determined: 'good',
  withdrawn: 'quiet',
  voided: 'quiet',
};

const itemTone: Record<ItemStatus, Tone> = {
  pended: 'accent',
  approved: 'good',
  partiallyApproved: 'waiting',
  modified: 'waiting',
  denied: 'bad',
  notRequired: 'quiet',
  cancelled: 'quiet',
  contactPayer: 'waiting',
};

export const StatusBadge = ({ status }: { readonly status: CaseStatus }) => (
  <span className="um-status" data-tone={statusTone[status]}>
    {statusWord[status]}
  </span>
);

export const ItemStatusBadge = ({ status }: { readonly status: ItemStatus }) => (
  <span className="um-chip" data-tone={itemTone[status]}>
    {itemStatusWord[status]}
  </span>
);

/** Standard is the rule and stays plain; expedited stands out. */
export const UrgencyBadge = ({ urgency }: { readonly urgency: Urgency }) =>
  urgency === 'expedited' ? (
    <span className="um-chip" data-tone="bad">
      <IconAlertTriangle size={13} aria-hidden />
      {urgencyWord.expedited}
    </span>
  ) : (
    <span>{urgencyWord.standard}</span>
  );

const truthIcon: Record<Truth, typeof IconCheck> = { met: IconCheck, notMet: IconX, unknown: IconHelp };
const truthTone: Record<Truth, Tone> = { met: 'good', notMet: 'bad', unknown: 'quiet' };

/** Whether criteria are met: icon and word, so that colour is never the only sign. */
export const TruthBadge = ({ truth }: { readonly truth: Truth }) => {
  const Icon = truthIcon[truth];
  return (
    <span className="um-chip" data-tone={truthTone[truth]} style={{ background: 'transparent', paddingInline: 0 }}>
      <Icon size={14} aria-hidden stroke={2.4} />
      {truthWord[truth]}
    </span>
  );
};
