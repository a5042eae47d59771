import type { PracticeImport, PracticeImports } from '@openum/casework/port/practiceImports.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryPracticeImports = (): PracticeImports => {
  const tenant = perTenant(() => new Map<string, PracticeImport>());
  const newest = (all: Iterable<PracticeImport>): readonly PracticeImport[] =>
    structuredClone([...all]).sort(
      (a, b) => compareText(b.startedAt, a.startedAt) || compareText(b.importId, a.importId),
    );
  return {
    add: async (scope, part) => {
      const before = tenant(scope).get(part.importId);
      const result = {
        done: (before?.result.done ?? 0) + part.result.done,
        known: (before?.result.known ?? 0) + part.result.known,
        problems: (before?.result.problems ?? 0) + part.result.problems,
      };
      tenant(scope).set(part.importId, structuredClone({ ...(before ?? part), result }));
    },
    ofContent: async (scope, kind, sha256) =>
      newest(tenant(scope).values()).find((i) => i.kind === kind && i.sha256 === sha256),
    list: async (scope, limit) => newest(tenant(scope).values()).slice(0, limit),
  };
};
