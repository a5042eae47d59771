import {
  type CriteriaText,
  type OwnCriteriaLog,
  releaseTypes,
  type StoredCriteriaEvent,
} from '@openum/casework/port/ownCriteria.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { isUniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';

const columns = 'set_id, sequence, type, data, by, at';

export const createOwnCriteria = (db: Database): OwnCriteriaLog => ({
  events: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columns} from criteria_version_event where tenant_id = $1 order by set_id, sequence`,
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<StoredCriteriaEvent>),
  releases: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columns} from criteria_version_event
          where tenant_id = $1 and type in (${releaseTypes.map((t) => `'${t}'`).join(', ')}) order by set_id, sequence`,
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<StoredCriteriaEvent>),
  texts: async (scope, sha256s) =>
    (
      await rowsInTenant(db, scope, {
        sql: 'select sha256, text as set from criteria_text where tenant_id = $1 and sha256 = any($2::text[])',
        parameters: [scope.tenantId, [...sha256s]],
      })
    ).map(fromColumns<CriteriaText>),
  append: async (scope, setId, expected, events, text) => {
    try {
      const rows = await rowsInTenant(db, scope, {
        sql: `with kept as (
            insert into criteria_text (tenant_id, sha256, text)
            select $1, t ->> 'sha256', t -> 'set' from jsonb_array_elements($5::jsonb) as t
            on conflict do nothing
          )
          insert into criteria_version_event (tenant_id, set_id, sequence, type, data, by, at)
          select $1, $2, $3 + e.n, e.value ->> 'type', e.value -> 'data', e.value -> 'by', (e.value ->> 'at')::timestamptz
          from jsonb_array_elements($4::jsonb) with ordinality as e(value, n)
          where (select count(*) from criteria_version_event where tenant_id = $1 and set_id = $2) = $3
          returning sequence`,
        parameters: [scope.tenantId, setId, expected, JSON.stringify(events), JSON.stringify(text ? [text] : [])],
      });
      return rows.length === events.length;
    } catch (error) {
      // Two writers at the same instant: the second meets the first one's key.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
});
