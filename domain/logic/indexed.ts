import type { Fact } from '../fact/fact.ts';
import { type CalendarDate, dateInZone, type Instant } from '../time/instant.ts';
import type { Context } from './condition.ts';
import { type Day, dayOf } from './day.ts';

/** Facts by key, and the context, as the leaves read them. */
export type Indexed = { readonly byKey: ReadonlyMap<string, readonly Fact[]>; readonly context: Context };

export const indexFacts = (facts: readonly Fact[], context: Context): Indexed => {
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byKey.get(fact.key);
    if (list === undefined) byKey.set(fact.key, [fact]);
    else list.push(fact);
  }
  return { byKey, context };
};

const DATE_LENGTH = 10;

const dateOfAt = (at: Instant | CalendarDate, context: Context): CalendarDate => {
  if (at.length === DATE_LENGTH) return at as CalendarDate;
  return context.zone === undefined
    ? (at.slice(0, DATE_LENGTH) as CalendarDate)
    : dateInZone(at as Instant, context.zone);
};

/** The calendar date of a fact: its value when it is a date, else the day on which it was true or measured. */
const dateOfFact = (fact: Fact, context: Context): CalendarDate | undefined =>
  fact.value.kind === 'date' ? fact.value.value : fact.at === undefined ? undefined : dateOfAt(fact.at, context);

export const dayOfFact = (fact: Fact, context: Context): Day | undefined => {
  const date = dateOfFact(fact, context);
  return date === undefined ? undefined : dayOf(date);
};

/**
 * The most recent facts. Several remain when nobody can say which came last: the same day without a time,
 * or no date at all.
 */
export const mostRecent = (facts: readonly Fact[], context: Context): readonly Fact[] => {
  if (facts.length < 2) return facts;
  const days = facts.map((f) => (f.at === undefined ? undefined : dayOf(dateOfAt(f.at, context))));
  const latest = Math.max(...days.map((d) => d ?? Number.NEGATIVE_INFINITY));
  const last = facts.filter((_, i) => days[i] === undefined || days[i] === latest);
  if (last.some((f) => f.at === undefined || f.at.length === DATE_LENGTH)) return last;
  const moment = last.reduce((max, f) => (f.at !== undefined && f.at > max ? f.at : max), '');
  return last.filter((f) => f.at === moment);
};

/** The day of a named anchor, or of the latest dated fact with that key. */
export const anchorDate = (name: string, indexed: Indexed): CalendarDate | undefined => {
  const { context, byKey } = indexed;
  if (name === 'today') return context.today;
  const named = context.anchors?.[name];
  if (named !== undefined) return named;
  let latest: CalendarDate | undefined;
  for (const fact of byKey.get(name) ?? []) {
    if (fact.value.kind === 'boolean' && !fact.value.value) continue;
    const date = dateOfFact(fact, context);
    if (date !== undefined && (latest === undefined || date > latest)) latest = date;
  }
  return latest;
};
