import type { GuestLink, GuestLinks } from '@openum/casework/port/guestLinks.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns =
  'tenant_id, link_hash, case_id, about, offer_id as subject_id, to_npi, created_at, created_by, expires_at, failed_tries, locked_at, revoked_at';

export const createGuestLinks = (db: Database): GuestLinks => ({
  create: async (scope, link) => {
    await rowsInTenant(db, scope, {
      sql: `with before as (
          update guest_link set revoked_at = $5
          where tenant_id = $1 and about = $8 and offer_id = $4 and revoked_at is null
        ) insert into guest_link (tenant_id, link_hash, case_id, offer_id, created_at, created_by, expires_at, about, to_npi)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      parameters: [
        scope.tenantId,
        link.linkHash,
        link.caseId,
        link.subjectId,
        link.createdAt,
        link.createdBy,
        link.expiresAt,
        link.about,
        link.toNpi ?? null,
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
  revoke: async (scope, { about, subjectId }, now) => {
    await rowsInTenant(db, scope, {
      sql: `update guest_link set revoked_at = $4
        where tenant_id = $1 and about = $2 and offer_id = $3 and revoked_at is null`,
      parameters: [scope.tenantId, about, subjectId, now],
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
