import { loadAlarmPolicy } from '@openum/content/alarm/load.ts';
import { calendarById } from '@openum/content/calendar/load.ts';
import { turnaroundRules } from '@openum/content/turnaround/load.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';

/** The newest version of a rule of the table; the one that the sample clock runs on unless said otherwise. */
export const clockRule = (ruleId = 'MA-PRE-STD-PA', change: Partial<TurnaroundRule> = {}): TurnaroundRule => {
  const rule = turnaroundRules.findLast((r) => r.id === ruleId);
  if (!rule) throw new Error(`there is no rule ${ruleId}`);
  return { ...rule, ...change };
};

/** The whole table, and the alarm plan that comes with it. */
export const clockRules = turnaroundRules;
export const alarmPolicy = loadAlarmPolicy();

export const clockCalendar = calendarById('US-FED');
