import { actorName } from '../actor/actor.ts';
import type { RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { CoverageEnd } from './coverageEnd.ts';
import type { CoverageEndEvent } from './event.ts';

type Recorded = Extract<RecordedEvent, { type: CoverageEndEvent['type'] }>;

const withEnd = (c: Case, which: (e: CoverageEnd) => boolean, change: (e: CoverageEnd) => CoverageEnd): Case => ({
  ...c,
  coverageEnds: c.coverageEnds.map((e) => (which(e) ? change(e) : e)),
});

export const evolveCoverageEnd = (c: Case, e: Recorded): Case => {
  const by = actorName(e.actor);
  const told = { by, at: e.occurredAt };
  switch (e.type) {
    case 'CoverageEndPlanned':
      return { ...c, coverageEnds: [...c.coverageEnds, { ...e.data, planned: told, reviews: [] }] };
    case 'CoverageEndWithdrawn': {
      const { endId, reason } = e.data;
      return withEnd(
        c,
        (x) => x.endId === endId,
        (x) => ({ ...x, withdrawn: { ...told, reason } }),
      );
    }
    case 'MedicareNoticeDelivered':
      return { ...c, medicareNotices: [...c.medicareNotices, { ...e.data, recordedBy: by }] };
    case 'QioReviewRequested': {
      const { endId, ...review } = e.data;
      return withEnd(
        c,
        (x) => x.endId === endId,
        (x) => ({ ...x, reviews: [...x.reviews, review] }),
      );
    }
    case 'CoverageEndExplained': {
      const { reviewId, ...explanation } = e.data;
      const explained = { ...told, ...explanation };
      return withEnd(
        c,
        (x) => x.reviews.some((r) => r.reviewId === reviewId),
        (x) => ({ ...x, reviews: x.reviews.map((r) => (r.reviewId === reviewId ? { ...r, explained } : r)) }),
      );
    }
    case 'QioReviewDecided': {
      const { reviewId, ...decided } = e.data;
      return withEnd(
        c,
        (x) => x.reviews.some((r) => r.reviewId === reviewId),
        (x) => ({ ...x, reviews: x.reviews.map((r) => (r.reviewId === reviewId ? { ...r, decided } : r)) }),
      );
    }
  }
};
