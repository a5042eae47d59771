import type { Reminder } from '@openum/domain/practiceReminder/reminder.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** One person told of one step of one task. Holds no health information beside the id of the episode. */
export type RaisedReminder = Omit<Reminder, 'userIds'> & {
  readonly reminderId: string;
  readonly episodeId: string;
  readonly userId: string;
  readonly raisedAt: Instant;
  readonly late: boolean;
};

/** What became of the mail: it went, the server will never take it, or there was nothing left to tell when it was its turn. */
export type MailEnd = 'sent' | 'refused' | 'dropped';

export type KeptReminder = RaisedReminder & {
  readonly episodeNumber: string;
  readonly patientName: string;
  readonly seenAt?: Instant;
};

/** What people of a practice were told of tasks that near their end. */
export type PracticeReminders = {
  /** Those of them that this person had not been told yet; the others change nothing. */
  raise(scope: Scope, reminders: readonly RaisedReminder[]): Promise<readonly RaisedReminder[]>;
  /** Newest first. */
  ofUser(scope: Scope, userId: string, limit: number): Promise<readonly KeptReminder[]>;
  /** Those of this user only; what was seen before keeps its time. */
  markSeen(scope: Scope, userId: string, reminderIds: readonly string[], at: Instant): Promise<void>;
  /**
   * Takes those whose mail has not ended for one try, the oldest first: a second caller does not get them before `restMinutes` have
   * passed, and nobody does after `mostTries`.
   */
  takeForMail(
    scope: Scope,
    at: Instant,
    limits: { readonly limit: number; readonly restMinutes: number; readonly mostTries: number },
  ): Promise<readonly RaisedReminder[]>;
  endMail(scope: Scope, reminderIds: readonly string[], end: MailEnd, at: Instant): Promise<void>;
  /** When the tasks of the practice were last looked at. */
  lastLook(scope: Scope): Promise<Instant | undefined>;
  /** Never goes back. */
  saveLook(scope: Scope, at: Instant): Promise<void>;
};
