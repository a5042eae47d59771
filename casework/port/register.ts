import type { Coverage, Member, Provider } from '@openum/domain/case/request.ts';
import type { CalendarDate, ZoneId } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** A person covered by the plan, with the contract under which rules are chosen. */
export type RegisteredMember = {
  readonly memberId: string;
  readonly member: Member;
  readonly coverage: Coverage;
  readonly coverageFrom: CalendarDate;
  readonly coverageThrough?: CalendarDate;
  readonly zone: ZoneId;
  /** First day of the Medicaid rating period that applies (42 CFR 438.210(d)). */
  readonly ratingPeriodStart?: CalendarDate;
};

export type RegisteredProvider = Provider & {
  readonly providerId: string;
  readonly npi: string;
  readonly kind: 'organization' | 'practitioner';
};

export type Register = {
  memberById(scope: Scope, memberId: string): Promise<RegisteredMember | undefined>;
  memberByNumber(scope: Scope, memberNumber: string): Promise<RegisteredMember | undefined>;
  /** Start of family name, `family, given`, or member number; at most `limit`. */
  searchMembers(scope: Scope, text: string, limit: number): Promise<readonly RegisteredMember[]>;
  providerByNpi(scope: Scope, npi: string): Promise<RegisteredProvider | undefined>;
  searchProviders(scope: Scope, text: string, limit: number): Promise<readonly RegisteredProvider[]>;
  saveMembers(scope: Scope, members: readonly RegisteredMember[]): Promise<void>;
  saveProviders(scope: Scope, providers: readonly RegisteredProvider[]): Promise<void>;
};
