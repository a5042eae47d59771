import type { PayerCards, SavedTaskDuty } from '@openum/casework/port/payerCards.ts';
import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import { compareText, perTenant } from './tenants.ts';

export const memoryPayerCards = (): PayerCards => {
  const cards = perTenant((): SavedPayerCard[] => []);
  const duties = perTenant((): SavedTaskDuty[] => []);
  return {
    all: async (scope) =>
      structuredClone(cards(scope)).sort(
        (a, b) => compareText(a.card.payerId, b.card.payerId) || a.version - b.version,
      ),
    versions: async (scope, payerId) => structuredClone(cards(scope).filter((c) => c.card.payerId === payerId)),
    save: async (scope, saved) => {
      const kept = cards(scope).filter((c) => c.card.payerId === saved.card.payerId);
      if (saved.version !== kept.length + 1) return false;
      cards(scope).push(structuredClone(saved));
      return true;
    },
    duty: async (scope) => structuredClone(duties(scope).at(-1)),
    saveDuty: async (scope, saved) => {
      if (saved.version !== duties(scope).length + 1) return false;
      duties(scope).push(structuredClone(saved));
      return true;
    },
  };
};
