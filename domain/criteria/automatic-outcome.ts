import type { Quantity, RequestedItem, ServicePeriod } from '../case/request.ts';
import type { AutomaticOutcome } from '../determination/determination.ts';
import type { FactSourceKind } from '../dial/dial.ts';
import type { Fact } from '../fact/fact.ts';
import { isVouched } from '../fact/vouched.ts';
import { mostRecent } from '../logic/indexed.ts';
import { addDays, type CalendarDate, daysBetween } from '../time/instant.ts';
import type { Approval, CriteriaSet, Limit } from './criteria-set.ts';
import { approvalFor, referenceTo } from './evaluate-item.ts';
import type { Evaluation } from './evaluation.ts';
import { inUnitOf, sameServiceUnit } from './service-units.ts';

export type AutomaticSetting = {
  /** The organization's own setting for these criteria; without one they approve as their text says. */
  readonly dial?: { readonly approves: boolean; readonly sources: readonly FactSourceKind[]; readonly number: number };
  readonly today: CalendarDate;
  /** Facts of the case, for counters of what was used already. */
  readonly facts: readonly Fact[];
};

const refer = (reason: string): AutomaticOutcome => ({ kind: 'refer', reason });

const sourceWord: Record<FactSourceKind, string> = {
  resource: 'the sent record',
  request: 'the request form',
  derived: 'a calculation',
  person: 'an entry by a person',
  document: 'words of a document',
};

/** A met point that rests on a kind of source that the organization does not count. */
const sourceNotCounted = (
  e: Evaluation,
  facts: readonly Fact[],
  dial: NonNullable<AutomaticSetting['dial']>,
): string | undefined => {
  for (const leaf of e.leaves) {
    if (leaf.truth === 'unknown') continue;
    const foreign = facts.find((f) => leaf.factIds.includes(f.id) && !dial.sources.includes(f.source.kind));
    if (foreign)
      return `${leaf.label} rests on ${sourceWord[foreign.source.kind]}, which does not count for automatic approval here (change ${dial.number}).`;
  }
  return undefined;
};

/** No setting lets a machine's reading of a document approve by itself. */
const unvouched = (e: Evaluation, facts: readonly Fact[]): string | undefined => {
  const leaf = e.leaves.find((l) => facts.some((f) => l.factIds.includes(f.id) && !isVouched(f)));
  return leaf && `${leaf.label} rests on words of a document that nobody has looked at.`;
};

const unfit = (e: Evaluation, set: CriteriaSet, item: RequestedItem, setting: AutomaticSetting): string | undefined => {
  if (setting.dial?.approves === false)
    return `Automatic approval by ${set.name} is switched off (change ${setting.dial.number}).`;
  if (set.status !== 'active') return `${set.name} is a draft.`;
  if (!set.autoApproval) return `${set.name} is not cleared for automatic approval.`;
  if (e.criteria.setId !== set.id || e.criteria.version !== set.version || e.itemSequence !== item.sequence)
    return 'The evaluation belongs to another item or to another version of the criteria.';
  if (e.leaves.some((leaf) => leaf.overruled !== undefined)) return 'A reviewer has answered a criterion in person.';
  if (e.truth === 'notMet') return `${set.name}: a criterion is not met; a clinician must look.`;
  if (e.truth === 'unknown') return `${set.name}: information is missing.`;
  return unvouched(e, setting.facts) ?? (setting.dial && sourceNotCounted(e, setting.facts, setting.dial));
};

const tooMuch = (asked: Quantity | undefined, approval: Approval): string | undefined => {
  if (asked === undefined) return undefined;
  const cap = inUnitOf(approval.quantities, asked);
  if (cap === undefined) return 'The criteria do not say how much to approve in the requested unit.';
  return asked.value > cap.value || asked.value <= 0
    ? `Requested ${asked.value}; these criteria approve up to ${cap.value} at once.`
    : undefined;
};

const tooLong = (period: ServicePeriod, approval: Approval, set: CriteriaSet): string | undefined => {
  const last = period.end ?? period.start;
  const days = daysBetween(period.start, last) + 1;
  if (days < 1) return 'The requested period ends before it starts.';
  if (days > approval.days) return `Requested ${days} days; these criteria approve up to ${approval.days} at once.`;
  const outside = period.start < set.effectiveFrom || (set.effectiveTo !== undefined && last > set.effectiveTo);
  return outside ? `${set.name} is not in effect for the whole requested period.` : undefined;
};

const overLimit = (limit: Limit, granted: Quantity | undefined, setting: AutomaticSetting): string | undefined => {
  const counters = mostRecent(
    setting.facts.filter((f) => f.key === limit.fact),
    { today: setting.today },
  );
  const used = counters[0]?.value;
  if (counters.length !== 1 || used?.kind !== 'quantity' || !sameServiceUnit(used.unit, limit.unit))
    return `${limit.label}: what was used so far is not known.`;
  const more = granted?.value ?? 0;
  return used.value + more > limit.max ? `${limit.label}: ${used.value} used, ${more} requested.` : undefined;
};

/**
 * Approve only when the criteria are met and approve all that was asked for; otherwise refer to a person, with the reason.
 * More than the criteria approve is never cut down silently. There is no way to deny.
 */
export const automaticOutcome = (
  evaluation: Evaluation,
  set: CriteriaSet,
  item: RequestedItem,
  setting: AutomaticSetting,
): AutomaticOutcome => {
  const reason = unfit(evaluation, set, item, setting);
  if (reason !== undefined) return refer(reason);
  const approval = approvalFor(set, evaluation.tree, item.service.code);
  if (approval === undefined) return refer(`${set.name} does not say what to approve for this service.`);
  const start = item.period?.start ?? setting.today;
  const period = { start, end: item.period?.end ?? addDays(start, approval.days - 1) };
  const quantity = item.quantity ?? approval.quantities[0];
  const problem =
    tooMuch(item.quantity, approval) ??
    tooLong(period, approval, set) ??
    set.limits.map((limit) => overLimit(limit, quantity, setting)).find((p) => p !== undefined);
  if (problem !== undefined) return refer(problem);
  return {
    kind: 'approve',
    period,
    criteria: referenceTo(set),
    ...(quantity === undefined ? {} : { quantity }),
    ...(setting.dial ? { dial: setting.dial.number } : {}),
  };
};
