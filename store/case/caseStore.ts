import { soundSummary } from '@openum/casework/port/arrivals.ts';
import type { AppendOutcome, CaseStore, StoredEvent } from '@openum/casework/port/caseStore.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { assertStorable } from '@openum/casework/port/storable.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { retrying, uniqueViolation } from '../connection/error.ts';
import { fromColumns } from '../connection/names.ts';
import type { Hints } from '../live/hints.ts';
import { appendStatement } from './append.ts';
import { caseRowsOf } from './caseRows.ts';
import { answeredStatement, keepMessageStatement, keepSummaryStatement } from './message.ts';

const eventsAfter = (scope: Scope, caseId: string, sequence: number): Statement => ({
  prepared: 'case_events',
  sql: `select case_id, sequence, type, data, actor, on_behalf_of, occurred_at, recorded_at, previous_hash, hash
    from case_event where tenant_id = $1 and case_id = $2 and sequence > $3 order by sequence`,
  parameters: [scope.tenantId, caseId, sequence],
});

const bytesStatement = (table: 'message' | 'document', idColumns: string, ids: readonly string[]): Statement => ({
  sql: `select content_type, bytes from ${table} where (tenant_id, ${idColumns}) = (${ids.map((_, i) => `$${i + 1}`).join(', ')})`,
  parameters: ids,
});

/** The append's answer, without the events that a conflict adds. */
const outcomeOf = (row: Row): AppendOutcome => {
  const { outcome, at_version, of_case, answered } = row as {
    outcome: AppendOutcome['kind'];
    at_version: number;
    of_case: string;
    answered: Uint8Array;
  };
  switch (outcome) {
    case 'appended':
    case 'sameCommand':
      return { kind: outcome, version: at_version };
    case 'conflict':
      return { kind: outcome, version: at_version, since: [] };
    case 'sameMessage':
      return { kind: outcome, caseId: of_case, answer: answered };
    case 'messageReused':
      return { kind: outcome, caseId: of_case };
  }
};

export const createCaseStore = (db: Database, hints: Hints): CaseStore => {
  const first = async <T>(scope: Scope, statement: Statement): Promise<T | undefined> => {
    const [row] = await rowsInTenant(db, scope, statement);
    return row && fromColumns<T>(row);
  };
  const events = async (scope: Scope, caseId: string, after: number): Promise<readonly StoredEvent[]> =>
    (await rowsInTenant(db, scope, eventsAfter(scope, caseId, after))).map(fromColumns<StoredEvent>);

  return {
    events: (scope, caseId) => events(scope, caseId, 0),
    append: async (scope, append) => {
      assertStorable(append);
      const statement = appendStatement(scope, append);
      // Two writers at the same instant: one meets the other's key, and on the second look its row.
      const [row] = await retrying(() => db.call(statement), [uniqueViolation]);
      const answered = outcomeOf(row ?? {});
      // The same act twice at one instant: the second waited for the first, and only a new look shows whose it was.
      const [again] = answered.kind === 'conflict' && append.commandId ? await db.call(statement) : [];
      const outcome = again ? outcomeOf(again) : answered;
      if (outcome.kind === 'appended')
        hints.changed({ tenantId: scope.tenantId, caseId: append.caseId, version: outcome.version });
      return outcome.kind === 'conflict'
        ? { ...outcome, since: await events(scope, append.caseId, append.expectedVersion) }
        : outcome;
    },
    commandDone: async (scope, commandId) =>
      (
        await rowsInTenant(db, scope, {
          sql: 'select 1 from command_log where tenant_id = $1 and command_id = $2',
          parameters: [scope.tenantId, commandId],
        })
      ).length > 0,
    answered: (scope, clientId, identifier) => first(scope, answeredStatement(scope, clientId, identifier)),
    keepMessage: async (scope, { summary, ...message }) => {
      const statements = [
        keepMessageStatement(scope, message),
        ...(summary ? [keepSummaryStatement(scope, message.messageId, soundSummary(summary))] : []),
      ];
      await db.inTenant(scope, statements);
    },
    message: (scope, messageId) => first(scope, bytesStatement('message', 'message_id', [scope.tenantId, messageId])),
    document: (scope, caseId, documentId) =>
      first(scope, bytesStatement('document', 'case_id, document_id', [scope.tenantId, caseId, documentId])),
    notice: (scope, caseId, noticeId) =>
      first(scope, {
        sql: 'select pdf, html from notice where tenant_id = $1 and case_id = $2 and notice_id = $3',
        parameters: [scope.tenantId, caseId, noticeId],
      }),
    rows: (scope, caseId): Promise<CaseRows | undefined> => caseRowsOf(db, scope, caseId),
    caseIds: async (scope, after, limit) =>
      (
        await rowsInTenant(db, scope, {
          sql: 'select case_id from case_row where tenant_id = $1 and case_id > $2 order by case_id limit $3',
          parameters: [scope.tenantId, after ?? '', limit],
        })
      ).map((row) => String(row.case_id)),
  };
};
