import type { Casework } from '../casework.ts';
import type { FilterPage, SavedFilter } from '../port/savedFilters.ts';
import type { Scope } from '../port/scope.ts';

type Owner = { readonly userId: string; readonly name: string };
export type FilterTeam = { readonly teamId: string; readonly name: string };

export type FilterList = {
  readonly filters: readonly (SavedFilter & { readonly own: boolean })[];
  /** Teams with which this person can share. */
  readonly teams: readonly FilterTeam[];
};

const teamsOf = async ({ routing }: Casework, scope: Scope, userId: string): Promise<readonly FilterTeam[]> =>
  ((await routing.current(scope))?.plan.teams ?? [])
    .filter((t) => t.members.some((m) => m.userId === userId))
    .map(({ teamId, name }) => ({ teamId, name }));

/** One's own filters and those shared with the teams one is in. */
export const listFilters = async (casework: Casework, scope: Scope, me: Owner): Promise<FilterList> => {
  const teams = await teamsOf(casework, scope, me.userId);
  const found = await casework.savedFilters.list(
    scope,
    me.userId,
    teams.map((t) => t.teamId),
  );
  return { filters: found.map((f) => ({ ...f, own: f.ownerUserId === me.userId })), teams };
};

/** False: one can share only with a team that one is in. */
export const saveFilter = async (
  casework: Casework,
  scope: Scope,
  me: Owner,
  given: {
    readonly page: FilterPage;
    readonly name: string;
    readonly search: Readonly<Record<string, string>>;
    readonly teamId?: string | undefined;
  },
): Promise<boolean> => {
  const { teamId, ...filter } = given;
  const teams = await teamsOf(casework, scope, me.userId);
  if (teamId !== undefined && !teams.some((t) => t.teamId === teamId)) return false;
  await casework.savedFilters.save(scope, {
    ...filter,
    ...(teamId === undefined ? {} : { teamId }),
    filterId: casework.environment.newId(),
    ownerUserId: me.userId,
    ownerName: me.name,
    savedAt: casework.environment.now(),
  });
  return true;
};
