import type { Absence, Availability, Conflict, HeldCase } from '@openum/domain/matching/physician.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** What a person has said of their own work: with whom they have a conflict, when they are away, when they work. */
export type PhysicianFile = {
  readonly userId: string;
  /** Newest first, with those that have ended. */
  readonly conflicts: readonly Conflict[];
  /** Latest start first, with those that were cancelled. */
  readonly absences: readonly Absence[];
  /** What was said last; earlier words are kept. */
  readonly availability?: Availability;
};

/** Lines that came and were decided in a span, and how long those that came had until their first hard deadline. */
export type PhysicianPace = { readonly referred: number; readonly decided: number; readonly hoursLeft?: number };

/** Nothing in it is overwritten: a conflict is ended, an absence cancelled, hours and capacity are said anew. */
export type Physicians = {
  file(scope: Scope, userId: string): Promise<PhysicianFile>;
  files(scope: Scope): Promise<readonly PhysicianFile[]>;
  declareConflict(scope: Scope, userId: string, conflict: Omit<Conflict, 'endedAt'>): Promise<void>;
  /** False when this person has no such conflict, or it has ended. */
  endConflict(scope: Scope, userId: string, conflictId: string, at: Instant): Promise<boolean>;
  recordAbsence(scope: Scope, userId: string, absence: Omit<Absence, 'cancelledAt'>): Promise<void>;
  /** False when this person has no such absence, or it was cancelled. */
  cancelAbsence(scope: Scope, userId: string, absenceId: string, at: Instant): Promise<boolean>;
  saveAvailability(scope: Scope, userId: string, availability: Availability): Promise<void>;
  /** Every case with lines that wait for a physician, with who has it; the earliest due first. */
  waiting(scope: Scope): Promise<readonly (HeldCase & { readonly userId?: string })[]>;
  /** From `from`, up to and without `until`. */
  pace(scope: Scope, from: Instant, until: Instant): Promise<PhysicianPace>;
};
