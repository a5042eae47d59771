import type { Casework } from '@openum/casework/casework.ts';
import { listenMllp, type MllpListener } from '@openum/http/hl7/mllp.ts';
import type { MllpConfig } from './config.ts';

/**
 * Opens the ports of the configuration. Each speaks for one sending system of one organization, which must exist: a message must not
 * come in under a name that nobody answers for.
 */
export const startMllp = async (
  casework: Casework,
  { host, listeners }: MllpConfig,
  onError: (error: unknown) => void,
): Promise<readonly MllpListener[]> => {
  const started: MllpListener[] = [];
  try {
    for (const { port, tenantId, clientId } of listeners) {
      const tenant = await casework.identity.tenant({ tenantId });
      if (!tenant) throw new Error(`OPENUM_MLLP: there is no organization ${tenantId}`);
      const client = { clientId, tenantId, name: clientId, scopes: ['hl7'] };
      started.push(await listenMllp({ casework, from: { client, tenant }, host, port, onError }));
    }
    return started;
  } catch (error) {
    await Promise.all(started.map((l) => l.stop()));
    throw error;
  }
};
