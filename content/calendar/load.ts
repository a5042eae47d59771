import type { BusinessCalendar, Calendars } from '@openum/domain/clock/calendar.ts';
import table from './calendars.json' with { type: 'json' };
import { type HolidayRule, observedDays } from './holidays.ts';

const rules: Readonly<Record<string, HolidayRule>> = table.holidays;

const ruleNamed = (key: string): HolidayRule => {
  const rule = rules[key];
  if (rule === undefined) throw new Error(`calendars.json: federal.holidays names ${key}, which is not in holidays`);
  return rule;
};

const { from: fromYear, to: toYear } = table.years;

const federal: BusinessCalendar = {
  id: table.federal.id,
  name: table.federal.name,
  fromYear,
  toYear,
  holidays: observedDays(table.federal.holidays.map(ruleNamed), fromYear, toYear),
};

const calendars: ReadonlyMap<string, BusinessCalendar> = new Map(
  [
    federal,
    ...table.states.map(({ id, name }) => ({ ...federal, id, name })),
    ...table.onFederalDays.states.map((state) => ({ ...federal, id: `US-${state}`, name: state })),
  ].map((calendar) => [calendar.id, calendar]),
);

/** The business calendar of a jurisdiction: `US-FED`, `US-TX`. Throws on an id that the table does not have. */
export const calendarById: Calendars = (id) => {
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Error(`no business calendar ${id} in content/calendar/calendars.json`);
  return calendar;
};
