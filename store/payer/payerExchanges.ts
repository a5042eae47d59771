import type { OpenExchange, PayerExchange, PayerExchanges } from '@openum/casework/port/payerExchanges.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const bytes = (value: unknown): Uint8Array => {
  const b = value as Buffer;
  return new Uint8Array(b.buffer, b.byteOffset, b.byteLength).slice();
};

const exchangeOf = (row: Row): PayerExchange => {
  const { sent, answer, ...rest } = fromColumns<PayerExchange>(row);
  return { ...rest, sent: bytes(sent), ...(answer ? { answer: bytes(answer) } : {}) };
};

export const createPayerExchanges = (db: Database): PayerExchanges => ({
  record: async (scope, x) => {
    await rowsInTenant(db, scope, {
      sql: `insert into payer_exchange (tenant_id, exchange_id, episode_id, submission_id, payer_id, line, operation, sent,
          sent_at, status, answer, open)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      parameters: [
        scope.tenantId,
        x.exchangeId,
        x.episodeId,
        x.submissionId,
        x.payerId,
        x.line,
        x.operation,
        Buffer.from(x.sent),
        x.sentAt,
        x.status ?? null,
        x.answer ? Buffer.from(x.answer) : null,
        x.open,
      ],
    });
  },
  ofSubmission: async (scope, submissionId) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select exchange_id, episode_id, submission_id, payer_id, line, operation, sent, sent_at, status, answer, open
          from payer_exchange where tenant_id = $1 and submission_id = $2 order by sent_at desc, exchange_id desc`,
        parameters: [scope.tenantId, submissionId],
      })
    ).map(exchangeOf),
  last: async (scope, submissionIds) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select episode_id, submission_id, payer_id, line, sent_at as last_at from (
            select distinct on (submission_id) episode_id, submission_id, payer_id, line, sent_at, exchange_id
            from payer_exchange where tenant_id = $1 and submission_id = any($2)
            order by submission_id, sent_at desc, exchange_id desc) last
          order by sent_at, submission_id`,
        parameters: [scope.tenantId, [...submissionIds]],
      })
    ).map(fromColumns<OpenExchange>),
  open: async (scope, limit) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select episode_id, submission_id, payer_id, line, sent_at as last_at from (
            select distinct on (submission_id) * from payer_exchange where tenant_id = $1
            order by submission_id, sent_at desc, exchange_id desc) last
          where open order by sent_at, submission_id limit $2`,
        parameters: [scope.tenantId, limit],
      })
    ).map(fromColumns<OpenExchange>),
});
