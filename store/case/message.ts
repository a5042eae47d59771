import type { ArrivalSummary } from '@openum/casework/port/arrivals.ts';
import type { KeptMessage } from '@openum/casework/port/caseStore.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { Statement } from '../connection/database.ts';
import { messageColumns } from './append.ts';

/** The message that made a case comes first; among refused ones the newest. */
export const answeredStatement = (
  scope: Scope,
  clientId: string,
  identifier: { readonly system: string; readonly value: string },
): Statement => ({
  sql: `select case_id, sha256, answer from (
      (select 1 as place, case_id, sha256, answer from message
        where tenant_id = $1 and client_id = $2 and identifier_system = $3 and identifier_value = $4 and outcome = 'accepted')
      union all
      (select 2, case_id, sha256, answer from message
        where tenant_id = $1 and client_id = $2 and identifier_system = $3 and identifier_value = $4 and outcome <> 'accepted'
        order by received_at desc, message_id desc limit 1)
    ) x order by place limit 1`,
  parameters: [scope.tenantId, clientId, identifier.system, identifier.value],
});

export const keepMessageStatement = (
  scope: Scope,
  message: KeptMessage & { readonly answer: Uint8Array; readonly outcome: string },
): Statement => ({
  sql: `insert into message (tenant_id, message_id, client_id, channel, content_type, bytes, sha256, received_at,
      identifier_system, identifier_value, outcome, answer)
    select $1, m.message_id, m.client_id, m.channel, m.content_type, $3, m.sha256, m.received_at,
      m.identifier_system, m.identifier_value, $5, $4
    from jsonb_populate_record(null::message, $2) m`,
  parameters: [scope.tenantId, JSON.stringify(messageColumns(message)), message.bytes, message.answer, message.outcome],
});

export const keepSummaryStatement = (scope: Scope, messageId: string, s: ArrivalSummary): Statement => ({
  sql: `insert into arrival (tenant_id, message_id, sender_name, member_number, member_name, member_search, service_summary, problems)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
  parameters: [
    scope.tenantId,
    messageId,
    s.senderName ?? null,
    s.memberNumber ?? null,
    s.memberName ?? null,
    s.memberName ? searchKey(s.memberName) : null,
    s.serviceSummary ?? null,
    s.problems,
  ],
});
