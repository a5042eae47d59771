import type { Scope } from '@openum/casework/port/scope.ts';

/** State per tenant; what one tenant has, no other can reach. */
export const perTenant = <T>(empty: () => T): ((scope: Scope) => T) => {
  const all = new Map<string, T>();
  return ({ tenantId }) => {
    const found = all.get(tenantId) ?? empty();
    all.set(tenantId, found);
    return found;
  };
};

/** By bytes of UTF-8, as the database compares ids and search keys. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
