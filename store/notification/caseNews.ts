import type { CaseNews, News, NewsReader } from '@openum/casework/port/caseNews.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type NewsKind, newsEvents, newsRoles } from '@openum/domain/notification/news.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const types = Object.keys(newsEvents)
  .map((t) => `'${t}'`)
  .join(', ');
const kind = `case e.type ${Object.entries(newsEvents)
  .map(([type, of]) => `when '${type}' then '${of}'`)
  .join(' ')} end`;

const kindsOf = (reader: NewsReader): readonly NewsKind[] =>
  (Object.entries(newsRoles) as [NewsKind, readonly string[]][]).flatMap(([of, roles]) =>
    reader.roles.some((r) => roles.includes(r)) ? [of] : [],
  );

/** News for `$2`, from `$3` on; `$4` are the kinds of which the reader's roles are told whoever has the case. */
const newsSql = `select e.case_id, r.case_number, e.sequence, ${kind} as kind, e.recorded_at as at, e.actor ->> 'name' as by, n.read_at
  from case_event e
    join case_row r on r.tenant_id = e.tenant_id and r.case_id = e.case_id
    left join news_read n on n.tenant_id = e.tenant_id and n.user_id = $2 and n.case_id = e.case_id and n.sequence = e.sequence
  where e.tenant_id = $1 and e.type in (${types}) and e.recorded_at >= $3
    and coalesce(e.actor ->> 'userId', '') <> $2
    and ${kind} <> all(coalesce((select p.muted from news_preference p where p.tenant_id = $1 and p.user_id = $2), '{}'))
    and (${kind} = any($4::text[])
      or e.type in ('Assigned', 'AppealReviewerAssigned', 'OwnerReminded', 'PeerToPeerEscalated') and e.data #>> '{to,userId}' = $2
      or e.type not in ('Assigned', 'AppealReviewerAssigned', 'OwnerReminded', 'PeerToPeerEscalated') and r.assignee_user_id = $2
      or e.type = 'PeerToPeerScheduled' and exists (select 1 from case_event o
        where o.tenant_id = e.tenant_id and o.case_id = e.case_id and o.type = 'PeerToPeerOffered'
          and o.data ->> 'offerId' = e.data ->> 'offerId' and o.data #>> '{physician,userId}' = $2))`;

const newsOf = (scope: Scope, reader: NewsReader, since: Instant): Statement => ({
  sql: newsSql,
  parameters: [scope.tenantId, reader.userId, since, kindsOf(reader)],
});

export const createCaseNews = (db: Database): CaseNews => ({
  ofUser: async (scope, reader, since, limit) => {
    const { sql, parameters } = newsOf(scope, reader, since);
    const [rows = [], [count] = []] = await db.inTenant(scope, [
      {
        sql: `${sql} order by e.recorded_at desc, e.case_id desc, e.sequence desc limit $5`,
        parameters: [...parameters, limit],
      },
      { sql: `select count(*) as unread from (${sql}) x where read_at is null`, parameters },
    ]);
    return { rows: rows.map(fromColumns<News>), unread: Number(count?.unread ?? 0) };
  },
  markRead: async (scope, userId, read, at) => {
    await rowsInTenant(db, scope, {
      sql: `insert into news_read (tenant_id, user_id, case_id, sequence, read_at)
        select $1, $2, x.case_id, x.sequence, $4 from jsonb_to_recordset($3) as x(case_id text, sequence int)
        join case_event e on e.tenant_id = $1 and e.case_id = x.case_id and e.sequence = x.sequence
        on conflict do nothing`,
      parameters: [
        scope.tenantId,
        userId,
        JSON.stringify(read.map((r) => ({ case_id: r.caseId, sequence: r.sequence }))),
        at,
      ],
    });
  },
  muted: async (scope, userId) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: 'select muted from news_preference where tenant_id = $1 and user_id = $2',
      parameters: [scope.tenantId, userId],
    });
    return (row?.muted ?? []) as readonly NewsKind[];
  },
  mute: async (scope, userId, kinds) => {
    await rowsInTenant(db, scope, {
      sql: `insert into news_preference (tenant_id, user_id, muted) values ($1, $2, $3)
        on conflict (tenant_id, user_id) do update set muted = excluded.muted`,
      parameters: [scope.tenantId, userId, kinds],
    });
  },
});
