import type { ApiClient, Identity, Tenant } from '@openum/casework/port/identity.ts';
import { type Instant, millisecondsBetween } from '@openum/domain/time/instant.ts';
import { tokenHash } from './token.ts';

export type SendingClient = { readonly client: ApiClient; readonly tenant: Tenant };

/** How long a client that was found is taken as found; a withdrawn token stops working within this time. */
const trustedForMs = 30_000;
const maxRemembered = 1000;

/** Looks up sending systems by bearer token, remembering the found ones briefly: they come with every request. */
export const bearerClients = (identity: Identity, now: () => Instant) => {
  const remembered = new Map<string, { readonly found: SendingClient; readonly at: Instant }>();
  return async (authorization: string | undefined): Promise<SendingClient | undefined> => {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return undefined;
    const hash = tokenHash(token);
    const known = remembered.get(hash);
    if (known && millisecondsBetween(known.at, now()) < trustedForMs) return known.found;
    remembered.delete(hash);
    const client = await identity.clientByToken(hash);
    const tenant = client && (await identity.tenant({ tenantId: client.tenantId }));
    if (!client || !tenant) return undefined;
    if (remembered.size >= maxRemembered) remembered.clear();
    const found = { client, tenant };
    remembered.set(hash, { found, at: now() });
    return found;
  };
};
