import type { ItemDecision } from '../case/command.ts';
import { type Refusal, refuse } from '../case/refusal.ts';
import type { LineOfBusiness, ReviewType } from '../case/request.ts';
import { stageOf } from '../case/stage.ts';
import type { Case, CaseItem } from '../case/state.ts';
import type { Calendars } from '../clock/calendar.ts';
import { dueMoment, localText } from '../clock/due.ts';
import type { TurnaroundRule } from '../clock/rule.ts';
import { compareToRequest } from '../determination/compare.ts';
import type { Authorized, Determination } from '../determination/determination.ts';
import { dateInZone, type Instant } from '../time/instant.ts';

/** A rule by which an approval binds the plan: until when, and what alone may undo it. */
export type ApprovalLock = {
  readonly itemSequence: number;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly citation: string;
  readonly exceptions: readonly string[];
  /** Absent: it does not end. */
  readonly until?: Instant;
};

type Granting = Determination & { readonly authorized: Authorized };

const grants = (d: Determination): d is Granting => d.outcome !== 'notRequired' && d.authorized !== undefined;

/** What was last authorized for a line, now or before it was opened again. */
export const lastGrant = (item: CaseItem): Granting | undefined =>
  [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])].findLast(grants);

const locks = (rule: TurnaroundRule, c: Case, item: CaseItem, stage: ReviewType, grant: Granting): boolean => {
  const { coverage, setting, zone } = c.request;
  const on = dateInZone(grant.decidedAt, zone);
  const lines: readonly string[] = rule.linesOfBusiness;
  const line: LineOfBusiness = coverage.lineOfBusiness;
  return (
    rule.enabled &&
    rule.approvalLock !== undefined &&
    lines.includes(line) &&
    (rule.jurisdiction === 'US-FED' || rule.jurisdiction === `US-${coverage.stateOfIssue}`) &&
    rule.reviewTypes.includes(stage) &&
    (rule.scope?.settings?.includes(setting) ?? true) &&
    (rule.scope?.isDrug === undefined || rule.scope.isDrug === item.isDrug) &&
    rule.effectiveFrom <= on &&
    (rule.effectiveTo === undefined || on <= rule.effectiveTo)
  );
};

/** Every rule that binds the plan to what it has authorized in this case. */
export const approvalLocks = (
  c: Case,
  rules: readonly TurnaroundRule[],
  calendars: Calendars,
): readonly ApprovalLock[] =>
  c.items.flatMap((item) => {
    const grant = lastGrant(item);
    if (!grant) return [];
    return rules
      .filter((r) => locks(r, c, item, stageOf(c, item), grant))
      .map((r) => ({
        itemSequence: item.sequence,
        ruleId: r.id,
        ruleVersion: r.version,
        citation: r.citation,
        exceptions: r.approvalLock?.exceptions ?? [],
        ...(r.approvalLock?.openEnded
          ? {}
          : { until: dueMoment(r, grant.decidedAt, c.request.zone, calendars(r.calendar)).dueAt }),
      }));
  });

export const locksOn = (locked: readonly ApprovalLock[], itemSequence: number, now: Instant): readonly ApprovalLock[] =>
  locked.filter((l) => l.itemSequence === itemSequence && (l.until === undefined || now <= l.until));

export const lockedRefusal = (lock: ApprovalLock, c: Case): Refusal =>
  refuse('approvalLocked', {
    item: lock.itemSequence,
    citation: lock.citation,
    until: lock.until ? ` until ${localText(lock.until, c.request.zone)}` : '',
    exceptions: lock.exceptions.length === 0 ? 'nothing' : [...lock.exceptions],
  });

const isLess = (item: CaseItem, before: Authorized, now: Authorized | undefined): boolean => {
  if (!now) return true;
  const { quantity: _q, period: _p, levelOfCare: _l, ...line } = item;
  const asked = {
    ...line,
    service: before.service,
    period: before.period,
    ...(before.quantity ? { quantity: before.quantity } : {}),
    ...(before.levelOfCare ? { levelOfCare: before.levelOfCare } : {}),
  };
  const { lessThanRequested, otherService } = compareToRequest(asked, now);
  return lessThanRequested || otherService;
};

/** The rule that keeps what was last authorized for a line from becoming less, unless a reopening has the ground for it. */
export const lockProblem = (
  c: Case,
  item: CaseItem,
  locked: readonly ApprovalLock[],
  now: Instant,
): Refusal | undefined => {
  const grant = lastGrant(item);
  if (!grant) return undefined;
  const ground = c.reopenings.findLast((r) => r.itemSequence === item.sequence && r.at >= grant.decidedAt)?.ground;
  const binding = locksOn(locked, item.sequence, now).find(
    (l) => ground === undefined || !l.exceptions.includes(ground),
  );
  return binding && lockedRefusal(binding, c);
};

/** An approval that a rule locks is not taken back, whole or in part, but on the ground of a reopening that the rule lets pass. */
export const approvalLockProblem = (
  c: Case,
  item: CaseItem,
  decision: ItemDecision,
  locked: readonly ApprovalLock[],
  now: Instant,
): Refusal | undefined => {
  const grant = lastGrant(item);
  return grant && isLess(item, grant.authorized, decision.authorized) ? lockProblem(c, item, locked, now) : undefined;
};
