import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { intakeRoles } from '@openum/domain/intake/role.ts';
import type { Acting } from '../case/act.ts';
import { type DeskEntry, entryMoment } from '../intake/entry.ts';
import type { ArrivalRow, ArrivalSummary } from '../port/arrivals.ts';

/** Why this person may not work at intake, or undefined. */
export const mayNotIntake = (roles: readonly Role[]): Refusal | undefined =>
  roles.some((r) => intakeRoles.includes(r)) ? undefined : refuse('roleMissing', { roles: [...intakeRoles] });

export type Upload = Pick<DeskEntry, 'receivedAt'> & {
  readonly channel: 'fax' | 'mail';
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly senderName?: string | undefined;
};

/** Keeps a fax or a letter the moment it is there; a person reads it into a request afterwards. */
export const keepUpload = async (acting: Acting, upload: Upload): Promise<{ readonly messageId: string } | Refusal> => {
  const { casework, tenant, actor } = acting;
  const { environment, cases } = casework;
  const no = mayNotIntake(actor.roles);
  if (no) return no;
  if (upload.bytes.byteLength === 0) return refuse('fieldInvalid', { field: 'file', problem: 'it is empty' });
  const receivedAt = entryMoment(upload, acting);
  if (isRefusal(receivedAt)) return receivedAt;
  const messageId = environment.newId();
  const summary: ArrivalSummary = { ...(upload.senderName ? { senderName: upload.senderName } : {}), problems: [] };
  await cases.keepMessage(
    { tenantId: tenant.tenantId },
    {
      messageId,
      clientId: `user:${actor.userId}`,
      channel: upload.channel,
      contentType: upload.contentType,
      bytes: upload.bytes,
      sha256: environment.sha256Hex(upload.bytes),
      receivedAt,
      answer: new Uint8Array(),
      outcome: 'waiting',
      summary,
    },
  );
  return { messageId };
};

const open = (row: ArrivalRow | undefined): ArrivalRow | Refusal => {
  if (!row) return refuse('arrivalNotFound');
  if (row.caseId !== undefined) return refuse('arrivalIsACase', { case: row.caseNumber ?? '' });
  return row.settled ? refuse('arrivalSettled', { name: row.settled.by.name }) : row;
};

/** A message that is still to be settled, or why it is none. */
export const unsettled = async (acting: Acting, messageId: string): Promise<ArrivalRow | Refusal> => {
  const { casework, tenant, actor } = acting;
  return mayNotIntake(actor.roles) ?? open(await casework.arrivals.one({ tenantId: tenant.tenantId }, messageId));
};

/** Puts a message aside that is no request, with the reason. It stays on the list and can be read. */
export const dismissArrival = async (
  acting: Acting,
  messageId: string,
  reason: string,
): Promise<Refusal | undefined> => {
  const { casework, tenant, actor, now } = acting;
  const row = await unsettled(acting, messageId);
  if (isRefusal(row)) return row;
  if (reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
  const by = { userId: actor.userId, name: actor.name };
  const scope = { tenantId: tenant.tenantId };
  const first = await casework.arrivals.settle(scope, {
    messageId,
    kind: 'dismissed',
    reason: reason.trim(),
    by,
    at: now,
  });
  if (first) return undefined;
  const settled = open(await casework.arrivals.one(scope, messageId));
  return isRefusal(settled) ? settled : refuse('arrivalNotFound');
};
