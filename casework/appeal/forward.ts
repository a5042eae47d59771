import type { forwardMethods } from '@openum/domain/appeal/event.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import type { Acting } from '../case/act.ts';
import { type Executed, execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import { makePacket } from './packet.ts';

export type GivenForwarding = {
  readonly to: string;
  readonly method: (typeof forwardMethods)[number];
  readonly tracking?: string | undefined;
};

/** The packet as it would go now; undefined when there is no such appeal. */
export const packetOf = async ({ casework, tenant, now }: Omit<Acting, 'actor'>, caseId: string, appealId: string) => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  const a = loaded?.state.appeals.find((x) => x.appealId === appealId);
  if (!loaded || !a) return undefined;
  return { number: a.number, bytes: await makePacket(casework, scope, tenant, loaded, a, now) };
};

/** Makes the packet, keeps exactly what goes out as a document of the case, and writes down that it went. */
export const forwardAppeal = async (
  acting: Acting,
  caseId: string,
  appealId: string,
  expectedVersion: number,
  commandId: string,
  given: GivenForwarding,
): Promise<Executed> => {
  const { casework, tenant, actor, now } = acting;
  const { environment } = casework;
  const packet = await packetOf(acting, caseId, appealId);
  if (!packet) return { kind: 'refused', refusal: refuse('appealUnknown') };
  const documentId = environment.newId();
  const contentType = 'application/pdf';
  return execute(
    casework,
    { tenantId: tenant.tenantId },
    {
      caseId,
      commandId,
      expectedVersion,
      documents: [{ documentId, contentType, bytes: packet.bytes }],
      command: () => ({
        type: 'ForwardAppeal',
        actor,
        now,
        appealId,
        to: given.to,
        method: given.method,
        ...(given.tracking?.trim() ? { tracking: given.tracking } : {}),
        packet: {
          documentId,
          title: `Appeal file ${packet.number} as it was sent`,
          contentType,
          sizeBytes: packet.bytes.byteLength,
          sha256: environment.sha256Hex(packet.bytes),
          origin: `made for appeal ${packet.number}`,
        },
      }),
    },
  );
};
