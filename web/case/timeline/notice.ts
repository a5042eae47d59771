import type { NoticeKind } from '@openum/domain/notice/document.ts';
import { appealLetterWord } from '../../appeal/words.ts';
import { items, type TimelineSubject } from './subject.ts';

const letters: Record<NoticeKind, string> = {
  approval: 'approval',
  adverseDetermination: 'adverse determination',
  extension: 'extension',
  lapse: 'missed deadline',
  expediteRefused: 'refusal to expedite',
  detailedExplanation: 'detailed explanation',
  general: 'general',
  ...appealLetterWord,
};

export const notice: TimelineSubject<'NoticeIssued'> = {
  label: 'Notices',
  sentences: {
    NoticeIssued: (d) =>
      `Issued the ${letters[d.kind]} letter${d.itemSequences.length > 0 ? ` for ${items(d.itemSequences)}` : ''} to the ${d.audience}.`,
  },
};
