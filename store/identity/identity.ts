import type { ApiClient, Identity, Tenant, User } from '@openum/casework/port/identity.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { StoreError, uniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';
import { insertClient, insertSession, insertTenant, insertUser, updateTenant, upsertPortalGrant } from './insert.ts';

const userColumns = 'user_id, tenant_id, email, name, roles, qualification, active';
const tenantColumns = 'tenant_id, name, kind, zone, phone, tty, hours, address_lines, accreditations';

export const createIdentity = (db: Database): Identity => {
  const one = async <T>(statement: Statement): Promise<T | undefined> => {
    const [row] = await db.call(statement);
    return row && fromColumns<T>(row);
  };
  const list = <T>(rows: readonly Row[]): readonly T[] => rows.map(fromColumns<T>);

  return {
    createTenant: async (tenant) => {
      await rowsInTenant(db, tenant, insertTenant(tenant));
    },
    saveTenant: async (tenant) => {
      await rowsInTenant(db, tenant, updateTenant(tenant));
    },
    tenants: async () =>
      list<Tenant>(await db.call({ sql: `select ${tenantColumns} from all_tenants()`, parameters: [] })),
    tenant: async (scope) =>
      list<Tenant>(
        await rowsInTenant(db, scope, {
          sql: `select ${tenantColumns} from tenant where tenant_id = $1`,
          parameters: [scope.tenantId],
        }),
      )[0],
    createUser: async (user, passwordHash) => {
      try {
        await rowsInTenant(db, user, insertUser(user, passwordHash));
      } catch (e) {
        if (e instanceof StoreError && e.code === uniqueViolation && e.constraint === 'app_user_email_everywhere')
          throw new Error('email: it is already in use');
        throw e;
      }
    },
    userForSignIn: async (email) => {
      const found = await one<User & { passwordHash: string }>({
        sql: `select ${userColumns}, password_hash from user_for_sign_in($1)`,
        parameters: [email.toLowerCase()],
      });
      if (!found) return undefined;
      const { passwordHash, ...user } = found;
      return { user, passwordHash };
    },
    user: async (scope, userId) =>
      list<User>(
        await rowsInTenant(db, scope, {
          sql: `select ${userColumns} from app_user where tenant_id = $1 and user_id = $2`,
          parameters: [scope.tenantId, userId],
        }),
      )[0],
    users: async (scope) =>
      list<User>(
        await rowsInTenant(db, scope, {
          sql: `select ${userColumns} from app_user where tenant_id = $1 order by name collate "C", user_id`,
          parameters: [scope.tenantId],
        }),
      ),
    openSession: async (session) => {
      await rowsInTenant(db, session, insertSession(session));
    },
    session: (sessionHash, now) =>
      one<User>({ sql: `select ${userColumns} from user_of_session($1, $2)`, parameters: [sessionHash, now] }),
    closeSession: async (sessionHash) => {
      await db.call({ sql: 'select close_session($1)', parameters: [sessionHash] });
    },
    createClient: async (client, tokenHash) => {
      await rowsInTenant(db, client, insertClient(client, tokenHash));
    },
    clientByToken: (tokenHash) =>
      one<ApiClient>({
        sql: 'select client_id, tenant_id, name, scopes from client_by_token($1)',
        parameters: [tokenHash],
      }),
    grantPortal: async (grant) => {
      await rowsInTenant(db, { tenantId: grant.planTenantId }, upsertPortalGrant(grant));
    },
    portalOf: async (practiceTenantId) =>
      list<Tenant & { readonly npis: readonly string[] }>(
        await rowsInTenant(
          db,
          { tenantId: practiceTenantId },
          { sql: `select ${tenantColumns}, npis from portal_of($1)`, parameters: [practiceTenantId] },
        ),
      ).map(({ npis, ...plan }) => ({ plan, npis })),
  };
};
