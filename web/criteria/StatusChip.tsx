import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { statusTone, statusWord } from './words.ts';

export const StatusChip = ({ status }: { readonly status: CriteriaSet['status'] }) => (
  <span className="um-chip" data-tone={statusTone[status]}>
    {statusWord[status]}
  </span>
);
