import type { AuthorizationRequest, RequestedItem } from '../case/request.ts';
import type { BusinessCalendar } from '../clock/calendar.ts';
import { dueMoment } from '../clock/due.ts';
import type { TurnaroundRule } from '../clock/rule.ts';
import { dateInZone, type Instant } from '../time/instant.ts';

/** The hours after a delivery for which no authorization may be asked (45 CFR 146.130; 29 CFR 2590.711). */
export type MaternityProtection = { readonly until: Instant; readonly ruleId: string; readonly citation: string };

const caesarean = 'caesarean';

export const maternityProtection = (
  rules: readonly TurnaroundRule[],
  request: Pick<AuthorizationRequest, 'stay' | 'coverage' | 'zone'>,
  calendarOf: (id: string) => BusinessCalendar,
): MaternityProtection | undefined => {
  const delivery = request.stay?.delivery;
  if (!delivery) return undefined;
  const on = dateInZone(delivery.at, request.zone);
  const rule = rules.find(
    (r) =>
      r.enabled &&
      r.startEvent === 'delivery' &&
      r.linesOfBusiness.includes(request.coverage.lineOfBusiness) &&
      r.effectiveFrom <= on &&
      (r.effectiveTo === undefined || on <= r.effectiveTo),
  );
  if (!rule) return undefined;
  const calendar = calendarOf(rule.calendar);
  const first = dueMoment(rule, delivery.at, request.zone, calendar).dueAt;
  const more = rule.extension?.grounds.includes(caesarean) ? rule.extension.max : undefined;
  const until =
    delivery.kind === caesarean && more
      ? dueMoment({ duration: more, direction: 'after' }, first, request.zone, calendar).dueAt
      : first;
  return { until, ruleId: rule.id, citation: rule.citation };
};

/** Whether every day of a line lies in the protected hours; the day in which they end is still one of them. */
export const isProtected = (item: RequestedItem, request: AuthorizationRequest, p: MaternityProtection): boolean => {
  const { period } = item;
  return period !== undefined && (period.end ?? period.start) <= dateInZone(p.until, request.zone);
};
