import type { OpenExchange, PayerExchange, PayerExchanges } from '@openum/casework/port/payerExchanges.ts';
import { compareText, perTenant } from './tenants.ts';

/** Of each submission the last exchange, the one asked longest ago first. */
const lastOfEach = (kept: readonly PayerExchange[]): readonly PayerExchange[] => {
  const last = new Map<string, PayerExchange>();
  for (const x of kept) {
    const before = last.get(x.submissionId);
    if (!before || compareText(before.sentAt, x.sentAt) < 0 || before.sentAt === x.sentAt) last.set(x.submissionId, x);
  }
  return [...last.values()].sort(
    (a, b) => compareText(a.sentAt, b.sentAt) || compareText(a.submissionId, b.submissionId),
  );
};

const outline = ({ episodeId, submissionId, payerId, line, sentAt }: PayerExchange): OpenExchange => ({
  episodeId,
  submissionId,
  payerId,
  line,
  lastAt: sentAt,
});

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
    last: async (scope, submissionIds) =>
      lastOfEach(kept(scope))
        .filter((x) => submissionIds.includes(x.submissionId))
        .map(outline),
    open: async (scope, limit) =>
      lastOfEach(kept(scope))
        .filter((x) => x.open)
        .slice(0, limit)
        .map(outline),
  };
};
