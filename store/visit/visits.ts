import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { KeptMovement, ListedVisit, VisitRow, Visits } from '@openum/casework/port/visits.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';

const names: readonly (keyof VisitRow)[] = [
  'clientId',
  'visitNumber',
  'phase',
  'inpatient',
  'memberNumber',
  'memberName',
  'birthDate',
  'facilityName',
  'admittedAt',
  'dischargedAt',
  'problems',
  'messages',
  'lastReceivedAt',
];
const columns = columnList([...names, 'caseId']);

/** With problems, and not taken back. */
const isIncomplete = `problems <> '{}' and phase <> 'cancelled'`;

const keyText = ({ clientId, visitNumber }: VisitRow): string => JSON.stringify([clientId, visitNumber]);

const keepStatement = (tenantId: string, m: KeptMovement) => ({
  sql: `insert into visit_message
      (tenant_id, message_id, client_id, control_id, visit_number, content_type, bytes, sha256, received_at, movement)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (tenant_id, client_id, control_id) do nothing
    returning message_id`,
  parameters: [
    tenantId,
    m.messageId,
    m.clientId,
    m.controlId,
    m.visitNumber,
    m.contentType,
    m.bytes,
    m.sha256,
    m.receivedAt,
    JSON.stringify(m.movement),
  ],
});

const saveStatement = (tenantId: string, row: VisitRow) => ({
  sql: `insert into visit (tenant_id, ${columnList(names)}) values ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})
    on conflict (tenant_id, client_id, visit_number) do update set
      ${names
        .slice(2)
        .map((n) => `${columnList([n])} = excluded.${columnList([n])}`)
        .join(', ')}
    where visit.messages <= excluded.messages`,
  parameters: [tenantId, ...names.map((n) => row[n] ?? null)],
});

export const createVisits = (db: Database): Visits => ({
  keep: async (scope, m) => {
    const [kept] = await rowsInTenant(db, scope, keepStatement(scope.tenantId, m));
    if (kept) return { kind: 'kept' };
    const [earlier] = await rowsInTenant(db, scope, {
      sql: `select m.message_id, m.sha256, a.answer from visit_message m
          left join visit_answer a using (tenant_id, message_id)
        where m.tenant_id = $1 and m.client_id = $2 and m.control_id = $3`,
      parameters: [scope.tenantId, m.clientId, m.controlId],
    });
    if (!earlier) throw new Error('a message that was kept before cannot be found');
    const { messageId, sha256, answer } = fromColumns<{ messageId: string; sha256: string; answer?: Uint8Array }>(
      earlier,
    );
    return { kind: 'repeated', messageId, sha256, ...(answer ? { answer: new Uint8Array(answer) } : {}) };
  },
  answer: async (scope, messageId, answer) => {
    await rowsInTenant(db, scope, {
      sql: 'insert into visit_answer (tenant_id, message_id, answer) values ($1, $2, $3) on conflict do nothing',
      parameters: [scope.tenantId, messageId, answer],
    });
  },
  movements: async (scope, { clientId, visitNumber }) => {
    const rows = await rowsInTenant(db, scope, {
      sql: 'select movement from visit_message where tenant_id = $1 and client_id = $2 and visit_number = $3',
      parameters: [scope.tenantId, clientId, visitNumber],
    });
    return rows.map((r) => r.movement as KeptMovement['movement']);
  },
  save: async (scope, row) => {
    await rowsInTenant(db, scope, saveStatement(scope.tenantId, row));
  },
  visit: async (scope, { clientId, visitNumber }) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select ${columns} from visit where tenant_id = $1 and client_id = $2 and visit_number = $3`,
      parameters: [scope.tenantId, clientId, visitNumber],
    });
    return row && fromColumns<ListedVisit>(row);
  },
  claim: async (scope, { clientId, visitNumber }, caseId, instead) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `update visit set case_id = case when case_id is null or case_id = $5 then $4 else case_id end
        where tenant_id = $1 and client_id = $2 and visit_number = $3 returning case_id`,
      parameters: [scope.tenantId, clientId, visitNumber, caseId, instead ?? null],
    });
    if (!row) throw new Error('there is no such visit');
    return String(row.case_id);
  },
  countIncomplete: async (scope) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select count(*)::int as incomplete from visit where tenant_id = $1 and ${isIncomplete}`,
      parameters: [scope.tenantId],
    });
    return Number(row?.incomplete ?? 0);
  },
  page: async (scope, filter, after, limit) => {
    const from = after === undefined ? undefined : readCursor(after);
    const [clientId, visitNumber] = from ? (JSON.parse(from.caseId) as [string, string]) : [null, null];
    const found = await rowsInTenant(db, scope, {
      sql: `select ${columns} from visit where tenant_id = $1
          and ($2::text is null or phase = $2)
          and (not $3::boolean or (${isIncomplete}))
          and ($4::timestamptz is null or (last_received_at, client_id, visit_number) < ($4, $5, $6))
        order by last_received_at desc, client_id desc, visit_number desc limit $7`,
      parameters: [
        scope.tenantId,
        filter.phase ?? null,
        filter.incomplete ?? false,
        from?.moment ?? null,
        clientId,
        visitNumber,
        limit + 1,
      ],
    });
    const rows = found.slice(0, limit).map((r: Row) => fromColumns<ListedVisit>(r));
    const last = rows.at(-1);
    return {
      rows,
      ...(last && found.length > limit
        ? { next: writeCursor({ moment: last.lastReceivedAt, caseId: keyText(last) }) }
        : {}),
    };
  },
});
