import { extractedVerdicts } from '@openum/domain/extraction/answer.ts';
import type { ExtractedFact } from '@openum/domain/extraction/extracted.ts';
import fc from 'fast-check';
import { type Bodies, reason, some } from './piece.ts';

const extracted = (page: number): ExtractedFact => ({
  key: 'lab.pao2',
  value: { kind: 'quantity', value: 52, unit: 'mm[Hg]' },
  documentId: 'd1',
  page,
  span: { from: 0, to: 7 },
  quote: 'PaO2 52',
  extractor: 'rules',
  extractorVersion: '1',
  confidence: 0.9,
});

export const extractionBodies: Bodies<'AnswerExtractedFact'> = {
  AnswerExtractedFact: fc.record({
    answer: fc.record({ extracted: some(1, 2).map(extracted), verdict: some(...extractedVerdicts), reason }),
    evaluations: fc.constant([]),
  }),
};
