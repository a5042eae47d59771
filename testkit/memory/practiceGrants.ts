import type { Identity } from '@openum/casework/port/identity.ts';
import type { GrantedPractice, PracticeGrants } from '@openum/casework/port/practiceGrants.ts';
import type { PracticeGrant } from '@openum/domain/practiceGrant/grant.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryPracticeGrants = (identity: Identity): PracticeGrants => {
  const tenant = perTenant(() => new Map<string, PracticeGrant>());
  const list = async (scope: { readonly tenantId: string }) =>
    structuredClone([...tenant(scope).values()]).sort(
      (a, b) => compareText(b.grantedAt, a.grantedAt) || compareText(b.grantId, a.grantId),
    );
  return {
    list,
    add: async (scope, grant) => {
      if (!tenant(scope).has(grant.grantId)) tenant(scope).set(grant.grantId, structuredClone(grant));
    },
    revoke: async (scope, grantId, revoked) => {
      const found = tenant(scope).get(grantId);
      if (!found || found.revoked) return false;
      tenant(scope).set(grantId, structuredClone({ ...found, revoked }));
      return true;
    },
    ofPerson: async (home, userId) => {
      const found: GrantedPractice[] = [];
      for (const practice of await identity.tenants())
        for (const grant of await list(practice))
          if (practice.kind === 'practice' && grant.to.userId === userId && grant.to.tenantId === home.tenantId)
            found.push({ practice, grant });
      return found;
    },
  };
};
