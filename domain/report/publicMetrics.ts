import type { LineOfBusiness, Urgency } from '../case/request.ts';

/** Lines of business that publish prior authorization metrics (42 CFR 422.122(c), 438.210(f), 457.732(c); 45 CFR 156.223(c)). */
export const publishingLines = [
  'medicareAdvantage',
  'medicaidManagedCare',
  'chip',
  'qhp',
] as const satisfies readonly LineOfBusiness[];

/** First decisions of one contract in one urgency. docs/reporting.md says which lines are counted, and how. */
export type DecidedCounts = {
  readonly lineOfBusiness: LineOfBusiness;
  /** Contract number, or the plan's name where it has none. */
  readonly contract: string;
  readonly urgency: Urgency;
  readonly decided: number;
  readonly approved: number;
  /** Approved in part or in a modified form: adverse, and counted among the denials. */
  readonly partial: number;
  readonly denied: number;
  readonly approvedAfterAppeal: number;
  readonly approvedAfterExtension: number;
  readonly averageSeconds: number;
  readonly medianSeconds: number;
};

export type Share = { readonly part: number; readonly whole: number };
export type Duration = { readonly averageSeconds: number; readonly medianSeconds: number };

/** What is published of one contract for one calendar year; the list of items and services is the service catalogue. */
export type PublicMetrics = {
  readonly lineOfBusiness: LineOfBusiness;
  readonly contract: string;
  readonly standardApproved: Share;
  readonly standardDenied: Share;
  readonly standardApprovedAfterAppeal: Share;
  readonly extendedAndApproved: Share;
  readonly expeditedApproved: Share;
  readonly expeditedDenied: Share;
  /** Absent while no such request was decided. */
  readonly standardTime?: Duration;
  readonly expeditedTime?: Duration;
};

const none = { decided: 0, approved: 0, partial: 0, denied: 0, approvedAfterAppeal: 0, approvedAfterExtension: 0 };

const timeOf = (c: DecidedCounts | undefined): Duration | undefined =>
  c && { averageSeconds: c.averageSeconds, medianSeconds: c.medianSeconds };

/** One entry for each contract, in the order in which they come. */
export const publicMetrics = (counts: readonly DecidedCounts[]): readonly PublicMetrics[] =>
  [...Map.groupBy(counts, (c) => JSON.stringify([c.lineOfBusiness, c.contract])).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const foundStandard = same.find((c) => c.urgency === 'standard');
    const foundExpedited = same.find((c) => c.urgency === 'expedited');
    const standard = foundStandard ?? none;
    const expedited = foundExpedited ?? none;
    const share = (part: number, of: typeof none): Share => ({ part, whole: of.decided });
    const standardTime = timeOf(foundStandard);
    const expeditedTime = timeOf(foundExpedited);
    return [
      {
        lineOfBusiness: first.lineOfBusiness,
        contract: first.contract,
        standardApproved: share(standard.approved, standard),
        standardDenied: share(standard.denied + standard.partial, standard),
        standardApprovedAfterAppeal: share(standard.approvedAfterAppeal, standard),
        extendedAndApproved: {
          part: standard.approvedAfterExtension + expedited.approvedAfterExtension,
          whole: standard.decided + expedited.decided,
        },
        expeditedApproved: share(expedited.approved, expedited),
        expeditedDenied: share(expedited.denied + expedited.partial, expedited),
        ...(standardTime ? { standardTime } : {}),
        ...(expeditedTime ? { expeditedTime } : {}),
      },
    ];
  });
