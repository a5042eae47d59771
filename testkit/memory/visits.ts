import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { KeptMovement, ListedVisit, VisitKey, VisitRow, Visits } from '@openum/casework/port/visits.ts';
import { compareText, perTenant } from './tenants.ts';

const emptyTenant = () => ({
  messages: new Map<string, KeptMovement>(),
  answers: new Map<string, Uint8Array>(),
  rows: new Map<string, VisitRow>(),
  cases: new Map<string, string>(),
});

const keyOf = ({ clientId, visitNumber }: VisitKey): string => JSON.stringify([clientId, visitNumber]);

const isIncomplete = (row: VisitRow): boolean => row.problems.length > 0 && row.phase !== 'cancelled';

export const memoryVisits = (): Visits => {
  const tenant = perTenant(emptyTenant);
  type State = ReturnType<typeof emptyTenant>;
  const listed = (t: State, key: string, row: VisitRow): ListedVisit => {
    const caseId = t.cases.get(key);
    return structuredClone({ ...row, ...(caseId ? { caseId } : {}) });
  };
  return {
    keep: async (scope, message) => {
      const t = tenant(scope);
      const earlier = [...t.messages.values()].find(
        (m) => m.clientId === message.clientId && m.controlId === message.controlId,
      );
      if (earlier) {
        const answer = t.answers.get(earlier.messageId);
        const { messageId, sha256 } = earlier;
        return { kind: 'repeated', messageId, sha256, ...(answer ? { answer } : {}) };
      }
      t.messages.set(message.messageId, structuredClone(message));
      return { kind: 'kept' };
    },
    answer: async (scope, messageId, answer) => {
      const { answers, messages } = tenant(scope);
      if (!messages.has(messageId)) throw new Error('rule visit_answer_tenant_id_message_id_fkey');
      if (!answers.has(messageId)) answers.set(messageId, structuredClone(answer));
    },
    movements: async (scope, key) =>
      [...tenant(scope).messages.values()]
        .filter((m) => keyOf(m) === keyOf(key))
        .map((m) => structuredClone(m.movement)),
    save: async (scope, row) => {
      const { rows } = tenant(scope);
      const before = rows.get(keyOf(row));
      if (!before || before.messages <= row.messages) rows.set(keyOf(row), structuredClone(row));
    },
    visit: async (scope, key) => {
      const t = tenant(scope);
      const row = t.rows.get(keyOf(key));
      return row && listed(t, keyOf(key), row);
    },
    claim: async (scope, key, caseId, instead) => {
      const t = tenant(scope);
      if (!t.rows.has(keyOf(key))) throw new Error('there is no such visit');
      const before = t.cases.get(keyOf(key));
      if (before !== undefined && before !== instead) return before;
      t.cases.set(keyOf(key), caseId);
      return caseId;
    },
    countIncomplete: async (scope) => [...tenant(scope).rows.values()].filter(isIncomplete).length,
    page: async (scope, filter, after, limit) => {
      const t = tenant(scope);
      const from = after === undefined ? undefined : readCursor(after);
      const all = [...t.rows]
        .map(([key, row]) => ({ key, row: listed(t, key, row) }))
        .filter(({ row }) => filter.phase === undefined || row.phase === filter.phase)
        .filter(({ row }) => filter.incomplete !== true || isIncomplete(row))
        .sort((a, b) => compareText(b.row.lastReceivedAt, a.row.lastReceivedAt) || compareText(b.key, a.key));
      const rest = all.filter(
        ({ key, row }) =>
          from?.moment === undefined ||
          row.lastReceivedAt < from.moment ||
          (row.lastReceivedAt === from.moment && compareText(key, from.caseId) < 0),
      );
      const rows = rest.slice(0, limit);
      const last = rows.at(-1);
      return {
        rows: rows.map((r) => r.row),
        ...(last && rest.length > limit
          ? { next: writeCursor({ moment: last.row.lastReceivedAt, caseId: last.key }) }
          : {}),
      };
    },
  };
};
