import type { Case } from '../case/state.ts';
import { type CoverageEnd, type QioReview, standingEnds } from './coverageEnd.ts';

export type Explained = {
  readonly end: CoverageEnd;
  readonly review: QioReview & { readonly explained: NonNullable<QioReview['explained']> };
};

const explainedIn = (ends: readonly CoverageEnd[]): readonly Explained[] =>
  ends.flatMap((end) =>
    end.reviews.flatMap((r) => (r.explained ? [{ end, review: { ...r, explained: r.explained } }] : [])),
  );

export const explainedReview = (c: Case, reviewId: string | undefined): Explained | undefined =>
  explainedIn(c.coverageEnds).find((e) => e.review.reviewId === reviewId);

/** Explanations of an end that stands of which the member has no letter yet. One that was written again gets another. */
export const explanationsWithoutNotice = (c: Case): readonly Explained[] =>
  explainedIn(standingEnds(c)).filter(
    ({ review }) => !c.notices.some((n) => n.reviewId === review.reviewId && n.issuedAt >= review.explained.at),
  );
