import { type Append, canonicalEvent } from '@openum/casework/port/caseStore.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { Statement } from '../connection/database.ts';
import { toColumns } from '../connection/names.ts';

const json = (value: unknown): string => JSON.stringify(value);

const jsonRows = (scope: Scope, caseId: string, rows: readonly object[]): string =>
  json(rows.map((row, i) => ({ ...toColumns(row), tenant_id: scope.tenantId, case_id: caseId, position: i + 1 })));

const someJson = (rows: readonly object[] | undefined): string | null => (rows?.length ? json(rows) : null);

export const messageColumns = (message: NonNullable<Append['message']>) => ({
  message_id: message.messageId,
  client_id: message.clientId,
  channel: message.channel,
  content_type: message.contentType,
  sha256: message.sha256,
  received_at: message.receivedAt,
  identifier_system: message.identifier?.system ?? null,
  identifier_value: message.identifier?.value ?? null,
});

const places = (n: number): string => Array.from({ length: n }, (_, i) => `$${i + 1}`).join(', ');

/** Appeals are written in the same statement, and only when the append itself was. */
const withAppeals = ({ rows }: Append): string =>
  rows.appeals ? `, case when outcome = 'appended' then write_case_appeals($1, $2, $${rows.stay ? 19 : 18}) end` : '';

/** The whole append as one call of the function that the migrations define. */
export const appendStatement = (scope: Scope, a: Append): Statement => ({
  prepared: ['append', ...(a.rows.stay ? ['stay'] : []), 'case', ...(a.rows.appeals ? ['appeals'] : [])].join('_'),
  sql: `select outcome, at_version, of_case, answered${withAppeals(a)}
    from ${a.rows.stay ? `append_stay_case(${places(18)})` : `append_case(${places(17)})`}`,
  parameters: [
    scope.tenantId,
    a.caseId,
    a.expectedVersion,
    a.commandId ?? null,
    // JSON text holds no line feed, so one stands between two events.
    a.events.map((e, i) => canonicalEvent(e, a.caseId, a.expectedVersion + i + 1)).join('\n'),
    json({ ...toColumns(a.rows.case), member_search: searchKey(a.rows.case.memberName) }),
    jsonRows(scope, a.caseId, a.rows.items),
    jsonRows(scope, a.caseId, a.rows.clocks),
    jsonRows(scope, a.caseId, a.rows.tasks),
    someJson(a.documents?.map((d) => ({ document_id: d.documentId, content_type: d.contentType }))),
    a.documents?.map((d) => d.bytes) ?? [],
    someJson(a.notices?.map((n) => ({ notice_id: n.noticeId, html: n.html }))),
    a.notices?.map((n) => n.pdf) ?? [],
    a.message ? json(messageColumns(a.message)) : null,
    a.message?.bytes ?? null,
    a.message?.answer ?? null,
    someJson(a.outbox.map((o) => toColumns(o))),
    ...(a.rows.stay ? [json(toColumns(a.rows.stay))] : []),
    ...(a.rows.appeals ? [jsonRows(scope, a.caseId, a.rows.appeals)] : []),
  ],
});
