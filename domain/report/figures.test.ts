import { describe, expect, test } from 'vitest';
import { calendarDate } from '../time/instant.ts';
import { agingBands } from './aging.ts';
import { appealRates, decisionRates } from './decisionRates.ts';
import { talkFigures } from './talkFigures.ts';

const on = calendarDate;

describe('the age of open cases', () => {
  const today = on('2026-11-22');

  test('counts local days since receipt, each case in one band', () => {
    const received = ['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-15', '2026-11-08', '2026-10-23', '2026-10-22'];
    const bands = agingBands(
      received.map((day) => ({ day: on(day), cases: 1 })),
      today,
    );
    expect(bands.map((b) => [b.fromDays, b.toDays, b.cases])).toEqual([
      [0, 1, 2],
      [2, 3, 1],
      [4, 7, 1],
      [8, 14, 1],
      [15, 30, 1],
      [31, undefined, 1],
    ]);
  });

  test('names the days of receipt of each band, without gap or overlap', () => {
    const ranges = agingBands([], today).map((b) => b.received);
    for (const [i, range] of ranges.slice(1).entries()) expect(range.before).toBe(ranges[i]?.from);
    expect(ranges[0]).toMatchObject({ from: '2026-11-21' });
    expect(ranges.at(-1)).toEqual({ before: '2026-10-23' });
  });

  test('a case from tomorrow counts as today’s', () => {
    expect(agingBands([{ day: on('2026-11-23'), cases: 2 }], today)[0]?.cases).toBe(2);
  });
});

test('rates are of lines decided on their merits', () => {
  const rates = decisionRates([
    { outcome: 'approved', byRule: true, lines: 4 },
    { outcome: 'approved', byRule: false, lines: 2 },
    { outcome: 'modified', byRule: false, lines: 1 },
    { outcome: 'partiallyApproved', byRule: false, lines: 1 },
    { outcome: 'denied', byRule: false, lines: 2 },
    { outcome: 'notRequired', byRule: true, lines: 90 },
  ]);
  expect(rates).toMatchObject({ decided: 10, approvedByRule: 4 });
  expect(rates.rates).toEqual({ approved: 0.6, partial: 0.2, denied: 0.2, approvedByRule: 0.4 });
  expect(decisionRates([{ outcome: 'notRequired', byRule: true, lines: 1 }])).not.toHaveProperty('rates');
});

test('an appeal that went to the member in part overturned the decision too', () => {
  const rates = appealRates([
    { outcome: 'upheld', lines: 2 },
    { outcome: 'partiallyOverturned', lines: 1 },
    { outcome: 'overturned', lines: 1 },
  ]);
  expect(rates).toEqual({ decided: 4, upheld: 2, partiallyOverturned: 1, overturned: 1, overturnRate: 0.5 });
  expect(appealRates([])).not.toHaveProperty('overturnRate');
});

test('a talk overturned the intent when the plan’s physician saw it otherwise afterwards', () => {
  const figures = talkFigures([
    { end: 'offered', talks: 9 },
    { end: 'held', outcome: 'changedView', talks: 1 },
    { end: 'held', outcome: 'upheldIntent', talks: 2 },
    { end: 'held', outcome: 'newInformation', talks: 1 },
    { end: 'missed', talks: 3 },
  ]);
  expect(figures).toMatchObject({ offered: 9, held: 4, missed: 3, declined: 0, overturnRate: 0.25 });
  expect(talkFigures([])).not.toHaveProperty('overturnRate');
});
