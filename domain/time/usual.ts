import type { CalendarDate } from './instant.ts';

/** A day as American letters and forms write it: 11/03/2026. */
export const usualDay = (on: CalendarDate): string => `${on.slice(5, 7)}/${on.slice(8, 10)}/${on.slice(0, 4)}`;

export const usualSpan = (from: CalendarDate, to: CalendarDate): string =>
  from === to ? usualDay(from) : `${usualDay(from)} to ${usualDay(to)}`;

export const usualMoney = (cents: number): string =>
  `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
