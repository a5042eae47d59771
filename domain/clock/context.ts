import type { Channel, ReviewType, Setting, Urgency } from '../case/request.ts';
import type { CalendarDate, Instant, ZoneId } from '../time/instant.ts';
import type { Circumstance, DrugBenefit, RuleLine } from './rule.ts';

/** What decides which rules bind a request. An absent field is unknown: a rule that turns on it then runs beside the general one. */
export type ClockContext = {
  readonly lineOfBusiness: RuleLine;
  /** State whose insurance law governs the contract (USPS code). */
  readonly stateOfIssue: string;
  readonly stateOfService?: string;
  readonly reviewType: ReviewType | 'appeal';
  readonly urgency: Urgency;
  readonly isDrug: boolean;
  readonly drugBenefit?: DrugBenefit;
  readonly authorizationRequired: boolean;
  readonly channel: Channel;
  readonly setting: Setting;
  readonly behavioralHealth?: boolean;
  readonly enrolleeAge?: number;
  readonly receivedAt: Instant;
  readonly zone: ZoneId;
  /** Bodies that accredit this plan for this line: `NCQA`, `URAC`. */
  readonly accreditations?: readonly string[];
  readonly ratingPeriodStart?: CalendarDate;
  readonly planYearStart?: CalendarDate;
  readonly circumstances?: readonly Circumstance[];
  /** Asked at least 24 hours before the approved days end (29 CFR 2560.503-1(f)(2)(ii)(B)). */
  readonly askedBeforeEnd?: boolean;
};
