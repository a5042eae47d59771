import type { ReviewType, ServicePeriod, Setting, Urgency } from '@openum/domain/case/request.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { codingsOf, extensionCode } from '../../coding.ts';
import type { JsonObject } from '../../json.ts';
import { pasExtension } from '../../systems.ts';
import type { SubmittedItem } from '../submission.ts';
import places from './placeOfService.json' with { type: 'json' };

const settings = new Set<string>(Object.values({ ...places.placeOfService, ...places.typeOfBill }));
const isSetting = (s: string | undefined): s is Setting => s !== undefined && settings.has(s);

/**
 * Two elements say that a request is urgent: Claim.priority `stat`, and the level of service (X12 UM06) `U` urgent or
 * `03` emergency. Either one alone makes it expedited and so starts the 72-hour clock: a sender that fills only one of
 * them must not lose the shorter limit.
 */
export const readUrgency = (claim: JsonObject): { urgency: Urgency; urgencyBasis?: string } => {
  const level = extensionCode(claim, pasExtension('levelOfServiceCode'));
  if (level === 'U') return { urgency: 'expedited', urgencyBasis: 'level of service U (urgent)' };
  if (level === '03') return { urgency: 'expedited', urgencyBasis: 'level of service 03 (emergency)' };
  if (codingsOf(claim.priority).some((c) => c.code === 'stat'))
    return { urgency: 'expedited', urgencyBasis: 'priority stat' };
  return { urgency: 'standard' };
};

const itemSetting = (item: SubmittedItem): Setting | undefined => {
  const byPlace = (places.placeOfService as Record<string, string>)[item.placeOfService ?? ''];
  const byBill = (places.typeOfBill as Record<string, string>)[(item.typeOfBill ?? '').replace(/^0/, '').slice(0, 2)];
  const found = byPlace ?? byBill;
  return isSetting(found) ? found : undefined;
};

/** An admission review is about a stay, whatever place its lines name; else the first line that names a known place. */
export const readSetting = (items: readonly SubmittedItem[], claimType: string): Setting => {
  const named = items.flatMap((i) => itemSetting(i) ?? []);
  if (claimType === 'institutional' && items.some((i) => i.requestType === 'AR'))
    return named.find((s) => s === 'skilledNursing') ?? 'inpatient';
  return named[0] ?? 'other';
};

export type StayDates = {
  readonly admission?: ServicePeriod | undefined;
  readonly dischargedOn?: CalendarDate | undefined;
  readonly today: CalendarDate;
};

const ended = (items: readonly SubmittedItem[], today: CalendarDate): boolean =>
  items.length > 0 && items.every((i) => i.period !== undefined && (i.period.end ?? i.period.start) < today);

/**
 * Retrospective: the patient has left, or every service day lies before the day of receipt. Concurrent: care goes on,
 * that is an extension (certification type 4), or an admission review whose admission day has come.
 */
export const readReviewType = (items: readonly SubmittedItem[], stay: StayDates): ReviewType => {
  const live = items.filter((i) => !i.cancelled);
  if (stay.dischargedOn !== undefined && stay.dischargedOn < stay.today) return 'retrospective';
  if (ended(live, stay.today)) return 'retrospective';
  if (live.some((i) => i.certificationType === '4')) return 'concurrent';
  const isAdmission = live.some((i) => i.requestType === 'AR');
  const notified = live.some((i) => i.certificationType === '5');
  const admittedOn = stay.admission?.start;
  if (isAdmission && (notified || (admittedOn !== undefined && admittedOn <= stay.today))) return 'concurrent';
  return 'prospective';
};
