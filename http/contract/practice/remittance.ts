import { z } from 'zod';

export type { AppliedClaim, PlannedClaim } from '@openum/casework/practice/remittance/apply.ts';

/** POST /api/practice/files/:fileId/remittances */
export const remittanceBody = z.object({
  /** Places in the file of claims to be taken although something about them is wrong. */
  despite: z.array(z.int32()).max(10_000).default([]),
});

export type RemittanceProblem = { readonly position: number; readonly text: string };
export type RemittancePayment<T> = {
  readonly payerName: string;
  readonly traceNumber: string;
  readonly paidOn: string;
  readonly amount: number;
  readonly claims: readonly (T & { readonly problems: readonly string[] })[];
};
/** GET and POST /api/practice/files/:fileId/remittances: what would change, and what was changed. */
export type RemittanceAnswer<T> = {
  readonly payments: readonly RemittancePayment<T>[];
  readonly problems: readonly RemittanceProblem[];
};
