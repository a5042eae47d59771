import type { Role } from '../actor/actor.ts';
import type { coverageOrders } from '../episode/record.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** Who takes up what a hospital's or clinic's own system tells of patients. */
export const arrivalRoles: readonly Role[] = ['frontDesk', 'utilizationReviewStaff', 'practiceOwner'];

export type SaidCoverage = {
  readonly order: (typeof coverageOrders)[number];
  /** As the sender writes it. */
  readonly payerName: string;
  readonly memberNumber: string;
  readonly groupNumber?: string;
};

/** What a message says is true of one patient's visit, whatever standard it came in. */
export type SaidVisit = {
  readonly source: 'hl7' | 'fhir';
  /** The sender's own number of the visit. */
  readonly visitNumber: string;
  /** When it became true; by this messages stand in order, not by when they came. */
  readonly eventAt: Instant;
  readonly patient: {
    readonly family: string;
    readonly given: string;
    readonly birthDate: CalendarDate;
    readonly chartNumber: string;
  };
  readonly admittedOn?: CalendarDate;
  readonly emergency: boolean;
  readonly dischargedOn?: CalendarDate;
  readonly disposition?: string;
  /** The admission, or the discharge, is taken back. */
  readonly cancelled?: 'admission' | 'discharge';
  /** Names of unit, service or programme, the most telling first. */
  readonly units: readonly string[];
  readonly coverages: readonly SaidCoverage[];
};

const arrivalOutcomes = ['accepted', 'automatic', 'same', 'dismissed'] as const;
/** `same`: the record said it already. */
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];
