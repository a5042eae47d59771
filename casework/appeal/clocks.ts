import type { Appeal } from '@openum/domain/appeal/appeal.ts';
import type { NextAppeal } from '@openum/domain/appeal/command.ts';
import type { AppealLevel, AppealTiming } from '@openum/domain/appeal/level.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { matchRules } from '@openum/domain/clock/match.ts';
import { clockContexts } from '@openum/domain/clock/request.ts';
import type { TurnaroundRule } from '@openum/domain/clock/rule.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { planFacts } from '../clock/start.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Tenant } from '../port/identity.ts';
import { automaticAfter } from './level.ts';

type Clocking = { readonly casework: Pick<Casework, 'knowledge' | 'environment'>; readonly tenant: Tenant };
type Urgency = Appeal['urgency'];

/** The newest version of each of these rules that is in force on the day. */
export const rulesNamed = (
  ids: readonly string[],
  { turnaroundRules }: Knowledge,
  today: string,
): readonly TurnaroundRule[] =>
  ids.flatMap((id) => {
    const found = turnaroundRules
      .filter((r) => r.id === id && r.enabled)
      .filter((r) => r.effectiveFrom <= today && (r.effectiveTo === undefined || r.effectiveTo >= today))
      .toSorted((a, b) => (a.version < b.version ? -1 : 1))
      .at(-1);
    return found ? [found] : [];
  });

const start = (
  c: Case,
  rule: TurnaroundRule,
  at: Instant,
  lines: readonly number[],
  newId: () => string,
): StartedClock => ({
  clockId: newId(),
  ruleId: rule.id,
  ruleVersion: rule.version,
  startEvent: rule.startEvent,
  startedAt: at,
  zone: c.request.zone,
  itemSequences: lines,
});

/** Clocks of these rules as they are: of the urgency where one of them is for it, else of all. */
export const clocksNamed = (
  c: Case,
  ids: readonly string[],
  urgency: Urgency,
  at: Instant,
  lines: readonly number[],
  { casework: { knowledge, environment } }: Pick<Clocking, 'casework'>,
): readonly StartedClock[] => {
  const rules = rulesNamed(ids, knowledge, dateInZone(at, c.request.zone));
  const fitting = rules.filter((r) => r.urgency === 'any' || r.urgency === urgency);
  return (fitting.length > 0 ? fitting : rules).map((r) => start(c, r, at, lines, environment.newId));
};

/** The decision clocks of a level: those of its rules that bind this member, plan, state and service. */
export const decisionClocks = (
  c: Case,
  level: AppealLevel,
  about: { readonly timing: AppealTiming; readonly urgency: Urgency; readonly lines: readonly number[] },
  at: Instant,
  { casework: { knowledge, environment }, tenant }: Clocking,
): readonly StartedClock[] => {
  const today = dateInZone(at, c.request.zone);
  const rules = rulesNamed(level.decisionRules[about.timing], knowledge, today);
  const items = c.items.filter((i) => about.lines.includes(i.sequence));
  const request = { ...c.request, items, receivedAt: at, urgency: about.urgency };
  const contexts = clockContexts(request, planFacts(request, tenant, undefined, knowledge));
  const matched = contexts.flatMap((context) => matchRules(rules, { ...context, reviewType: 'appeal' }));
  // Payment is decided in one time, however urgent somebody finds it.
  const found = matched.length > 0 ? matched : rules.filter((r) => r.jurisdiction === 'US-FED');
  return [...new Set(found)].map((r) => start(c, r, at, about.lines, environment.newId));
};

/** The moment from which the appeal counts: its receipt, or when what was missing had come. */
const runsFrom = (a: Appeal): Instant =>
  a.clocks.find((k) => k.startEvent === 'appealReceived')?.startedAt ?? a.receivedAt;

/** Clocks that an opened level runs on: the plan's decision, or the sending of the file to who decides. */
export const openingClocks = (
  c: Case,
  level: AppealLevel,
  about: Parameters<typeof decisionClocks>[2],
  at: Instant,
  clocking: Clocking,
): readonly StartedClock[] => [
  ...(level.decisionRules[about.timing].length > 0 ? decisionClocks(c, level, about, at, clocking) : []),
  ...clocksNamed(c, level.forwardRules, about.urgency, at, about.lines, clocking),
];

/** What opens by itself should this appeal end against the member. Its file is due by a time that the first receipt or the decision starts. */
export const nextOf = (
  c: Case,
  a: Appeal,
  level: AppealLevel,
  now: Instant,
  clocking: Clocking,
): NextAppeal | undefined => {
  const { knowledge, environment } = clocking.casework;
  const next = automaticAfter(knowledge, c, level);
  if (!next) return undefined;
  const clocks = clocksNamed(c, next.forwardRules, a.urgency, now, a.itemSequences, clocking).map((k) =>
    k.startEvent === 'appealReceived' ? { ...k, startedAt: runsFrom(a) } : k,
  );
  return { appealId: environment.newId(), number: environment.newNumber('AP'), level: next, clocks };
};

/** Until a reversal is in effect. Some rules count from the receipt of the appeal, the others from the reversal. */
export const effectuationClocks = (
  c: Case,
  a: Appeal,
  level: AppealLevel,
  now: Instant,
  clocking: Pick<Clocking, 'casework'>,
): readonly StartedClock[] =>
  clocksNamed(c, level.effectuationRules, a.urgency, now, a.itemSequences, clocking).map((k) =>
    k.startEvent === 'appealReceived' ? { ...k, startedAt: runsFrom(a) } : k,
  );
