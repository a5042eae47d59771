import type { RuleBook } from '@openum/domain/coverageEnd/duty.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** The turnaround rules in use, by name. */
export const ruleBook =
  ({ turnaroundRules, calendars }: Pick<Knowledge, 'turnaroundRules' | 'calendars'>): RuleBook =>
  (ruleId) => {
    const rule = turnaroundRules.find((r) => r.id === ruleId && r.enabled);
    return rule && { rule, calendar: calendars(rule.calendar) };
  };
