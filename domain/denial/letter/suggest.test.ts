import { letterCues } from '@openum/testkit/content/text.ts';
import { describe, expect, test } from 'vitest';
import { datesIn } from './dates.ts';
import { suggestFromLetter } from './suggest.ts';

const letter = [
  {
    page: 1,
    text: [
      'JUNIPER MUTUAL',
      'Date of this notice: 11/21/2026',
      'Reference number: JM-DEN-55120',
      'Dates of service: November 20, 2026 to November 24, 2026',
      'Reason: continued residential treatment is not medically necessary because the notes',
      'describe the patient as stable.',
      'Criteria used: our behavioral health criteria.',
    ].join('\n'),
  },
  {
    page: 2,
    text: 'You may appeal within 180 calendar days of this notice.\nWrite to: Juniper Appeals, PO Box 881, Madison WI 53708.\nCall within 2 days to change your address.',
  },
];
const of = (field: string, pages = letter) =>
  suggestFromLetter(pages, letterCues)
    .filter((s) => s.field === field)
    .map((s) => s.value);

describe('what a letter of denial seems to say', () => {
  test('dates, numbers, reason, criteria, deadline and address', () => {
    expect(of('letterOn')).toEqual(['2026-11-21']);
    expect(of('from')).toEqual(['2026-11-20']);
    expect(of('to')).toEqual(['2026-11-24']);
    expect(of('reference')).toEqual(['JM-DEN-55120']);
    expect(of('reason')[0]).toBe(
      'continued residential treatment is not medically necessary because the notes describe the patient as stable.',
    );
    expect(of('criteria')).toEqual(['our behavioral health criteria.']);
    expect(of('appealWithin')).toEqual(['180 calendar']);
    expect(of('appealTo')).toEqual(['Juniper Appeals, PO Box 881, Madison WI 53708']);
  });

  test('each with the words that stand at its place', () => {
    const all = suggestFromLetter(letter, letterCues);
    expect(all.length).toBeGreaterThan(7);
    for (const s of all) expect(letter[s.page - 1]?.text.slice(s.start, s.end)).toBe(s.quote);
  });

  test('one day of service is its first and its last; days of a telephone call are no deadline', () => {
    const pages = [
      {
        page: 1,
        text: 'Date of service: 2026-11-20. Appeal no later than 3/1/27. You have 60 business days to appeal.',
      },
    ];
    expect([of('from', pages), of('to', pages)]).toEqual([['2026-11-20'], ['2026-11-20']]);
    expect(of('appealBy', pages)).toEqual(['2027-03-01']);
    expect(of('appealWithin', pages)).toEqual(['60 business']);
    expect(of('appealWithin', [{ page: 1, text: 'Call us within 2 days.' }])).toEqual([]);
  });

  test('of a letter that says nothing of the kind is nothing', () => {
    expect(suggestFromLetter([{ page: 1, text: 'Thank you for your patience.' }], letterCues)).toEqual([]);
  });
});

test('dates are read as American letters write them, and only those that exist', () => {
  expect(datesIn('11/3/2026, 2026-02-29, Nov. 5, 2026, 13/40/2026').map((d) => d.on)).toEqual([
    '2026-11-03',
    '2026-11-05',
  ]);
});
