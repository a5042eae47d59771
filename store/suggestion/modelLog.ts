import type { ModelCall, ModelLog, ModelReply } from '@openum/casework/port/modelLog.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const usedSince = `select count(*)::int as calls, coalesce(sum(r.input_tokens + r.output_tokens), 0)::int as tokens
  from model_call c left join model_reply r on r.tenant_id = c.tenant_id and r.call_id = c.call_id
  where c.tenant_id = $1 and c.at >= $2`;

/** What an answer may hold and a text of the database may not. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

type Used = { readonly calls: number; readonly tokens: number };

export const createModelLog = (db: Database): ModelLog => ({
  begin: async (scope, c, { since, calls, tokens }) => {
    const [, , used = [], begun = []] = await db.inTenant(scope, [
      // One call of a tenant at a time counts and writes.
      { sql: `set local lock_timeout = '5s'`, parameters: [] },
      { sql: `select pg_advisory_xact_lock(hashtextextended($1, 7))`, parameters: [`model ${scope.tenantId}`] },
      { sql: usedSince, parameters: [scope.tenantId, since] },
      {
        sql: `insert into model_call (tenant_id, call_id, run_id, agent, agent_version, model, prompt, at, redaction)
          select $1, $3, $4, $5, $6, $7, $8, $9, $12 from (${usedSince}) u where u.calls < $10 and u.tokens < $11 returning 1`,
        parameters: [
          ...[scope.tenantId, since, c.callId, c.runId, c.agent, c.agentVersion, c.model, storable(c.prompt), c.at],
          ...[calls, tokens, c.redaction ?? null],
        ],
      },
    ]);
    if (begun.length > 0) return 'begun';
    const spent = used[0] as Used | undefined;
    return spent && spent.calls < calls ? 'tokensUsedUp' : 'callsUsedUp';
  },
  end: async (scope, r) => {
    await rowsInTenant(db, scope, {
      sql: `insert into model_reply (tenant_id, call_id, outcome, answer, input_tokens, output_tokens, at)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      parameters: [scope.tenantId, r.callId, r.outcome, storable(r.answer), r.inputTokens, r.outputTokens, r.at],
    });
  },
  ofRun: async (scope, runId) => {
    const [calls = [], replies = []] = await db.inTenant(scope, [
      {
        sql: `select call_id, run_id, agent, agent_version, model, prompt, redaction, at from model_call
          where tenant_id = $1 and run_id = $2 order by call_id`,
        parameters: [scope.tenantId, runId],
      },
      {
        sql: `select r.call_id, r.outcome, r.answer, r.input_tokens, r.output_tokens, r.at
          from model_reply r join model_call c on c.tenant_id = r.tenant_id and c.call_id = r.call_id
          where c.tenant_id = $1 and c.run_id = $2`,
        parameters: [scope.tenantId, runId],
      },
    ]);
    const answered = new Map(replies.map((r) => fromColumns<ModelReply>(r)).map(({ callId, ...r }) => [callId, r]));
    return calls.map((row) => {
      const call = fromColumns<ModelCall>(row);
      const reply = answered.get(call.callId);
      return reply ? { ...call, reply } : call;
    });
  },
  used: async (scope, since) => {
    const [row] = await rowsInTenant(db, scope, { sql: usedSince, parameters: [scope.tenantId, since] });
    return row ? fromColumns<Used>(row) : { calls: 0, tokens: 0 };
  },
});
