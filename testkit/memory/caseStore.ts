import { createHash } from 'node:crypto';
import { type ArrivalSummary, soundSummary } from '@openum/casework/port/arrivals.ts';
import type { Append, AppendOutcome, CaseStore, KeptMessage, StoredEvent } from '@openum/casework/port/caseStore.ts';
import { chainEvents } from '@openum/casework/port/chain.ts';
import type { LiveFeed } from '@openum/casework/port/outbox.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { assertStorable } from '@openum/casework/port/storable.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import { assertGuardRails } from './guardRails.ts';
import { compareText, perTenant } from './tenants.ts';

export type MemoryMessage = KeptMessage & {
  readonly answer: Uint8Array;
  readonly caseId?: string;
  readonly outcome: 'accepted' | 'unprocessable' | 'rejected' | 'waiting';
  readonly summary?: ArrivalSummary;
};
type Message = MemoryMessage;

const emptyTenant = () => ({
  events: new Map<string, readonly StoredEvent[]>(),
  rows: new Map<string, CaseRows>(),
  commands: new Map<string, number>(),
  messages: new Map<string, Message>(),
  documents: new Map<string, { readonly contentType: string; readonly bytes: Uint8Array }>(),
  notices: new Map<string, { readonly pdf: Uint8Array; readonly html: string }>(),
});
type TenantState = ReturnType<typeof emptyTenant>;

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

const key = (...parts: readonly string[]): string => JSON.stringify(parts);

const hasIdentifier = (m: KeptMessage, clientId: string, identifier: { system: string; value: string }): boolean =>
  m.clientId === clientId && m.identifier?.system === identifier.system && m.identifier.value === identifier.value;

const earlierMessage = (t: TenantState, message: Append['message']): Message | undefined => {
  const identifier = message?.identifier;
  return identifier && [...t.messages.values()].find((m) => m.caseId && hasIdentifier(m, message.clientId, identifier));
};

/** What the database refuses by its keys, found before anything is written. */
const assertKeysFree = (t: TenantState, a: Append): void => {
  for (const rows of t.rows.values())
    if (rows.case.caseNumber === a.rows.case.caseNumber && rows.case.caseId !== a.caseId)
      throw new Error('rule case_row_number');
  if (a.message && t.messages.has(a.message.messageId)) throw new Error('rule message_pkey');
  if (a.documents?.some((d) => t.documents.has(key(a.caseId, d.documentId)))) throw new Error('rule document_pkey');
  if (a.notices?.some((n) => t.notices.has(key(a.caseId, n.noticeId)))) throw new Error('rule notice_pkey');
};

const write = (t: TenantState, a: Append, events: readonly StoredEvent[]): number => {
  const version = events.length;
  t.events.set(a.caseId, structuredClone(events));
  t.rows.set(a.caseId, structuredClone(a.rows));
  if (a.commandId !== undefined) t.commands.set(a.commandId, version);
  if (a.message)
    t.messages.set(
      a.message.messageId,
      structuredClone({ ...a.message, caseId: a.caseId, outcome: 'accepted' as const }),
    );
  for (const { documentId, ...d } of a.documents ?? []) t.documents.set(key(a.caseId, documentId), structuredClone(d));
  for (const { noticeId, ...n } of a.notices ?? []) t.notices.set(key(a.caseId, noticeId), structuredClone(n));
  return version;
};

export type MemoryCases = {
  readonly cases: CaseStore;
  readonly live: LiveFeed;
  /** Rows of one tenant, for the work list. */
  readonly rowsOf: (scope: Scope) => readonly CaseRows[];
  /** Messages of one tenant, for the intake list. */
  readonly messagesOf: (scope: Scope) => readonly MemoryMessage[];
};

/** A log of cases that lives as long as the process. `enqueue` gets the outbox entries of each append. */
export const memoryCases = (enqueue: (scope: Scope, append: Append) => void): MemoryCases => {
  const tenant = perTenant(emptyTenant);
  const listeners = new Set<Parameters<LiveFeed['subscribe']>[0]>();

  const append = (scope: Scope, a: Append): AppendOutcome => {
    assertStorable(a);
    const t = tenant(scope);
    const done = a.commandId === undefined ? undefined : t.commands.get(a.commandId);
    if (done !== undefined) return { kind: 'sameCommand', version: done };
    const earlier = earlierMessage(t, a.message);
    if (earlier?.caseId !== undefined)
      return earlier.sha256 === a.message?.sha256
        ? { kind: 'sameMessage', caseId: earlier.caseId, answer: earlier.answer }
        : { kind: 'messageReused', caseId: earlier.caseId };
    const before = t.events.get(a.caseId) ?? [];
    if (before.length !== a.expectedVersion)
      return { kind: 'conflict', version: before.length, since: structuredClone(before.slice(a.expectedVersion)) };
    assertGuardRails(a);
    assertKeysFree(t, a);
    const version = write(t, a, [...before, ...chainEvents(sha256Hex, a.caseId, before.at(-1), a.events)]);
    enqueue(scope, a);
    for (const listener of listeners) listener({ tenantId: scope.tenantId, caseId: a.caseId, version });
    return { kind: 'appended', version };
  };

  return {
    rowsOf: (scope) => [...tenant(scope).rows.values()],
    messagesOf: (scope) => [...tenant(scope).messages.values()],
    live: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    cases: {
      events: async (scope, caseId) => structuredClone(tenant(scope).events.get(caseId) ?? []),
      append: async (scope, a) => append(scope, a),
      commandDone: async (scope, commandId) => tenant(scope).commands.has(commandId),
      answered: async (scope, clientId, identifier) => {
        const found = [...tenant(scope).messages.values()]
          .filter((m) => hasIdentifier(m, clientId, identifier))
          .sort(
            (a, b) =>
              Number(b.caseId !== undefined) - Number(a.caseId !== undefined) ||
              compareText(b.receivedAt, a.receivedAt) ||
              compareText(b.messageId, a.messageId),
          )[0];
        return (
          found && {
            ...(found.caseId === undefined ? {} : { caseId: found.caseId }),
            sha256: found.sha256,
            answer: found.answer,
          }
        );
      },
      keepMessage: async (scope, { summary, ...message }) => {
        const kept = summary ? { ...message, summary: soundSummary(summary) } : message;
        tenant(scope).messages.set(message.messageId, structuredClone(kept));
      },
      message: async (scope, messageId) => {
        const found = tenant(scope).messages.get(messageId);
        return found && { contentType: found.contentType, bytes: found.bytes };
      },
      document: async (scope, caseId, documentId) => tenant(scope).documents.get(key(caseId, documentId)),
      notice: async (scope, caseId, noticeId) => tenant(scope).notices.get(key(caseId, noticeId)),
      rows: async (scope, caseId) => structuredClone(tenant(scope).rows.get(caseId)),
      caseIds: async (scope, after, limit) =>
        [...tenant(scope).rows.keys()]
          .sort(compareText)
          .filter((id) => after === undefined || compareText(id, after) > 0)
          .slice(0, limit),
    },
  };
};
