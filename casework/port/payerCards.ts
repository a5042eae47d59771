import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import type { TaskDuty } from '@openum/domain/practiceTask/task.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

export type SavedTaskDuty = {
  readonly version: number;
  readonly duty: TaskDuty;
  readonly savedAt: Instant;
  readonly savedBy: { readonly userId: string; readonly name: string };
};

/** What a practice knows of its payers, and who at the practice has which work. Versions are added, never changed. */
export type PayerCards = {
  /** Every version of every payer, by payer and ascending. */
  all(scope: Scope): Promise<readonly SavedPayerCard[]>;
  /** Ascending. */
  versions(scope: Scope, payerId: string): Promise<readonly SavedPayerCard[]>;
  /** False, and nothing is written, when this version is there already or leaves one out: somebody else saved first. */
  save(scope: Scope, saved: SavedPayerCard): Promise<boolean>;
  duty(scope: Scope): Promise<SavedTaskDuty | undefined>;
  /** As `save`. */
  saveDuty(scope: Scope, saved: SavedTaskDuty): Promise<boolean>;
};
