import type { AppealOutcome } from '../appeal/event.ts';
import type { Determination } from '../determination/determination.ts';

export type DecidedLines = {
  readonly outcome: Determination['outcome'];
  readonly byRule: boolean;
  readonly lines: number;
};

export type DecisionRates = {
  /** Lines first decided on their merits: a line that needed no authorization was not decided. */
  readonly decided: number;
  readonly lines: Readonly<Record<Determination['outcome'], number>>;
  /** Approved by rule, with nobody reviewing. */
  readonly approvedByRule: number;
  /** Shares of `decided`; absent while nothing is decided. */
  readonly rates?: {
    readonly approved: number;
    /** In part, or in a modified form. */
    readonly partial: number;
    readonly denied: number;
    readonly approvedByRule: number;
  };
};

export type AppealRates = {
  readonly decided: number;
  readonly upheld: number;
  readonly partiallyOverturned: number;
  readonly overturned: number;
  /** Share of the lines decided on appeal that went, in whole or in part, to the member; absent while none was decided. */
  readonly overturnRate?: number;
};

export const appealRates = (
  rows: readonly { readonly outcome: AppealOutcome; readonly lines: number }[],
): AppealRates => {
  const sum = (outcome: AppealOutcome) => rows.filter((r) => r.outcome === outcome).reduce((n, r) => n + r.lines, 0);
  const [upheld, partiallyOverturned, overturned] = [sum('upheld'), sum('partiallyOverturned'), sum('overturned')];
  const decided = upheld + partiallyOverturned + overturned;
  return {
    decided,
    upheld,
    partiallyOverturned,
    overturned,
    ...(decided === 0 ? {} : { overturnRate: (partiallyOverturned + overturned) / decided }),
  };
};

export const decisionRates = (rows: readonly DecidedLines[]): DecisionRates => {
  const sum = (of: (row: DecidedLines) => boolean) => rows.filter(of).reduce((n, row) => n + row.lines, 0);
  const lines = {
    approved: sum((r) => r.outcome === 'approved'),
    partiallyApproved: sum((r) => r.outcome === 'partiallyApproved'),
    modified: sum((r) => r.outcome === 'modified'),
    denied: sum((r) => r.outcome === 'denied'),
    notRequired: sum((r) => r.outcome === 'notRequired'),
  };
  const approvedByRule = sum((r) => r.outcome === 'approved' && r.byRule);
  const partial = lines.partiallyApproved + lines.modified;
  const decided = lines.approved + partial + lines.denied;
  return {
    decided,
    lines,
    approvedByRule,
    ...(decided === 0
      ? {}
      : {
          rates: {
            approved: lines.approved / decided,
            partial: partial / decided,
            denied: lines.denied / decided,
            approvedByRule: approvedByRule / decided,
          },
        }),
  };
};
