import { z } from 'zod';
import { text } from './field.ts';

export type { PlannedBill, RecordedBill } from '@openum/casework/practice/claim/record.ts';

/** POST /api/practice/files/:fileId/claims */
export const claimsBody = z.object({
  /** Places in the file of claims to be taken although something about them could not be read. */
  despite: z.array(z.int32()).max(10_000).default([]),
  /** Places of claims with days that nothing covers, and why they are billed all the same. */
  overrides: z
    .array(z.object({ position: z.int32(), reason: text(2000) }))
    .max(10_000)
    .default([]),
});

/** GET and POST /api/practice/files/:fileId/claims: what would change, and what was changed. */
export type ClaimsAnswer<T> = {
  readonly claims: readonly (T & { readonly found: readonly string[] })[];
};
