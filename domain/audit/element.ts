import type { Instant } from '../time/instant.ts';

/** One thing that a file has to show. `notApplicable` says why in its detail. */
export type FileElement = {
  readonly id: string;
  readonly label: string;
  readonly status: 'found' | 'missing' | 'notApplicable';
  /** What the record says, or what is missing. */
  readonly detail: string;
  readonly at?: Instant;
};

export const element = (
  id: string,
  label: string,
  found: boolean,
  detail: string,
  at?: Instant | undefined,
): FileElement => ({ id, label, status: found ? 'found' : 'missing', detail, ...(at === undefined ? {} : { at }) });

export const notApplicable = (id: string, label: string, detail: string): FileElement => ({
  id,
  label,
  status: 'notApplicable',
  detail,
});
