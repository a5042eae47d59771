import type { Quantity, ServicePeriod } from '../case/request.ts';
import { quantityWords } from '../criteria/service-units.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { Direction } from './document.ts';
import { fill } from './text.ts';

/** How one language writes dates, ranges and the field's words. Data: `content/notice/languages.json`. */
export type LanguagePack = {
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly months: readonly string[];
  /** With `{{month}}`, `{{day}}`, `{{year}}`. */
  readonly date: string;
  /** With `{{start}}`, `{{end}}`. */
  readonly range: string;
  readonly pageLabel: string;
  /** `outcome.denied`, `profession.physician`, `state.CO` and so on. */
  readonly words: Readonly<Record<string, string>>;
};

export const dateText = (date: CalendarDate, pack: LanguagePack): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const values = {
    year,
    month: pack.months[Number(month) - 1],
    day: String(Number(day)),
  };
  const text = fill(pack.date, { values, lists: {} });
  if (text === undefined) throw new RangeError(`language ${pack.language}: months must hold 12 names`);
  return text;
};

export const lastDay = (period: ServicePeriod): CalendarDate => period.end ?? period.start;

export const periodText = (period: ServicePeriod, pack: LanguagePack): string => {
  const start = dateText(period.start, pack);
  const end = dateText(lastDay(period), pack);
  return start === end ? start : (fill(pack.range, { values: { start, end }, lists: {} }) ?? start);
};

export const quantityText = (quantity: Quantity): string => quantityWords(quantity);
