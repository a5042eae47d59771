import type { Truth } from '../logic/truth.ts';
import { all } from '../logic/truth.ts';
import { addDays, type CalendarDate, dateInZone, type Instant } from '../time/instant.ts';
import type { ClockContext } from './context.ts';
import type { RuleLine, RuleScope, TurnaroundRule } from './rule.ts';
import type { StartedClock } from './started.ts';

const known = (holds: boolean): Truth => (holds ? 'met' : 'notMet');

/** A field of a scope against its fact; no scope field is met, no fact is unknown. */
const agrees = <S, F>(wanted: S | undefined, fact: F | undefined, test: (wanted: S, fact: F) => boolean): Truth =>
  wanted === undefined ? 'met' : fact === undefined ? 'unknown' : known(test(wanted, fact));

const same = <T>(a: T, b: T): boolean => a === b;
const among = <T>(list: readonly T[], x: T): boolean => list.includes(x);

const inScope = (scope: RuleScope | undefined, c: ClockContext): Truth =>
  scope === undefined
    ? 'met'
    : all([
        agrees(scope.isDrug, c.isDrug, same),
        agrees(scope.drugBenefit, c.drugBenefit, same),
        agrees(scope.authorizationRequired, c.authorizationRequired, same),
        agrees(scope.channels, c.channel, among),
        agrees(scope.settings, c.setting, among),
        agrees(scope.behavioralHealth, c.behavioralHealth, same),
        agrees(
          scope.enrolleeAge,
          c.enrolleeAge,
          (age, years) => years >= (age.from ?? 0) && years <= (age.to ?? Number.POSITIVE_INFINITY),
        ),
        agrees(scope.statesOfService, c.stateOfService, among),
        agrees(scope.askedBeforeEnd, c.askedBeforeEnd, same),
        agrees(scope.circumstance, c.circumstances ?? [], (one, list) => list.includes(one)),
      ]);

type Days = { readonly from: CalendarDate; readonly to?: CalendarDate };

/** The days on which the date that a rule tests may lie. A period of a year that is not known began within the last year. */
const possibleDays = (key: TurnaroundRule['effectiveKey'], c: ClockContext, receivedOn: CalendarDate): Days => {
  const exactly = (day: CalendarDate): Days => ({ from: day, to: day });
  const withinTheYear = (day: CalendarDate | undefined): Days =>
    day === undefined ? { from: addDays(receivedOn, -364), to: receivedOn } : exactly(day);
  switch (key) {
    case 'received':
      return exactly(receivedOn);
    case 'decided':
    case 'survey':
      return { from: receivedOn };
    case 'ratingPeriod':
      return withinTheYear(c.ratingPeriodStart);
    case 'planYear':
      return withinTheYear(c.planYearStart);
  }
};

const inForce = (rule: TurnaroundRule, days: Days): Truth => {
  const { effectiveFrom: from, effectiveTo: to } = rule;
  if ((days.to !== undefined && days.to < from) || (to && days.from > to)) return 'notMet';
  const toInside = to === undefined || (days.to !== undefined && days.to <= to);
  return days.from >= from && toInside ? 'met' : 'unknown';
};

/**
 * Lines that a state's insurance law reaches. Medicare Advantage is out by 42 USC 1395w-26(b)(3), self-funded plans by ERISA's
 * deemer clause, federal employees by 5 USC 8902(m). Medicaid and CHIP only through rules that name them.
 */
const stateLawReaches: Record<RuleLine, boolean> = {
  commercialInsured: true,
  qhp: true,
  medicaidManagedCare: true,
  chip: true,
  medicareAdvantage: false,
  dsnpIntegrated: false,
  selfFundedErisa: false,
  fehb: false,
  medicareFfs: false,
  medicaidFfs: false,
  chipFfs: false,
};

const reviewers: readonly string[] = ['payer', 'mac', 'modelParticipant'];
const binding: readonly string[] = ['decisionAndNotice', 'decision', 'notice'];

/** Whether a rule sets a time by which the reviewing side must decide or give notice. */
export const bindsReviewer = (rule: TurnaroundRule): boolean =>
  reviewers.includes(rule.actor) && binding.includes(rule.clock);

const bucket = (line: string, review: string, jurisdiction: string): string => `${line}|${review}|${jurisdiction}`;

type Index = ReadonlyMap<string, readonly TurnaroundRule[]>;

const buildIndex = (rules: readonly TurnaroundRule[]): Index => {
  const index = new Map<string, TurnaroundRule[]>();
  for (const rule of rules) {
    if (!rule.enabled || !bindsReviewer(rule)) continue;
    for (const line of rule.linesOfBusiness)
      for (const review of rule.reviewTypes) {
        const key = bucket(line, review, rule.jurisdiction);
        const found = index.get(key);
        if (found === undefined) index.set(key, [rule]);
        else found.push(rule);
      }
  }
  return index;
};

/** One index per table of rules: matching happens for each request, and a table never changes. */
const indexes = new WeakMap<readonly TurnaroundRule[], Index>();

const indexOf = (rules: readonly TurnaroundRule[]): Index => {
  const before = indexes.get(rules);
  if (before !== undefined) return before;
  const built = buildIndex(rules);
  indexes.set(rules, built);
  return built;
};

const jurisdictionsOf = (c: ClockContext): string[] => [
  'US-FED',
  ...(stateLawReaches[c.lineOfBusiness] ? [`US-${c.stateOfIssue}`] : []),
  ...(c.accreditations ?? []),
];

const breadth = (rule: TurnaroundRule): number => (rule.scope === undefined ? 0 : Object.keys(rule.scope).length);

type Found = { readonly rule: TurnaroundRule; readonly truth: Truth };

/** A narrower rule of the same source, known to hold, takes the place of the wider one. One that may hold runs beside it. */
const isReplaced = (wide: TurnaroundRule, found: readonly Found[]): boolean =>
  found.some(
    ({ rule, truth }) =>
      truth === 'met' &&
      rule.jurisdiction === wide.jurisdiction &&
      rule.clock === wide.clock &&
      rule.startEvent === wide.startEvent &&
      breadth(rule) > breadth(wide),
  );

const decidesRequest = (rule: TurnaroundRule): boolean =>
  rule.clock !== 'notice' && rule.startEvent === 'requestReceived';

/**
 * The rules of one source. Where it has no decision clock for concurrent review, a request to go on with a service is a request for
 * authorization like the first one (42 CFR 438.210(b); 29 CFR 2560.503-1(f)(2)(ii)(B)).
 */
const fromSource = (
  jurisdiction: string,
  c: ClockContext,
  matching: (rules: readonly TurnaroundRule[]) => Found[],
  index: Index,
): Found[] => {
  const of = (review: string): Found[] => matching(index.get(bucket(c.lineOfBusiness, review, jurisdiction)) ?? []);
  const own = of(c.reviewType);
  return c.reviewType === 'concurrent' && !own.some(({ rule }) => decidesRequest(rule))
    ? [...own, ...of('prospective').filter(({ rule }) => decidesRequest(rule))]
    : own;
};

/** The enabled rules that set a decision or notice time for this request, in the order of precedence of docs/dates.md. */
export const matchRules = (rules: readonly TurnaroundRule[], context: ClockContext): TurnaroundRule[] => {
  const index = indexOf(rules);
  const receivedOn = dateInZone(context.receivedAt, context.zone);
  const matching = (candidates: readonly TurnaroundRule[]): Found[] =>
    candidates
      .filter((rule) => rule.urgency === 'any' || rule.urgency === context.urgency)
      .map((rule) => ({
        rule,
        truth: all([inScope(rule.scope, context), inForce(rule, possibleDays(rule.effectiveKey, context, receivedOn))]),
      }))
      .filter(({ truth }) => truth !== 'notMet');
  const found = jurisdictionsOf(context).flatMap((j) => fromSource(j, context, matching, index));
  return found.filter(({ rule }) => !isReplaced(rule, found)).map(({ rule }) => rule);
};

/** An upgrade to expedited starts the expedited clocks anew, at the receipt of the wish to expedite (42 CFR 422.570(d)). */
const startsAt = (rule: TurnaroundRule, event: string, context: ClockContext): boolean =>
  rule.startEvent === event ||
  (event === 'expediteRequested' && rule.startEvent === 'requestReceived' && context.urgency === 'expedited');

/** The clocks that `startEvent` starts at `startedAt`. `newId` gives each clock its id in the case. */
export const startClocks = (
  rules: readonly TurnaroundRule[],
  context: ClockContext,
  startEvent: string,
  startedAt: Instant,
  newId: (ruleId: string) => string,
): StartedClock[] =>
  matchRules(rules, context)
    .filter((rule) => startsAt(rule, startEvent, context))
    .map((rule) => ({
      clockId: newId(rule.id),
      ruleId: rule.id,
      ruleVersion: rule.version,
      startEvent,
      startedAt,
      zone: context.zone,
    }));
