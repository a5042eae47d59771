import {
  type CriteriaText,
  type OwnCriteriaLog,
  releaseTypes,
  type StoredCriteriaEvent,
} from '@openum/casework/port/ownCriteria.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryOwnCriteria = (): OwnCriteriaLog => {
  const tenants = perTenant(() => ({
    log: [] as StoredCriteriaEvent[],
    texts: new Map<string, CriteriaText>(),
  }));
  const inOrder = (log: readonly StoredCriteriaEvent[]) =>
    log.toSorted((a, b) => compareText(a.setId, b.setId) || a.sequence - b.sequence);
  return {
    events: async (scope) => inOrder(tenants(scope).log),
    releases: async (scope) => inOrder(tenants(scope).log.filter((e) => releaseTypes.includes(e.type))),
    texts: async (scope, sha256s) => sha256s.flatMap((s) => tenants(scope).texts.get(s) ?? []),
    append: async (scope, setId, expected, events, text) => {
      const { log, texts } = tenants(scope);
      if (log.filter((e) => e.setId === setId).length !== expected) return false;
      if (text && !texts.has(text.sha256)) texts.set(text.sha256, structuredClone(text));
      log.push(...events.map((e, i) => ({ ...structuredClone(e), setId, sequence: expected + i + 1 })));
      return true;
    },
  };
};
