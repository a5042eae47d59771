import type { StoredTemplateEvent, Templates } from '@openum/casework/port/templates.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { isUniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';

export const createTemplates = (db: Database): Templates => ({
  events: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select template_id, sequence, type, data, by, at from template_event
          where tenant_id = $1 order by template_id, sequence`,
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<StoredTemplateEvent>),
  append: async (scope, templateId, expected, events) => {
    try {
      const rows = await rowsInTenant(db, scope, {
        sql: `insert into template_event (tenant_id, template_id, sequence, type, data, by, at)
          select $1, $2, $3 + e.n, e.value ->> 'type', e.value -> 'data', e.value -> 'by', (e.value ->> 'at')::timestamptz
          from jsonb_array_elements($4::jsonb) with ordinality as e(value, n)
          where (select count(*) from template_event where tenant_id = $1 and template_id = $2) = $3
          returning sequence`,
        parameters: [scope.tenantId, templateId, expected, JSON.stringify(events)],
      });
      return rows.length === events.length;
    } catch (error) {
      // Two writers at the same instant: the second meets the first one's key.
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  },
});
