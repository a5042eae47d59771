import type { Contacts, Kept } from '@openum/casework/port/contacts.ts';
import type { ContactPreference, DeliverySettings } from '@openum/domain/delivery/choose.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';

const kept = <T>(row: Row | undefined): Kept<T> | undefined =>
  row && { ...(row.value as T), changedAt: row.changed_at as Instant, changedBy: String(row.changed_by) };

const split = <T extends object>({ changedAt, changedBy, ...value }: Kept<T>) => ({
  changedAt,
  changedBy,
  json: JSON.stringify(value),
});

export const createContacts = (db: Database): Contacts => ({
  settings: async (scope) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select settings as value, changed_at, changed_by from delivery_setting
        where tenant_id = $1 order by changed_at desc limit 1`,
      parameters: [scope.tenantId],
    });
    return kept<DeliverySettings>(row);
  },
  saveSettings: async (scope, settings) => {
    const { changedAt, changedBy, json } = split(settings);
    await rowsInTenant(db, scope, {
      sql: 'insert into delivery_setting (tenant_id, changed_at, changed_by, settings) values ($1, $2, $3, $4)',
      parameters: [scope.tenantId, changedAt, changedBy, json],
    });
  },
  preference: async (scope, audience, key) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select preference as value, changed_at, changed_by from contact_preference
        where tenant_id = $1 and audience = $2 and key = $3 order by changed_at desc limit 1`,
      parameters: [scope.tenantId, audience, key],
    });
    return kept<ContactPreference>(row);
  },
  savePreference: async (scope, audience, key, preference) => {
    const { changedAt, changedBy, json } = split(preference);
    await rowsInTenant(db, scope, {
      sql: `insert into contact_preference (tenant_id, audience, key, changed_at, changed_by, preference)
        values ($1, $2, $3, $4, $5, $6)`,
      parameters: [scope.tenantId, audience, key, changedAt, changedBy, json],
    });
  },
});
