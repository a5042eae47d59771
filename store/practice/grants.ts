import type { Tenant } from '@openum/casework/port/identity.ts';
import type { PracticeGrants } from '@openum/casework/port/practiceGrants.ts';
import type { PracticeGrant } from '@openum/domain/practiceGrant/grant.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';

type Flat = Omit<PracticeGrant, 'to' | 'from' | 'through'> & {
  readonly userId: string;
  readonly userName: string;
  readonly userTenantId: string;
  readonly organization: string;
  readonly firstDay: PracticeGrant['from'];
  readonly lastDay?: PracticeGrant['from'];
};

const grantColumns = [
  'grantId',
  'userId',
  'userName',
  'userTenantId',
  'organization',
  'roles',
  'firstDay',
  'lastDay',
  'grantedAt',
  'grantedBy',
  'revoked',
] as const satisfies readonly (keyof Flat)[];

const tenantColumns = [
  'tenantId',
  'name',
  'kind',
  'zone',
  'phone',
  'tty',
  'hours',
  'addressLines',
  'accreditations',
] as const satisfies readonly (keyof Tenant)[];

const grantOf = (flat: Flat): PracticeGrant => ({
  grantId: flat.grantId,
  to: { userId: flat.userId, name: flat.userName, tenantId: flat.userTenantId, organization: flat.organization },
  roles: flat.roles,
  from: flat.firstDay,
  ...(flat.lastDay ? { through: flat.lastDay } : {}),
  grantedAt: flat.grantedAt,
  grantedBy: flat.grantedBy,
  ...(flat.revoked ? { revoked: flat.revoked } : {}),
});

const practiceOf = (row: Row): Tenant => {
  const all = fromColumns<Tenant>(row);
  return Object.fromEntries(tenantColumns.flatMap((c) => (all[c] === undefined ? [] : [[c, all[c]]]))) as Tenant;
};

export const createPracticeGrants = (db: Database): PracticeGrants => ({
  list: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columnList(grantColumns)} from practice_grant where tenant_id = $1
          order by granted_at desc, grant_id desc`,
        parameters: [scope.tenantId],
      })
    ).map((row) => grantOf(fromColumns<Flat>(row))),
  add: async (scope, g) => {
    await rowsInTenant(db, scope, {
      sql: `insert into practice_grant (tenant_id, grant_id, user_id, user_name, user_tenant_id, organization, roles,
          first_day, last_day, granted_at, granted_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (tenant_id, grant_id) do nothing`,
      parameters: [
        scope.tenantId,
        g.grantId,
        g.to.userId,
        g.to.name,
        g.to.tenantId,
        g.to.organization,
        g.roles,
        g.from,
        g.through,
        g.grantedAt,
        JSON.stringify(g.grantedBy),
      ],
    });
  },
  revoke: async (scope, grantId, revoked) =>
    (
      await rowsInTenant(db, scope, {
        sql: `update practice_grant set revoked = $3 where tenant_id = $1 and grant_id = $2 and revoked is null
          returning 1`,
        parameters: [scope.tenantId, grantId, JSON.stringify(revoked)],
      })
    ).length > 0,
  ofPerson: async (home, userId) =>
    (
      await rowsInTenant(db, home, {
        sql: `select ${columnList([...grantColumns, ...tenantColumns])} from practice_grants_of($1)
          order by tenant_id, granted_at desc, grant_id desc`,
        parameters: [userId],
      })
    ).map((row) => ({ practice: practiceOf(row), grant: grantOf(fromColumns<Flat>(row)) })),
});
