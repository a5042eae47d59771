import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** Lists whose filters can be kept. */
export const filterPages = ['work', 'dashboard'] as const;
export type FilterPage = (typeof filterPages)[number];

export type SavedFilter = {
  readonly filterId: string;
  readonly ownerUserId: string;
  readonly ownerName: string;
  readonly page: FilterPage;
  readonly name: string;
  /** The address of the list, as the browser reads it. */
  readonly search: Readonly<Record<string, string>>;
  /** Team of the routing plan that sees it too. */
  readonly teamId?: string;
  readonly savedAt: Instant;
};

export type SavedFilters = {
  /** One's own and those of these teams, by name. */
  list(scope: Scope, userId: string, teamIds: readonly string[]): Promise<readonly SavedFilter[]>;
  /** Takes the place of the owner's filter of this name on this page. */
  save(scope: Scope, filter: SavedFilter): Promise<void>;
  /** False when this owner has no such filter. */
  remove(scope: Scope, ownerUserId: string, filterId: string): Promise<boolean>;
};
