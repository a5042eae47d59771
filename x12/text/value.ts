import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';

/** `20261124`, or undefined when that is no day. */
export const dateOf = (text: string): CalendarDate | undefined => {
  const m = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const iso = m ? `${m[1]}-${m[2]}-${m[3]}` : '';
  return isCalendarDateText(iso) ? (iso as CalendarDate) : undefined;
};

export const dateText = (on: CalendarDate): string => on.replaceAll('-', '');

export const rangeText = (from: CalendarDate, to: CalendarDate): string => `${dateText(from)}-${dateText(to)}`;

const amount = /^(-?)(\d{0,13})(?:\.(\d{0,2}))?$/;

/** Cents of a decimal text, digit by digit: 0.29 is 29. Undefined where it is no amount or has fractions of a cent. */
export const centsOf = (text: string): number | undefined => {
  const m = amount.exec(text);
  if (!m || !/\d/.test(text)) return undefined;
  const cents = Number(m[2] || '0') * 100 + Number((m[3] ?? '').padEnd(2, '0'));
  return m[1] && cents !== 0 ? -cents : cents;
};

export const centsText = (cents: number): string => {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const sign = cents < 0 ? '-' : '';
  return rest === 0 ? `${sign}${whole}` : `${sign}${whole}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
};

/** A quantity; payers may send fractions. */
export const quantityOf = (text: string): number | undefined =>
  /^-?(\d{1,15}(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;
