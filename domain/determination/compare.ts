import type { RequestedItem, ServicePeriod } from '../case/request.ts';
import { sameServiceUnit } from '../criteria/service-units.ts';
import { type CalendarDate, daysBetween } from '../time/instant.ts';
import type { Authorized } from './determination.ts';

export type Comparison = {
  /** Fewer units, fewer days, a later start or an earlier end than requested. */
  readonly lessThanRequested: boolean;
  readonly otherService: boolean;
  readonly otherUnit: boolean;
};

/** A period without an end is its one day. */
const lastDay = (period: ServicePeriod): CalendarDate => period.end ?? period.start;

/**
 * Holds what is authorized against what was requested. Whatever is less, or something else, is adverse to the member
 * even when it is called an approval (42 CFR 422.566(b)(3)-(4); 438.400(b): a limited authorization is an adverse determination).
 */
export const compareToRequest = (requested: RequestedItem, authorized: Authorized): Comparison => {
  const otherLevel =
    requested.levelOfCare !== undefined &&
    authorized.levelOfCare !== undefined &&
    authorized.levelOfCare !== requested.levelOfCare;
  const otherService =
    authorized.service.code !== requested.service.code ||
    authorized.service.system !== requested.service.system ||
    otherLevel;
  const otherUnit =
    requested.quantity !== undefined &&
    authorized.quantity !== undefined &&
    !sameServiceUnit(requested.quantity.unit, authorized.quantity.unit);
  const fewerUnits =
    requested.quantity !== undefined &&
    (authorized.quantity === undefined || otherUnit || authorized.quantity.value < requested.quantity.value);
  const lateOrShort =
    requested.period !== undefined &&
    (daysBetween(requested.period.start, authorized.period.start) > 0 ||
      daysBetween(lastDay(requested.period), lastDay(authorized.period)) < 0);
  return {
    lessThanRequested: fewerUnits || lateOrShort,
    otherService,
    otherUnit,
  };
};

/** Something is authorized: at least one day, and more than zero units when units are counted. */
export const grantsSomething = (authorized: Authorized): boolean =>
  (authorized.quantity === undefined || authorized.quantity.value > 0) &&
  (authorized.period.end === undefined || daysBetween(authorized.period.start, authorized.period.end) >= 0);
