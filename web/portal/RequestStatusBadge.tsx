import type { RequestStatus } from '@openum/domain/case/requestStatus.ts';
import type { ItemStatus } from '@openum/domain/case/status.ts';
import { ItemStatusBadge } from '../app/StatusBadge.tsx';
import { outcomeCounts, requestStatusTone, requestStatusWord } from './words.ts';

type Props = { readonly status: RequestStatus; readonly outcomes: readonly ItemStatus[] };

/** Where a request stands; once it is decided, what came of it. */
export const RequestStatusBadge = ({ status, outcomes }: Props) => {
  const [only, ...others] = [...new Set(outcomes)];
  if (status === 'decided' && only !== undefined) {
    return others.length === 0 ? (
      <ItemStatusBadge status={only} />
    ) : (
      <span className="um-chip" data-tone="waiting">
        {outcomeCounts(outcomes)}
      </span>
    );
  }
  return (
    <span className="um-status" data-tone={requestStatusTone[status]}>
      {requestStatusWord[status]}
    </span>
  );
};
