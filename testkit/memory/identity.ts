import type { ApiClient, Identity, PortalGrant, Tenant, User } from '@openum/casework/port/identity.ts';
import { compareText } from './tenants.ts';

export const memoryIdentity = (): Identity => {
  const tenants = new Map<string, Tenant>();
  const users: { readonly user: User; readonly passwordHash: string }[] = [];
  const sessions = new Map<string, Parameters<Identity['openSession']>[0]>();
  const clients = new Map<string, ApiClient>();
  const grants = new Map<string, PortalGrant>();

  const ofTenant = (tenantId: string): User[] => users.map((u) => u.user).filter((u) => u.tenantId === tenantId);
  const assertTenant = (tenantId: string): void => {
    if (!tenants.has(tenantId)) throw new Error('tenantId: there is no such tenant');
  };

  return {
    createTenant: async (t) => {
      if (tenants.has(t.tenantId)) throw new Error('rule tenant_pkey');
      tenants.set(t.tenantId, structuredClone(t));
    },
    saveTenant: async (t) => {
      const before = tenants.get(t.tenantId);
      if (before) tenants.set(t.tenantId, { ...structuredClone(t), kind: before.kind });
    },
    tenants: async () => [...tenants.values()].sort((a, b) => compareText(a.tenantId, b.tenantId)),
    tenant: async (scope) => tenants.get(scope.tenantId),
    createUser: async (user, passwordHash) => {
      assertTenant(user.tenantId);
      if (users.some((u) => u.user.email.toLowerCase() === user.email.toLowerCase()))
        throw new Error('email: it is already in use');
      users.push(structuredClone({ user, passwordHash }));
    },
    userForSignIn: async (email) => users.find((u) => u.user.email.toLowerCase() === email.toLowerCase()),
    user: async (scope, userId) => ofTenant(scope.tenantId).find((u) => u.userId === userId),
    users: async (scope) =>
      ofTenant(scope.tenantId).sort((a, b) => compareText(a.name, b.name) || compareText(a.userId, b.userId)),
    openSession: async (s) => {
      if (!ofTenant(s.tenantId).some((u) => u.userId === s.userId)) throw new Error('userId: there is no such user');
      sessions.set(s.sessionHash, s);
    },
    session: async (sessionHash, now) => {
      const s = sessions.get(sessionHash);
      if (!s || s.expiresAt <= now) return undefined;
      return ofTenant(s.tenantId).find((u) => u.userId === s.userId && u.active);
    },
    closeSession: async (sessionHash) => {
      sessions.delete(sessionHash);
    },
    createClient: async (client, tokenHash) => {
      assertTenant(client.tenantId);
      if (clients.has(tokenHash)) throw new Error('rule api_client_token_everywhere');
      clients.set(tokenHash, structuredClone(client));
    },
    clientByToken: async (tokenHash) => clients.get(tokenHash),
    grantPortal: async (grant) => {
      assertTenant(grant.planTenantId);
      assertTenant(grant.practiceTenantId);
      grants.set(`${grant.planTenantId} ${grant.practiceTenantId}`, structuredClone(grant));
    },
    portalOf: async (practiceTenantId) =>
      tenants.get(practiceTenantId)?.kind !== 'practice'
        ? []
        : [...grants.values()]
            .filter((g) => g.practiceTenantId === practiceTenantId && g.npis.length > 0)
            .flatMap((g) => {
              const plan = tenants.get(g.planTenantId);
              return plan?.kind === 'plan' ? [{ plan, npis: g.npis }] : [];
            })
            .sort((a, b) => compareText(a.plan.tenantId, b.plan.tenantId)),
  };
};
