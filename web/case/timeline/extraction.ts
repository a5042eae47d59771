import type { ExtractedVerdict } from '@openum/domain/extraction/answer.ts';
import type { ExtractionEvent } from '@openum/domain/extraction/event.ts';
import { valueWords } from '../criteria/factWords.ts';
import { because, type TimelineSubject } from './subject.ts';

const answered: Record<ExtractedVerdict, string> = {
  accepted: 'was taken as a fact',
  corrected: 'was corrected and taken as a fact',
  rejected: 'was rejected',
};

export const extraction: TimelineSubject<ExtractionEvent['type']> = {
  label: 'Facts read from documents',
  sentences: {
    ExtractedFactAnswered: ({ extracted, verdict, reason }, said) =>
      `${said.factLabel(extracted.key)} ${valueWords(extracted.value)}, read from page ${extracted.page} of a document, ${answered[verdict]}${because(reason)}`,
  },
};
