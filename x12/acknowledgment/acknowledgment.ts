/** TA104 of TA1: A taken, E taken although something is wrong, R not taken. */
export const interchangeStandings = ['A', 'E', 'R'] as const;

/** Whether the envelope of an interchange could be read (TA1). */
export type InterchangeAcknowledgment = {
  /** Nine digits of the interchange that it is about. */
  readonly control: string;
  /** As that interchange had it in ISA09 and ISA10. */
  readonly sentOn: string;
  readonly sentAt: string;
  readonly standing: (typeof interchangeStandings)[number];
  /** X12 I18; `000` is no error. */
  readonly note: string;
};

/** IK501 and AK901: A taken, E taken with errors, P taken in part, R, M, W and X not taken. */
export const standings = ['A', 'E', 'P', 'R', 'M', 'W', 'X'] as const;
export type Standing = (typeof standings)[number];

export const refusedStandings: readonly Standing[] = ['R', 'M', 'W', 'X'];

export type ElementError = {
  readonly element: number;
  readonly component?: number;
  /** X12 621. */
  readonly code: string;
};

export type SegmentError = {
  readonly segment: string;
  /** Number of the segment in its transaction, ST being 1. */
  readonly position: number;
  readonly loop?: string;
  /** X12 620. */
  readonly code?: string;
  readonly elements: readonly ElementError[];
};

export type SetAcknowledgment = {
  readonly set: string;
  readonly control: string;
  readonly version?: string;
  readonly errors: readonly SegmentError[];
  readonly standing: Standing;
  /** X12 618. */
  readonly codes: readonly string[];
};

/** What a receiver found in one functional group (999, 005010X231A1). */
export type GroupAcknowledgment = {
  readonly groupCode: string;
  readonly groupControl: string;
  readonly version?: string;
  readonly sets: readonly SetAcknowledgment[];
  readonly standing: Standing;
  readonly included: number;
  readonly received: number;
  readonly accepted: number;
  /** X12 716. */
  readonly codes: readonly string[];
};

export const acknowledgmentVersion = '005010X231A1';
