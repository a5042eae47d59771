import type { AppealStatus } from '@openum/domain/appeal/appeal.ts';
import { statusText, statusTone } from './statusTone.ts';

/** Where an appeal stands. */
export const AppealChip = ({ status }: { readonly status: AppealStatus | 'open' | 'answered' }) => (
  <span className="um-chip" data-tone={statusTone(status)}>
    {statusText(status)}
  </span>
);
