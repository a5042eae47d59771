import type { RoutingPlan } from '@openum/domain/routing/plan.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** One version of who gets what. Versions are added, never changed. */
export type SavedRoutingPlan = {
  readonly version: number;
  readonly plan: RoutingPlan;
  readonly savedAt: Instant;
  readonly savedBy: { readonly userId: string; readonly name: string };
  readonly reason: string;
};

/** What somebody has open, weighted by what is left of its time: 3 within a day or late, 2 within three days, else 1. */
export type Load = { readonly userId: string; readonly open: number; readonly load: number };

export type Routing = {
  current(scope: Scope): Promise<SavedRoutingPlan | undefined>;
  /** Newest first, without the plans themselves. */
  history(scope: Scope, limit: number): Promise<readonly Omit<SavedRoutingPlan, 'plan'>[]>;
  /** False, and nothing is written, when this version is there already: somebody else saved first. */
  save(scope: Scope, saved: SavedRoutingPlan): Promise<boolean>;
  /** Of cases that wait for clinical review. */
  loads(scope: Scope, now: Instant): Promise<readonly Load[]>;
  /** Cases that wait for clinical review and have no owner, or one of these; the earliest due first. */
  strays(scope: Scope, ownerIds: readonly string[], limit: number): Promise<readonly string[]>;
};
