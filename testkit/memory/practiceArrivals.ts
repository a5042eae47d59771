import type { KeptArrival, PracticeArrival, PracticeArrivals } from '@openum/casework/port/practiceArrivals.ts';
import { compareText, perTenant } from './tenants.ts';

const shown = ({ bytes: _, answer: _answer, ...arrival }: KeptArrival): PracticeArrival => structuredClone(arrival);

export const memoryPracticeArrivals = (): PracticeArrivals => {
  const tenant = perTenant(() => ({ all: new Map<string, KeptArrival>(), automatic: { on: false } }));
  const list = (scope: { readonly tenantId: string }) => [...tenant(scope).all.values()];
  const settledAt = (a: KeptArrival): string => a.settled?.at ?? '';
  return {
    keep: async (scope, a) => {
      const before = list(scope).find((x) => x.clientId === a.clientId && x.controlId === a.controlId);
      if (before)
        return before.sha256 === a.sha256 ? { kind: 'repeated', answer: before.answer.slice() } : { kind: 'reused' };
      tenant(scope).all.set(a.arrivalId, structuredClone(a));
      return { kind: 'kept' };
    },
    get: async (scope, id) => {
      const found = tenant(scope).all.get(id);
      return found && shown(found);
    },
    bytes: async (scope, id) => tenant(scope).all.get(id)?.bytes.slice(),
    waiting: async (scope, limit) =>
      list(scope)
        .filter((a) => !a.settled)
        .sort((a, b) => compareText(a.receivedAt, b.receivedAt) || compareText(a.arrivalId, b.arrivalId))
        .slice(0, limit)
        .map(shown),
    settled: async (scope, limit) =>
      list(scope)
        .filter((a) => a.settled)
        .sort((a, b) => compareText(settledAt(b), settledAt(a)) || compareText(b.arrivalId, a.arrivalId))
        .slice(0, limit)
        .map(shown),
    ofVisit: async (scope, clientId, visitNumber) =>
      list(scope)
        .filter((a) => a.clientId === clientId && a.said?.visitNumber === visitNumber && a.settled?.episodeId)
        .sort((a, b) => compareText(settledAt(b), settledAt(a)) || compareText(b.arrivalId, a.arrivalId))[0]?.settled
        ?.episodeId,
    settle: async (scope, id, settled) => {
      const found = tenant(scope).all.get(id);
      if (!found || found.settled) return false;
      tenant(scope).all.set(id, structuredClone({ ...found, settled }));
      return true;
    },
    automatic: async (scope) => tenant(scope).automatic.on,
    saveAutomatic: async (scope, on) => {
      tenant(scope).automatic.on = on;
    },
  };
};
