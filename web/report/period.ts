import { addDays, type CalendarDate } from '@openum/domain/time/instant.ts';

export const periods = ['7', '30', '90', 'month', 'lastMonth', 'year', 'custom'] as const;
export type Period = (typeof periods)[number];

export const periodWord: Record<Period, string> = {
  '7': 'Last 7 days',
  '30': 'Last 30 days',
  '90': 'Last 90 days',
  month: 'This month',
  lastMonth: 'Last month',
  year: 'This year',
  custom: 'Other days',
};

export type DayRange = { readonly from: CalendarDate; readonly through: CalendarDate };

const firstOfMonth = (day: CalendarDate): CalendarDate => `${day.slice(0, 7)}-01` as CalendarDate;

/** The days of a period, both included, as of `today`. */
export const periodDays = (period: Exclude<Period, 'custom'>, today: CalendarDate): DayRange => {
  switch (period) {
    case '7':
    case '30':
    case '90':
      return { from: addDays(today, 1 - Number(period)), through: today };
    case 'month':
      return { from: firstOfMonth(today), through: today };
    case 'lastMonth': {
      const through = addDays(firstOfMonth(today), -1);
      return { from: firstOfMonth(through), through };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01` as CalendarDate, through: today };
  }
};

/** The period that these days are, today; the first that fits. */
export const periodOf = (range: DayRange, today: CalendarDate): Period =>
  periods.find((p) => {
    if (p === 'custom') return true;
    const days = periodDays(p, today);
    return days.from === range.from && days.through === range.through;
  }) ?? 'custom';
