import type { FileKey } from '@openum/casework/port/auditSamples.ts';
import type { KeptRatingSet, RatingSets, ReadRatingNews } from '@openum/casework/port/ratingSets.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { WatchedSet } from '@openum/domain/consistency/news.ts';
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
    watched: async (scope, userId, dueFrom) =>
      (
        await rowsInTenant(db, scope, {
          sql: `select s.set_id, s.title, s.due_on, s.created_at, s.created_by_user_id = $2 as leads,
              s.raters @> jsonb_build_array(jsonb_build_object('userId', $2::text)) as rates,
              own.to_rate as own_to_rate, given.own as own_rated, wanted.to_rate, given.rated, given.last_rated_at
            from rating_set s
              cross join lateral (select count(*)::int as to_rate from rating_case c
                where c.tenant_id = s.tenant_id and c.set_id = s.set_id and not c.recorded -> 'involved' ? $2) own
              cross join lateral (select count(*)::int as to_rate
                from rating_case c cross join jsonb_array_elements(s.raters) r
                where c.tenant_id = s.tenant_id and c.set_id = s.set_id and not c.recorded -> 'involved' ? (r ->> 'userId')) wanted
              cross join lateral (select count(*)::int as rated, count(*) filter (where r.user_id = $2)::int as own,
                  max(r.rated_at) as last_rated_at from rating r where r.tenant_id = s.tenant_id and r.set_id = s.set_id) given
            where s.tenant_id = $1 and s.due_on >= $3
              and (s.created_by_user_id = $2 or s.raters @> jsonb_build_array(jsonb_build_object('userId', $2::text)))
            order by s.created_at desc, s.set_id desc`,
          parameters: [scope.tenantId, userId, dueFrom],
        })
      ).map(fromColumns<WatchedSet>),
    newsRead: async (scope, userId) =>
      (
        await rowsInTenant(db, scope, {
          sql: 'select set_id, kind, read_at from rating_news_read where tenant_id = $1 and user_id = $2 order by read_at, set_id, kind',
          parameters: [scope.tenantId, userId],
        })
      ).map(fromColumns<ReadRatingNews>),
    markNewsRead: async (scope, userId, read, at) => {
      await rowsInTenant(db, scope, {
        sql: `insert into rating_news_read (tenant_id, user_id, set_id, kind, read_at)
          select $1, $2, x.set_id, x.kind, $4 from jsonb_to_recordset($3) as x(set_id text, kind text)
          join rating_set s on s.tenant_id = $1 and s.set_id = x.set_id
          on conflict do nothing`,
        parameters: [scope.tenantId, userId, JSON.stringify(read.map((r) => ({ set_id: r.setId, kind: r.kind }))), at],
      });
    },
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
