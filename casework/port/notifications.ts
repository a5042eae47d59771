import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** A step of the alarm plan that a clock has reached. */
export type RaisedAlarm = {
  readonly caseId: string;
  readonly clockId: string;
  readonly stepId: string;
  readonly ruleId: string;
  readonly dueAt: Instant;
  /** The moment at which it ought to have been raised. */
  readonly alarmAt: Instant;
  readonly raisedAt: Instant;
  readonly late: boolean;
};

export type Notification = RaisedAlarm & {
  readonly notificationId: string;
  readonly caseNumber: string;
  readonly readAt?: Instant;
};

/** What people were told about clocks that near their end. */
export type Notifications = {
  /** False, and nothing is written, when this step of this clock was raised before. */
  raise(
    scope: Scope,
    alarm: RaisedAlarm,
    to: readonly { readonly notificationId: string; readonly userId: string }[],
  ): Promise<boolean>;
  raisedOf(scope: Scope, caseId: string): Promise<readonly { readonly clockId: string; readonly stepId: string }[]>;
  /** Newest first; `unread` counts all of them, not only those listed. */
  ofUser(
    scope: Scope,
    userId: string,
    limit: number,
  ): Promise<{ readonly rows: readonly Notification[]; readonly unread: number }>;
  /** Those of this user only; what was read before keeps its time. */
  markRead(scope: Scope, userId: string, notificationIds: readonly string[], at: Instant): Promise<void>;
};
