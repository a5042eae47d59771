import type { X12Problem } from '../text/problem.ts';
import type { Segment } from '../text/segment.ts';

export type Party = { readonly qualifier: string; readonly id: string };

export type Transaction = {
  /** `835`, `278` … */
  readonly set: string;
  readonly control: string;
  /** Implementation guide, `005010X221A1`. */
  readonly version: string;
  /** Place of its ST in the file. */
  readonly position: number;
  /** What stands between ST and SE. */
  readonly segments: readonly Segment[];
  /** What is wrong with its envelope. */
  readonly problems: readonly X12Problem[];
};

export type Group = {
  /** GS01: `HP` for 835, `HI` for 278, `HS` and `HB` for 270 and 271, `HC` for 837, `FA` for 999. */
  readonly code: string;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly version: string;
  readonly transactions: readonly Transaction[];
  readonly problems: readonly X12Problem[];
};

export type Interchange = {
  readonly sender: Party;
  readonly receiver: Party;
  /** Nine digits. */
  readonly control: string;
  /** `P` production, `T` test. */
  readonly usage: string;
  readonly acknowledgmentWanted: boolean;
  /** As it stands in ISA09 and ISA10: `YYMMDD` and `HHMM`, without a zone. */
  readonly sentOn: string;
  readonly sentAt: string;
  /** TA1: what is said of interchanges that went the other way. */
  readonly acknowledgments: readonly Segment[];
  readonly groups: readonly Group[];
  readonly problems: readonly X12Problem[];
};
