import type { GuestLink, GuestLinks } from '@openum/casework/port/guestLinks.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns =
  'tenant_id, link_hash, case_id, offer_id, created_at, created_by, expires_at, failed_tries, locked_at, revoked_at';

export const createGuestLinks = (db: Database): GuestLinks => ({
  create: async (scope, link) => {
    await rowsInTenant(db, scope, {
      sql: `with before as (
          update guest_link set revoked_at = $5 where tenant_id = $1 and offer_id = $4 and revoked_at is null
        ) insert into guest_link (tenant_id, link_hash, case_id, offer_id, created_at, created_by, expires_at)
          values ($1, $2, $3, $4, $5, $6, $7)`,
      parameters: [
        scope.tenantId,
        link.linkHash,
        link.caseId,
        link.offerId,
        link.createdAt,
        link.createdBy,
        link.expiresAt,
      ],
    });
  },
  byHash: async (linkHash) => {
    const [row] = await db.call({ sql: `select ${columns} from guest_link_by_hash($1)`, parameters: [linkHash] });
    return row && fromColumns<GuestLink>(row);
  },
  takeTry: async (scope, linkHash, limit, now) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `update guest_link set failed_tries = least(failed_tries + 1, $3),
          locked_at = case when failed_tries >= $3 then $4::timestamptz end
        where tenant_id = $1 and link_hash = $2 and locked_at is null returning locked_at`,
      parameters: [scope.tenantId, linkHash, limit, now],
    });
    return row !== undefined && row.locked_at === null;
  },
  forgetTries: async (scope, linkHash) => {
    await rowsInTenant(db, scope, {
      sql: 'update guest_link set failed_tries = 0 where tenant_id = $1 and link_hash = $2',
      parameters: [scope.tenantId, linkHash],
    });
  },
  revoke: async (scope, offerId, now) => {
    await rowsInTenant(db, scope, {
      sql: 'update guest_link set revoked_at = $3 where tenant_id = $1 and offer_id = $2 and revoked_at is null',
      parameters: [scope.tenantId, offerId, now],
    });
  },
  ofCase: async (scope, caseId) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select ${columns} from guest_link where tenant_id = $1 and case_id = $2
          order by created_at desc, link_hash`,
        parameters: [scope.tenantId, caseId],
      })
    ).map(fromColumns<GuestLink>),
});
