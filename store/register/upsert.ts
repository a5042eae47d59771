import type { Scope } from '@openum/casework/port/scope.ts';
import type { Statement } from '../connection/database.ts';

/** Insert by id, or replace everything but the id. */
const upsert =
  (table: string, id: string, columns: readonly string[]) =>
  (scope: Scope, rows: readonly object[]): Statement => ({
    sql: `insert into ${table} (tenant_id, ${id}, ${columns.join(', ')})
      select $1, r.${id}, ${columns.map((c) => `r.${c}`).join(', ')} from jsonb_populate_recordset(null::${table}, $2) r
      on conflict (tenant_id, ${id}) do update set ${columns.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    parameters: [scope.tenantId, JSON.stringify(rows)],
  });

export const memberUpsert = upsert('member', 'member_id', [
  'member_number',
  'search_name',
  'member',
  'coverage',
  'coverage_from',
  'coverage_through',
  'zone',
  'rating_period_start',
]);

export const providerUpsert = upsert('provider', 'provider_id', [
  'npi',
  'search_name',
  'kind',
  'name',
  'specialty',
  'phone',
  'fax',
  'address',
]);
