import type { CalendarDate } from '../time/instant.ts';

/** CO: contract, the provider bears it. PR: the patient. OA: other. PI: the payer began it. */
export const adjustmentGroups = ['CO', 'PR', 'OA', 'PI', 'CR'] as const;
export type AdjustmentGroup = (typeof adjustmentGroups)[number];

/** Why less was paid than charged, in cents. */
export type Adjustment = {
  readonly group: AdjustmentGroup;
  /** Claim adjustment reason code. */
  readonly code: string;
  readonly amount: number;
  readonly quantity?: number;
};

export type PaidService = {
  /** HC for HCPCS, NU for a revenue code. */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly revenueCode?: string;
  readonly charge: number;
  readonly paid: number;
  readonly units?: number;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** The number that the claim gave this line. */
  readonly lineNumber?: string;
  readonly adjustments: readonly Adjustment[];
  readonly remarkCodes: readonly string[];
};

export type PaidClaim = {
  /** The practice's own number of the claim. */
  readonly claimId: string;
  /** 1 primary, 2 secondary, 3 tertiary, 4 denied, 19 to 21 forwarded, 22 reversal, 23 not ours, 25 predetermination. */
  readonly status: string;
  readonly charge: number;
  readonly paid: number;
  readonly patientShare?: number;
  readonly filing?: string;
  readonly payerClaimNumber?: string;
  readonly patient: { readonly family: string; readonly given?: string; readonly memberNumber?: string };
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly authorizationNumber?: string;
  readonly adjustments: readonly Adjustment[];
  readonly remarkCodes: readonly string[];
  readonly services: readonly PaidService[];
  /** Where it begins in the file. */
  readonly position?: number;
};

/** One payment of one payer with the claims in it (835). Money in cents. */
export type Remittance = {
  /** Check or transfer number; with `payerId` it names the payment. */
  readonly traceNumber: string;
  /** Identifier of the payer, as it gives it with the trace number. */
  readonly payerId: string;
  readonly payerName: string;
  readonly payeeName: string;
  readonly payeeNpi: string;
  readonly paidOn: CalendarDate;
  readonly amount: number;
  /** ACH, CHK, FWT, NON … */
  readonly method: string;
  readonly claims: readonly PaidClaim[];
  /** What the payer keeps or adds apart from any claim. A positive amount lowers the payment. */
  readonly providerAdjustments: readonly {
    readonly code: string;
    readonly reference?: string;
    readonly amount: number;
  }[];
};
