import type { OwnerReport } from '@openum/casework/port/ownerReport.ts';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { printOwnerReport } from './print.ts';

const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((name, at) => ({
  name,
  value: at === 2 ? '' : '91.0 %',
  ...(at === 2 ? {} : { height: 0.91 }),
}));
const report: OwnerReport = {
  title: 'The four questions',
  practice: 'Cedar Point',
  period: '08/25/2026 to 11/22/2026',
  part: 'Only Juniper Mutual',
  figures: (['met', 'missed', 'unknown', 'met'] as const).map((standing, at) => ({
    title: `Figure ${at + 1}`,
    asks: 'What share of services was given under a valid authorization?',
    value: '91.0 %',
    target: 'above 98 %',
    standing,
    basis: '4 of 44 services not covered, $3,680 at stake',
    months,
    targetHeight: 0.98,
  })),
  causes: Array.from({ length: 5 }, (_, at) => ({
    name: `Cause ${at}`,
    count: '2',
    amount: '$7,000',
    recovered: '$0',
  })),
  noCauses: 'Nothing was denied.',
  footer: 'Made today',
};

test('the four questions stand on one sheet, with words beside each colour', async () => {
  const pdf = await getDocumentProxy(await printOwnerReport(report), { verbosity: 0 });
  expect(pdf.numPages).toBe(1);
  const { items } = await (await pdf.getPage(1)).getTextContent();
  const text = items
    .map((i) => ('str' in i ? i.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
  for (const words of ['misses the target', 'on target', 'Cause 4', 'Only Juniper Mutual', '2026-11'])
    expect(text).toContain(words);
});
