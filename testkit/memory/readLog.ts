import type { ReadEntry, ReadLog } from '@openum/casework/port/readLog.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryReadLog = (): ReadLog => {
  const tenant = perTenant((): ReadEntry[] => []);
  return {
    record: async (scope, entry) => {
      tenant(scope).push(structuredClone(entry));
    },
    openedBy: async (scope, caseId, userId) => [
      ...new Set(
        tenant(scope)
          .filter((e) => e.caseId === caseId && e.userId === userId && ['document', 'message'].includes(e.what))
          .flatMap((e) => (e.resourceId === undefined ? [] : [e.resourceId]))
          .sort(compareText),
      ),
    ],
    hasOpened: async (scope, userId, resourceId, since) =>
      tenant(scope).some(
        (e) =>
          e.userId === userId &&
          e.resourceId === resourceId &&
          e.at >= since &&
          ['document', 'message'].includes(e.what),
      ),
    ofCase: async (scope, caseId, limit) =>
      tenant(scope)
        .filter((e) => e.caseId === caseId)
        .sort((a, b) => compareText(b.at, a.at) || compareText(b.readId, a.readId))
        .slice(0, limit),
    ofUser: async (scope, userId, limit) =>
      tenant(scope)
        .filter((e) => e.userId === userId)
        .sort((a, b) => compareText(b.at, a.at) || compareText(b.readId, a.readId))
        .slice(0, limit),
  };
};
