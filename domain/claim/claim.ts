import type { CalendarDate } from '../time/instant.ts';

export type BilledLine = {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly revenueCode?: string;
  readonly units: number;
  /** Cents. */
  readonly charge: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly lineNumber?: string;
};

/** A claim as the practice sent it (837). */
export type BilledClaim = {
  readonly kind: 'professional' | 'institutional';
  /** The practice's number of it; the remittance names it again. */
  readonly claimId: string;
  /** 1 original, 7 replacement, 8 void. */
  readonly frequency: string;
  readonly charge: number;
  readonly billedOn: CalendarDate;
  readonly billingNpi: string;
  readonly payerName: string;
  readonly payerId: string;
  readonly memberNumber: string;
  readonly patient: { readonly family: string; readonly given?: string; readonly birthDate?: CalendarDate };
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly authorizationNumber?: string;
  readonly diagnoses: readonly string[];
  readonly lines: readonly BilledLine[];
  readonly position: number;
};
