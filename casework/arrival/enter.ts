import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { EmbeddedReport } from '@openum/domain/document/embedded.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Acting } from '../case/act.ts';
import type { Arrival, Received } from '../intake/arrival.ts';
import type { DeskEntry } from '../intake/entry.ts';
import { arrivalIdentifier, intakeClient, type PortalForm, receivePortalForm } from '../intake/portal.ts';
import { unsettled } from './arrival.ts';

/** What a message carries beside what a person reads in it: its files and its facts. */
export type ReadOut = {
  readonly documents: Arrival['documents'];
  readonly facts: readonly Fact[];
  /** What is to be said of the files inside the message. */
  readonly embedded?: readonly EmbeddedReport[];
};

/**
 * Makes a case out of a message that made none. Its clocks run from when the message came in. The case is written first and the
 * message settled after; should the second fail, entering it again finds the case and settles the message.
 */
export const enterArrival = async (
  acting: Acting,
  messageId: string,
  form: PortalForm & DeskEntry,
  readOut: (bytes: Uint8Array, contentType: string) => ReadOut,
): Promise<Received | Refusal> => {
  const { casework, tenant, actor, now } = acting;
  const scope = { tenantId: tenant.tenantId };
  const row = await unsettled(acting, messageId);
  if (isRefusal(row)) return row;
  const kept = await casework.cases.message(scope, messageId);
  if (!kept) throw new Error('a message is listed and not kept');
  const { embedded, ...carried } = readOut(kept.bytes, kept.contentType);
  const received = await receivePortalForm(acting, form, {
    ...carried,
    source: {
      messageId,
      channel: row.channel,
      contentType: kept.contentType,
      sizeBytes: kept.bytes.byteLength,
      sha256: casework.environment.sha256Hex(kept.bytes),
      receivedAt: row.receivedAt,
      ...(embedded ? { embedded } : {}),
    },
  });
  const caseId =
    'caseId' in received
      ? received.caseId
      : isRefusal(received) || received.kind === 'problems'
        ? undefined
        : (await casework.cases.answered(scope, intakeClient, arrivalIdentifier(messageId)))?.caseId;
  if (caseId === undefined) return received;
  const by = { userId: actor.userId, name: actor.name };
  await casework.arrivals.settle(scope, { messageId, kind: 'entered', caseId, by, at: now });
  return received;
};
