import type { SavedFilter, SavedFilters } from '@openum/casework/port/savedFilters.ts';
import { compareText, perTenant } from './tenants.ts';

export const memorySavedFilters = (): SavedFilters => {
  const tenant = perTenant(() => new Map<string, SavedFilter>());
  return {
    list: async (scope, userId, teamIds) =>
      [...tenant(scope).values()]
        .filter((f) => f.ownerUserId === userId || (f.teamId !== undefined && teamIds.includes(f.teamId)))
        .sort((a, b) => compareText(a.name, b.name) || compareText(a.filterId, b.filterId)),
    save: async (scope, filter) => {
      const before = [...tenant(scope).values()].find(
        (f) => f.ownerUserId === filter.ownerUserId && f.page === filter.page && f.name === filter.name,
      );
      const filterId = before?.filterId ?? filter.filterId;
      tenant(scope).set(filterId, structuredClone({ ...filter, filterId }));
    },
    remove: async (scope, ownerUserId, filterId) =>
      tenant(scope).get(filterId)?.ownerUserId === ownerUserId && tenant(scope).delete(filterId),
  };
};
