import type { CoverageEndEvent } from '@openum/domain/coverageEnd/event.ts';
import {
  noticeWords,
  qioWords,
  recipientWords,
  routeWords,
  signatureWords,
  wayWords,
} from '../../coverageEnd/words.ts';
import type { TimelineSubject } from './subject.ts';

export const coverageEnd: TimelineSubject<CoverageEndEvent['type']> = {
  label: 'End of coverage',
  sentences: {
    CoverageEndPlanned: (d) =>
      `${routeWords[d.route]}, last covered day ${d.lastCoveredOn}: ${d.reason}${d.exception ? ` (less notice: ${d.exception.reason})` : ''}`,
    CoverageEndWithdrawn: (d) => `The planned end of coverage was taken back: ${d.reason}`,
    MedicareNoticeDelivered: (d, said) =>
      `${noticeWords[d.notice]} given to ${d.to.name} (${recipientWords[d.to.as]}) ${wayWords[d.how]} by ${d.by}, ${said.moment(d.deliveredAt)}; ${signatureWords[d.signature]}`,
    QioReviewRequested: (d, said) =>
      `${d.requestedBy} asked the quality improvement organization for a review ${said.moment(d.requestedAt)}; the plan was told ${said.moment(d.notifiedAt)}`,
    CoverageEndExplained: (d) => `Explained the end of coverage by ${d.rule.name} (${d.rule.citation}): ${d.facts}`,
    QioReviewDecided: (d, said) =>
      `The quality improvement organization ${qioWords[d.outcome]}, ${said.moment(d.decidedAt)}: ${d.note}`,
  },
};
