import type { PayerExchange, PayerExchanges } from '@openum/casework/port/payerExchanges.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryPayerExchanges = (): PayerExchanges => {
  const kept = perTenant((): PayerExchange[] => []);
  return {
    record: async (scope, exchange) => {
      kept(scope).push(structuredClone(exchange));
    },
    ofSubmission: async (scope, submissionId) =>
      structuredClone(kept(scope).filter((x) => x.submissionId === submissionId)).sort(
        (a, b) => compareText(b.sentAt, a.sentAt) || compareText(b.exchangeId, a.exchangeId),
      ),
    open: async (scope, limit) => {
      const last = new Map<string, PayerExchange>();
      for (const x of kept(scope)) {
        const before = last.get(x.submissionId);
        if (!before || compareText(before.sentAt, x.sentAt) < 0 || before.sentAt === x.sentAt)
          last.set(x.submissionId, x);
      }
      return [...last.values()]
        .filter((x) => x.open)
        .sort((a, b) => compareText(a.sentAt, b.sentAt) || compareText(a.submissionId, b.submissionId))
        .slice(0, limit)
        .map(({ episodeId, submissionId, payerId, line, sentAt }) => ({
          episodeId,
          submissionId,
          payerId,
          line,
          lastAt: sentAt,
        }));
    },
  };
};
