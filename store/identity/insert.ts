import type { ApiClient, Identity, PortalGrant, Tenant, User } from '@openum/casework/port/identity.ts';
import type { Statement } from '../connection/database.ts';
import { toColumns } from '../connection/names.ts';

/** Names are those of the schema, never of the caller. */
const insert = (table: string, row: object): Statement => {
  const columns = Object.entries(row).filter(([, value]) => value !== undefined);
  return {
    sql: `insert into ${table} (${columns.map(([name]) => name).join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    parameters: columns.map(([, value]) => value),
  };
};

export const insertTenant = (t: Tenant): Statement =>
  insert('tenant', {
    tenant_id: t.tenantId,
    name: t.name,
    kind: t.kind,
    zone: t.zone,
    phone: t.phone,
    tty: t.tty,
    hours: t.hours,
    address_lines: t.addressLines,
    accreditations: t.accreditations,
  });

export const updateTenant = (t: Tenant): Statement => ({
  sql: `update tenant set name = $2, zone = $3, phone = $4, tty = $5, hours = $6, address_lines = $7, accreditations = $8
    where tenant_id = $1`,
  parameters: [t.tenantId, t.name, t.zone, t.phone, t.tty, t.hours, t.addressLines, t.accreditations],
});

export const insertUser = (u: User, passwordHash: string): Statement =>
  insert('app_user', {
    tenant_id: u.tenantId,
    user_id: u.userId,
    email: u.email,
    email_key: u.email.toLowerCase(),
    name: u.name,
    roles: u.roles,
    qualification: u.qualification && JSON.stringify(u.qualification),
    active: u.active,
    password_hash: passwordHash,
  });

export const insertSession = (s: Parameters<Identity['openSession']>[0]): Statement => insert('session', toColumns(s));

export const insertClient = (c: ApiClient, tokenHash: string): Statement =>
  insert('api_client', {
    tenant_id: c.tenantId,
    client_id: c.clientId,
    name: c.name,
    scopes: c.scopes,
    token_hash: tokenHash,
  });

export const upsertPortalGrant = (g: PortalGrant): Statement => ({
  sql: `insert into portal_grant (tenant_id, practice_tenant_id, npis) values ($1, $2, $3)
    on conflict (tenant_id, practice_tenant_id) do update set npis = excluded.npis`,
  parameters: [g.planTenantId, g.practiceTenantId, g.npis],
});
