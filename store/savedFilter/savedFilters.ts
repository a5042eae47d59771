import type { SavedFilter, SavedFilters } from '@openum/casework/port/savedFilters.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const createSavedFilters = (db: Database): SavedFilters => ({
  list: async (scope, userId, teamIds) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select filter_id, owner_user_id, owner_name, page, name, search, team_id, saved_at from saved_filter
          where tenant_id = $1 and (owner_user_id = $2 or team_id = any($3::text[])) order by name collate "C", filter_id`,
        parameters: [scope.tenantId, userId, teamIds],
      })
    ).map(fromColumns<SavedFilter>),
  save: async (scope, f) => {
    await rowsInTenant(db, scope, {
      sql: `insert into saved_filter (tenant_id, filter_id, owner_user_id, owner_name, page, name, search, team_id, saved_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (tenant_id, owner_user_id, page, name) do update
          set search = excluded.search, team_id = excluded.team_id, saved_at = excluded.saved_at`,
      parameters: [
        scope.tenantId,
        f.filterId,
        f.ownerUserId,
        f.ownerName,
        f.page,
        f.name,
        JSON.stringify(f.search),
        f.teamId,
        f.savedAt,
      ],
    });
  },
  remove: async (scope, ownerUserId, filterId) =>
    (
      await rowsInTenant(db, scope, {
        sql: 'delete from saved_filter where tenant_id = $1 and owner_user_id = $2 and filter_id = $3 returning 1',
        parameters: [scope.tenantId, ownerUserId, filterId],
      })
    ).length > 0,
});
