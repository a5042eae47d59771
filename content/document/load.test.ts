import { classifyPage } from '@openum/domain/document/classify.ts';
import { expect, test } from 'vitest';
import cuesJson from './cues.json' with { type: 'json' };
import { documentCues, readDocumentCues } from './load.ts';

test.each([
  ['FAX COVER SHEET\nNumber of pages: 12', 'correspondence'],
  ['Lakeside Pulmonary\nPROGRESS NOTE\nSubjective: short of breath', 'progressNote'],
  ['HISTORY AND PHYSICAL\nChief complaint: chest pain', 'historyAndPhysical'],
  ['Laboratory Report\nSpecimen: blood  Reference range', 'labReport'],
  ['RADIOLOGY REPORT\nTechnique: ... Impression: ...', 'imagingReport'],
  ['Detailed Written Order\nQuantity: 1', 'order'],
  ['PHYSICAL THERAPY\nGait training, range of motion', 'therapyNote'],
  ['Overnight Oximetry\nSpO2 84 on room air', 'oximetry'],
])('%j is a page of its kind', (text, kind) => {
  expect(classifyPage(text, documentCues)?.kind).toBe(kind);
});

test('a page of other words is of no kind', () => {
  expect(classifyPage('The weather was fine.', documentCues)).toBeUndefined();
});

const [first] = cuesJson.kinds;
test.each([
  [{ kinds: [{ ...first, kind: 'horoscope' }] }, 'kinds.0.kind'],
  [{ kinds: [{ ...first, titles: ['Upper Case'] }] }, 'lower case'],
  [{ kinds: [first, first] }, 'occurs twice'],
  [{ least: 0 }, 'least'],
])('a table with %o is refused, and the field is named', (change, message) => {
  expect(() => readDocumentCues({ ...cuesJson, ...change })).toThrow(message);
});
