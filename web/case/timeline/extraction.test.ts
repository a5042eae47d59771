import { extraction } from './extraction.ts';
import { readsAs } from './readsAs.ts';

readsAs(extraction, {
  ExtractedFactAnswered: [
    {
      extracted: {
        key: 'lab.pao2',
        value: { kind: 'quantity', value: 54, unit: 'mm[Hg]' },
        documentId: 'd',
        page: 4,
        span: { from: 0, to: 7 },
        quote: 'PaO2 54',
        extractor: 'rules',
        extractorVersion: '1',
        confidence: 0.9,
      },
      verdict: 'rejected',
      reason: 'Of another patient',
    },
    'PaO2 54 mmHg, read from page 4 of a document, was rejected: Of another patient',
  ],
});
