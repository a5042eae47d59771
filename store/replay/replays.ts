import type { Replay, ReplayFinding, Replays, TakenReplay } from '@openum/casework/port/replays.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns = `replay_id, set_id, version, sha256, decided_from, decided_before, created_at, created_by, state, total, cases,
  counts, finished_at`;

const concerned = `select distinct case_id from case_item
  where tenant_id = $1 and first_decided_on >= $2 and first_decided_on < $3 and service_code = any($4::text[])`;

type History = { readonly caseId: string; readonly events: readonly RecordedEvent[] };

/** Events that say nothing about lines, facts or criteria; the case without them is the same for a replay. */
const beside = ['ClocksStarted', 'ClockExtended', 'PossibleDuplicatesFound', 'DuplicateRuledOut', 'PhysicianSought'];

/** Of an evaluation the answer, without what was said of each leaf. Text is put together: jsonb would be built only to be printed. */
const history = `select case_id, json_agg(json_build_object(
      'type', type,
      'data', case when type = 'CriteriaEvaluated'
        then json_build_object('evaluations', (select json_agg(x - 'leaves' - 'wouldChange')
          from jsonb_array_elements(data -> 'evaluations') as x))
        else data::json end,
      'actor', actor, 'occurredAt', occurred_at, 'recordedAt', recorded_at) order by sequence) as events
  from case_event
  where tenant_id = $1 and case_id = any($2::text[]) and type <> all($3::text[]) and type not like 'NoticeDelivery%'
  group by case_id order by case_id`;

const findingOf = (row: Row): ReplayFinding => {
  const { caseId, itemSequence, effect, line } = fromColumns<{
    readonly caseId: string;
    readonly itemSequence: number;
    readonly effect: ReplayFinding['effect'];
    readonly line: Omit<ReplayFinding, 'caseId' | 'itemSequence' | 'effect'>;
  }>(row);
  return { ...line, caseId, itemSequence, effect };
};

export const createReplays = (db: Database): Replays => {
  const rows = (scope: Scope, sql: string, ...more: readonly unknown[]): Promise<readonly Row[]> =>
    rowsInTenant(db, scope, { sql, parameters: [scope.tenantId, ...more] });
  return {
    create: async (scope, r) => {
      await rows(
        scope,
        `insert into criteria_replay (tenant_id, replay_id, set_id, version, sha256, decided_from, decided_before, created_at,
            created_by, state, total, cases, counts, cursor)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '')`,
        ...[r.replayId, r.setId, r.version, r.sha256, r.decidedFrom, r.decidedBefore, r.createdAt, r.createdBy],
        ...[r.state, r.total, r.cases, JSON.stringify(r.counts)],
      );
    },
    replay: async (scope, replayId) => {
      const [row] = await rows(
        scope,
        `select ${columns} from criteria_replay where tenant_id = $1 and replay_id = $2`,
        replayId,
      );
      return row && fromColumns<Replay>(row);
    },
    list: async (scope, setId, limit) =>
      (
        await rows(
          scope,
          `select ${columns} from criteria_replay where tenant_id = $1 and set_id = $2
            order by created_at desc, replay_id desc limit $3`,
          setId,
          limit,
        )
      ).map(fromColumns<Replay>),
    countCandidates: async (scope, c) => {
      const [row] = await rows(
        scope,
        `select count(*)::int as n from (${concerned}) as c`,
        c.decidedFrom,
        c.decidedBefore,
        c.services,
      );
      return Number(row?.n ?? 0);
    },
    candidates: async (scope, c, after, limit) =>
      (
        await rows(
          scope,
          `${concerned} and case_id > $5 order by case_id limit $6`,
          c.decidedFrom,
          c.decidedBefore,
          c.services,
          after,
          limit,
        )
      ).map((row) => String(row.case_id)),
    histories: async (scope, caseIds) => (await rows(scope, history, caseIds, beside)).map(fromColumns<History>),
    take: async (scope, now, leasedUntil) => {
      const [row] = await rows(
        scope,
        `update criteria_replay r set leased_until = $3
          where r.tenant_id = $1 and r.replay_id = (
            select replay_id from criteria_replay
            where tenant_id = $1 and state = 'running' and (leased_until is null or leased_until <= $2)
            order by created_at, replay_id limit 1 for update skip locked)
          returning ${columns}, cursor`,
        now,
        leasedUntil,
      );
      return row && fromColumns<TakenReplay>(row);
    },
    advance: async (scope, replayId, { after, cursor, cases, counts, findings }, leasedUntil) => {
      const written = await rows(
        scope,
        `with moved as (
            update criteria_replay set cursor = $4, cases = $5, counts = $6, leased_until = $7
            where tenant_id = $1 and replay_id = $2 and state = 'running' and cursor = $3
            returning replay_id
          ), found as (
            insert into criteria_replay_finding (tenant_id, replay_id, case_id, item_sequence, effect, line)
            select $1, $2, f ->> 'caseId', (f ->> 'itemSequence')::int, f ->> 'effect',
              f - 'caseId' - 'itemSequence' - 'effect'
            from jsonb_array_elements($8::jsonb) as f where exists (select from moved)
          )
          select replay_id from moved`,
        ...[replayId, after, cursor, cases, JSON.stringify(counts), leasedUntil, JSON.stringify(findings)],
      );
      return written.length > 0;
    },
    finish: async (scope, replayId, state, at) =>
      (
        await rows(
          scope,
          `update criteria_replay set state = $3, finished_at = $4, leased_until = null
            where tenant_id = $1 and replay_id = $2 and state = 'running' returning replay_id`,
          replayId,
          state,
          at,
        )
      ).length > 0,
    findings: async (scope, replayId, { effect, group }, after, limit) => {
      const [afterCase, afterItem] = after?.split(' ') ?? ['', '0'];
      const found = (
        await rows(
          scope,
          `select case_id, item_sequence, effect, line from criteria_replay_finding
            where tenant_id = $1 and replay_id = $2 and (case_id, item_sequence) > ($3, $4::int)
              and ($5::text is null or effect = $5) and ($6::text is null or line -> 'groups' ->> $6 = $7)
            order by case_id, item_sequence limit $8`,
          ...[replayId, afterCase, Number(afterItem), effect ?? null, group?.dimension ?? null, group?.value ?? null],
          limit + 1,
        )
      ).map(findingOf);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return { rows: page, ...(found.length > limit && last ? { next: `${last.caseId} ${last.itemSequence}` } : {}) };
    },
  };
};
