import type { Qualification } from '../actor/actor.ts';
import type { Instant } from '../time/instant.ts';
import type { WeeklyHours } from '../time/weekly.ts';

/** Whom a person declared that they may not judge. Practices and facilities are known by their NPI, members by their number. */
export const conflictKinds = ['provider', 'practice', 'facility', 'member'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export type Conflict = {
  readonly conflictId: string;
  readonly kind: ConflictKind;
  /** NPI of a provider, practice or facility; member number of a member. */
  readonly identifier?: string;
  readonly name: string;
  readonly note?: string;
  readonly declaredAt: Instant;
  readonly declaredBy: string;
  readonly endedAt?: Instant;
};

/** Time out of office; `until` is not part of it. */
export type Absence = {
  readonly absenceId: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly note?: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly cancelledAt?: Instant;
};

export type Availability = {
  /** Without any: at all hours. */
  readonly hours?: WeeklyHours;
  /** Most work held at once, in lines weighted by the time they have left. */
  readonly capacity?: number;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
};

/** Who might decide: credentials, declared conflicts, and when they work. */
export type Physician = {
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  readonly qualification?: Qualification;
  readonly conflicts: readonly Conflict[];
  readonly absences: readonly Absence[];
  readonly availability?: Availability;
  /** What they hold now, by which the next case goes to who has room. */
  readonly holds: readonly HeldCase[];
};

export type HeldCase = { readonly caseId: string; readonly items: number; readonly dueAt?: Instant };

export const absenceAt = (p: Pick<Physician, 'absences'>, at: Instant): Absence | undefined =>
  p.absences.find((a) => a.cancelledAt === undefined && a.from <= at && at < a.until);
