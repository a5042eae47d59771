import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import { calendarById } from '../calendar/load.ts';
import table from './rules.json' with { type: 'json' };
import { contradictions, ruleShape } from './shape.ts';

const nameOf = (row: unknown, position: number): string => {
  const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
  return typeof id === 'string' ? `rule ${id}` : `rule at position ${position + 1}`;
};

const calendarProblem = (rule: TurnaroundRule): string[] => {
  try {
    calendarById(rule.calendar);
    return [];
  } catch {
    return [`rule ${rule.id}: calendar: there is no calendar ${rule.calendar}`];
  }
};

/**
 * Reads a table of turnaround rules. Throws one Error that lists every problem, each with the id of the rule and the field.
 * Two rows may share an id when their versions differ.
 */
export const readRules = (rows: readonly unknown[]): readonly TurnaroundRule[] => {
  const seen = new Set<string>();
  const problems: string[] = [];
  const rules = rows.flatMap((row, position) => {
    const name = nameOf(row, position);
    const read = ruleShape.safeParse(row);
    if (!read.success) {
      problems.push(...read.error.issues.map((i) => `${name}: ${i.path.join('.') || 'the row'}: ${i.message}`));
      return [];
    }
    const rule = read.data;
    const key = `${rule.id} ${rule.version}`;
    if (seen.has(key)) problems.push(`${name}: id: occurs twice in version ${rule.version}`);
    seen.add(key);
    problems.push(...contradictions(rule).map(([field, problem]) => `${name}: ${field}: ${problem}`));
    problems.push(...calendarProblem(rule));
    return [rule];
  });
  if (problems.length > 0) throw new Error(`turnaround rules cannot be used:\n${problems.join('\n')}`);
  return rules;
};

export const turnaroundRules: readonly TurnaroundRule[] = readRules(table);

const byKey = new Map(turnaroundRules.map((rule) => [`${rule.id} ${rule.version}`, rule]));

/** The rule that started a clock, disabled or not. Throws on one that the table never had: old versions stay in it. */
export const ruleOf = (ruleId: string, version: string): TurnaroundRule => {
  const rule = byKey.get(`${ruleId} ${version}`);
  if (rule === undefined) throw new Error(`no turnaround rule ${ruleId} version ${version}`);
  return rule;
};
