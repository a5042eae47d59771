import type { FileKey } from '@openum/casework/port/auditSamples.ts';
import type { KeptRatingSet, RatingSets } from '@openum/casework/port/ratingSets.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { Rating, RatingCase, RatingSet } from '@openum/domain/consistency/ratingSet.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';

const setColumns = columnList([
  'setId',
  'title',
  'fromDay',
  'beforeDay',
  'seed',
  'dueOn',
  'raters',
  'createdAt',
  'createdByUserId',
  'createdByName',
] satisfies readonly (keyof RatingSet)[]);

const decidedSql = {
  approved: `i.first_outcome = 'approved'`,
  adverse: `i.first_outcome in ('denied', 'modified', 'partiallyApproved')`,
} as const;

export const createRatingSets = (db: Database): RatingSets => {
  const kept = async (scope: Scope, of: Statement): Promise<readonly KeptRatingSet[]> => {
    const ids = `(select set_id from (${of.sql}) s)`;
    const [sets = [], cases = [], ratings = []] = await db.inTenant(scope, [
      of,
      {
        sql: `select set_id, position, case_id, item_sequence, blinded, recorded from rating_case
          where tenant_id = $1 and set_id in ${ids} order by set_id, position`,
        parameters: of.parameters,
      },
      {
        sql: `select set_id, position, user_id, leaves, recommendation, note, rated_at from rating
          where tenant_id = $1 and set_id in ${ids} order by rated_at, position, user_id`,
        parameters: of.parameters,
      },
    ]);
    const ofSet = <T>(rows: readonly Row[], setId: string): readonly T[] =>
      rows.filter((r) => r.set_id === setId).map(({ set_id: _, ...row }) => fromColumns<T>(row));
    return sets.map(fromColumns<RatingSet>).map((set) => ({
      set,
      cases: ofSet<RatingCase>(cases, set.setId),
      ratings: ofSet<Rating>(ratings, set.setId),
    }));
  };

  return {
    decidedLines: async (scope, q) =>
      (
        await rowsInTenant(db, scope, {
          sql: `select i.case_id, i.item_sequence from case_item i
              join case_row r on r.tenant_id = i.tenant_id and r.case_id = i.case_id
            where i.tenant_id = $1 and ${decidedSql[q.decided]} and r.status <> 'voided'
              and i.first_decided_on >= $2 and i.first_decided_on < $3
              and (cardinality($4::text[]) = 0 or r.line_of_business = any($4::text[]))
            order by i.case_id, i.item_sequence`,
          parameters: [scope.tenantId, q.fromDay, q.beforeDay, q.linesOfBusiness],
        })
      ).map(fromColumns<FileKey>),
    save: async (scope, set, cases) => {
      await db.inTenant(scope, [
        {
          sql: `insert into rating_set (tenant_id, ${setColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          parameters: [
            scope.tenantId,
            set.setId,
            set.title,
            set.fromDay,
            set.beforeDay,
            set.seed,
            set.dueOn,
            JSON.stringify(set.raters),
            set.createdAt,
            set.createdByUserId,
            set.createdByName,
          ],
        },
        {
          sql: `insert into rating_case (tenant_id, set_id, position, case_id, item_sequence, blinded, recorded)
            select $1, $2, position, "caseId", "itemSequence", blinded, recorded
            from jsonb_to_recordset($3) as c(position int, "caseId" text, "itemSequence" int, blinded jsonb, recorded jsonb)`,
          parameters: [scope.tenantId, set.setId, JSON.stringify(cases)],
        },
      ]);
    },
    list: (scope, limit, raterId) =>
      kept(scope, {
        sql: `select ${setColumns} from rating_set where tenant_id = $1
            and ($3::text is null or raters @> jsonb_build_array(jsonb_build_object('userId', $3::text)))
          order by created_at desc, set_id desc limit $2`,
        parameters: [scope.tenantId, limit, raterId ?? null],
      }),
    find: async (scope, setId) =>
      (
        await kept(scope, {
          sql: `select ${setColumns} from rating_set where tenant_id = $1 and set_id = $2`,
          parameters: [scope.tenantId, setId],
        })
      )[0],
    rate: async (scope, setId, r) =>
      (
        await rowsInTenant(db, scope, {
          sql: `insert into rating (tenant_id, set_id, position, user_id, leaves, recommendation, note, rated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning position`,
          parameters: [
            scope.tenantId,
            setId,
            r.position,
            r.userId,
            JSON.stringify(r.leaves),
            r.recommendation,
            r.note,
            r.ratedAt,
          ],
        })
      ).length > 0,
  };
};
