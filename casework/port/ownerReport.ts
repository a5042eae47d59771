import type { Standing } from '@openum/domain/practiceMetrics/figures.ts';

export type ReportFigure = {
  readonly title: string;
  readonly asks: string;
  readonly value: string;
  readonly target: string;
  readonly standing: Standing;
  readonly basis: string;
  /** Oldest first. `height` is a share of the highest column; absent: nothing to count in that month. */
  readonly months: readonly { readonly name: string; readonly value: string; readonly height?: number }[];
  /** Where the line of the target lies. */
  readonly targetHeight: number;
};

/** The four questions on one sheet for the owner; everything in words. */
export type OwnerReport = {
  readonly title: string;
  readonly practice: string;
  readonly period: string;
  /** Which part of the practice, where it is not all of it. */
  readonly part?: string;
  readonly figures: readonly ReportFigure[];
  readonly causes: readonly {
    readonly name: string;
    readonly count: string;
    readonly amount: string;
    readonly recovered: string;
  }[];
  readonly noCauses: string;
  readonly footer: string;
};

export type OwnerReportPrinter = (report: OwnerReport) => Promise<Uint8Array>;
