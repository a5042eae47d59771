import type { ArrivalFilter, ArrivalRow, Arrivals, Settlement } from '@openum/casework/port/arrivals.ts';
import { readCursor, writeCursor } from '@openum/casework/port/cursor.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import {
  type ArrivalState,
  arrivalState,
  completeRequestStep,
  settleDuplicateStep,
} from '@openum/domain/intake/arrivalState.ts';
import type { MemoryMessage } from './caseStore.ts';
import { compareText, perTenant } from './tenants.ts';

type Place = { readonly receivedAt: string; readonly messageId: string };

const newestFirst = (a: Place, b: Place): number =>
  compareText(b.receivedAt, a.receivedAt) || compareText(b.messageId, a.messageId);

const ofCase = ({ case: c, tasks }: CaseRows) => ({
  senderName: c.requestingProviderName,
  memberNumber: c.memberNumber,
  memberName: c.memberName,
  serviceSummary: c.serviceSummary,
  missing: tasks.filter((t) => [settleDuplicateStep, completeRequestStep].includes(t.stepId)).map((t) => t.title),
  caseId: c.caseId,
  caseNumber: c.caseNumber,
  urgency: c.urgency,
  ...(c.nextDueAt ? { nextDueAt: c.nextDueAt } : {}),
  ...(c.assigneeName ? { ownerName: c.assigneeName } : {}),
});

const rowOf = (m: MemoryMessage, rows: CaseRows | undefined, settlement: Settlement | undefined): ArrivalRow => {
  const { problems = [], ...summary } = m.summary ?? {};
  const { messageId, channel, contentType, receivedAt } = m;
  const { messageId: _, ...settled } = settlement ?? {};
  return {
    messageId,
    channel,
    contentType,
    receivedAt,
    state: arrivalState(
      { outcome: m.outcome, ...(settlement ? { settled: settlement.kind } : {}) },
      rows && {
        status: rows.case.status,
        hasOwner: rows.case.assigneeUserId !== undefined,
        itemStatuses: rows.items.map((i) => i.status),
        openSteps: rows.tasks.map((t) => t.stepId),
      },
    ),
    ...(rows ? ofCase(rows) : { ...summary, missing: problems }),
    ...(settlement ? { settled: settled as NonNullable<ArrivalRow['settled']> } : {}),
  };
};

const matches = (r: ArrivalRow, f: ArrivalFilter): boolean => {
  const text = f.text?.trim() ?? '';
  const numbers = [text, text.toUpperCase()];
  return (
    (f.state === undefined || f.state.includes(r.state)) &&
    (f.channel === undefined || f.channel.includes(r.channel)) &&
    (f.receivedFrom === undefined || r.receivedAt >= f.receivedFrom) &&
    (text === '' ||
      (r.memberName !== undefined && searchKey(r.memberName).startsWith(searchKey(text))) ||
      numbers.includes(r.memberNumber ?? ' ') ||
      numbers.includes(r.caseNumber ?? ' '))
  );
};

export const memoryArrivals = (
  messagesOf: (scope: Scope) => readonly MemoryMessage[],
  rowsOf: (scope: Scope) => readonly CaseRows[],
): Arrivals => {
  const settlements = perTenant(() => new Map<string, Settlement>());
  const all = (scope: Scope): readonly ArrivalRow[] => {
    const cases = new Map(rowsOf(scope).map((r) => [r.case.caseId, r]));
    return messagesOf(scope)
      .map((m) => rowOf(m, m.caseId ? cases.get(m.caseId) : undefined, settlements(scope).get(m.messageId)))
      .sort(newestFirst);
  };
  return {
    page: async (scope, filter, after, limit) => {
      const from = after === undefined ? undefined : readCursor(after);
      const place = from && { receivedAt: from.moment ?? '', messageId: from.caseId };
      const found = all(scope).filter((r) => matches(r, filter) && (!place || newestFirst(r, place) > 0));
      const rows = structuredClone(found.slice(0, limit));
      const last = rows.at(-1);
      return last && found.length > limit
        ? { rows, next: writeCursor({ moment: last.receivedAt, caseId: last.messageId }) }
        : { rows };
    },
    counts: async (scope, filter) => {
      const counts: Partial<Record<ArrivalState, number>> = {};
      for (const { state } of all(scope).filter((r) => matches(r, filter))) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },
    one: async (scope, messageId) => structuredClone(all(scope).find((r) => r.messageId === messageId)),
    settle: async (scope, settlement) => {
      const kept = settlements(scope);
      if (kept.has(settlement.messageId)) return false;
      kept.set(settlement.messageId, settlement);
      return true;
    },
  };
};
