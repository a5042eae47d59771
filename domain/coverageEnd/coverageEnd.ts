import type { LineOfBusiness } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import type { Instant } from '../time/instant.ts';
import type { EndExplanation, NoticeDelivery, PlannedEnd, QioOutcome } from './event.ts';

type Told = { readonly by: string; readonly at: Instant };

export type QioReview = {
  readonly reviewId: string;
  readonly requestedAt: Instant;
  readonly notifiedAt: Instant;
  readonly requestedBy: string;
  /** The last one holds. */
  readonly explained?: Told & Omit<EndExplanation, 'reviewId'>;
  readonly decided?: { readonly outcome: QioOutcome; readonly decidedAt: Instant; readonly note: string };
};

export type CoverageEnd = PlannedEnd & {
  readonly planned: Told;
  readonly reviews: readonly QioReview[];
  readonly withdrawn?: Told & { readonly reason: string };
};

export type DeliveredNotice = NoticeDelivery & { readonly recordedBy: string };

const medicare: readonly LineOfBusiness[] = ['medicareAdvantage', 'medicareFfs'];

export const isMedicare = (c: Pick<Case, 'request'>): boolean => medicare.includes(c.request.coverage.lineOfBusiness);

export const openReview = (end: CoverageEnd): QioReview | undefined => end.reviews.find((r) => !r.decided);

export const overturned = (end: CoverageEnd): boolean =>
  end.reviews.some((r) => r.decided?.outcome === 'endOverturned');

/** Plans that still stand: not taken back and not overturned. */
export const standingEnds = (c: Pick<Case, 'coverageEnds'>): readonly CoverageEnd[] =>
  c.coverageEnds.filter((e) => !e.withdrawn && !overturned(e));
