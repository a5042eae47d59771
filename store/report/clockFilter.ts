import type { ClockFilter } from '@openum/casework/port/reports.ts';

/** Conditions on `case_clock k`, and their values from parameter `first` on. */
export const clockConditions = (
  f: ClockFilter,
  first: number,
): { readonly sql: string; readonly parameters: readonly unknown[] } => {
  const parameters: unknown[] = [];
  const conditions: string[] = ['k.plan_acts'];
  const demand = (sql: (place: string) => string, value: unknown): void => {
    if (value === undefined) return;
    parameters.push(value);
    conditions.push(sql(`$${first + parameters.length - 1}`));
  };
  demand((p) => `k.started_on >= ${p}::date`, f.from);
  demand((p) => `k.started_on < ${p}::date`, f.before);
  demand((p) => `k.line_of_business = any(${p}::text[])`, f.lineOfBusiness);
  demand((p) => `k.state_of_issue = ${p}`, f.state);
  demand((p) => `k.review_type = ${p}`, f.reviewType);
  demand((p) => `k.urgency = ${p}`, f.urgency);
  demand((p) => `k.authority = ${p}`, f.authority);
  demand((p) => `k.jurisdiction = ${p}`, f.jurisdiction);
  demand((p) => `k.rule_id = ${p}`, f.ruleId);
  demand((p) => `k.kind = ${p}`, f.kind);
  demand((p) => `k.hard = ${p}`, f.hard);
  return { sql: conditions.join(' and '), parameters };
};

/** The rule of domain/report/clockOutcome.ts, at the moment of parameter `now`. */
export const outcomeSql = (now: string): string => `case
  when k.ended_by = 'void' then 'voided'
  when k.superseded then 'superseded'
  when k.met_at is null then case when ${now}::timestamptz > k.due_at then 'overdue' else 'open' end
  when k.met_at > k.due_at then 'missed'
  when k.ended_by = 'withdrawal' then 'withdrawn'
  else 'met' end`;
