import type { PayerCards } from '@openum/casework/port/payerCards.ts';
import type { PayerExchange, PayerExchanges } from '@openum/casework/port/payerExchanges.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import type { SavedPayerCard } from '@openum/domain/payer/version.ts';
import { noDuty } from '@openum/domain/practiceTask/task.ts';
import { calendarDate, type Instant } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type PayerPorts = { readonly payerCards: PayerCards; readonly payerExchanges: PayerExchanges };

const now = at('2026-11-23T15:00:00.000Z');
const savedBy = { userId: 'u1', name: 'Dana' };
const card = (payerId: string, name = 'A payer'): PayerCard => ({
  payerId,
  name,
  effectiveFrom: calendarDate('2026-01-01'),
  levels: [
    {
      levelOfCare: 'residential',
      reviewIntervalDays: { value: 5, source: 'phone', where: 'Provider line', on: calendarDate('2026-01-05') },
    },
  ],
});
const saved = (payerId: string, version: number, name?: string): SavedPayerCard => ({
  version,
  card: card(payerId, name),
  savedAt: now,
  savedBy,
  reason: `version ${version}`,
});

export const payerContract = (name: string, store: () => PayerPorts, fresh: Fresh<string>): void => {
  const own = () => ({ ...store(), scope: { tenantId: fresh() } });

  describe(`${name}: rule cards of payers`, () => {
    test('keep every version, each payer counting its own', async () => {
      const { payerCards, scope } = own();
      expect(await payerCards.save(scope, saved('b', 1))).toBe(true);
      expect(await payerCards.save(scope, saved('a', 1))).toBe(true);
      expect(await payerCards.save(scope, saved('b', 2, 'Renamed'))).toBe(true);
      expect((await payerCards.all(scope)).map((s) => [s.card.payerId, s.version])).toEqual([
        ['a', 1],
        ['b', 1],
        ['b', 2],
      ]);
      expect(await payerCards.versions(scope, 'b')).toEqual([saved('b', 1), saved('b', 2, 'Renamed')]);
      expect(await payerCards.versions(scope, 'c')).toEqual([]);
    });

    test('take one of two people who save at once, and no version out of turn', async () => {
      const { payerCards, scope } = own();
      const outcomes = await Promise.all([
        payerCards.save(scope, saved('a', 1)),
        payerCards.save(scope, saved('a', 1, 'Other')),
      ]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await payerCards.save(scope, saved('a', 3))).toBe(false);
      expect(await payerCards.versions(scope, 'a')).toHaveLength(1);
    });

    test('are the own of each practice', async () => {
      const { payerCards, scope } = own();
      await payerCards.save(scope, saved('a', 1));
      expect(await payerCards.all({ tenantId: fresh() })).toEqual([]);
    });
  });

  describe(`${name}: who has which work`, () => {
    test('is what was saved last', async () => {
      const { payerCards, scope } = own();
      expect(await payerCards.duty(scope)).toBeUndefined();
      const duty = { ...noDuty, review: { owner: { userId: 'u1', name: 'Dana' } } };
      expect(await payerCards.saveDuty(scope, { version: 1, duty, savedAt: now, savedBy })).toBe(true);
      expect(await payerCards.saveDuty(scope, { version: 1, duty: noDuty, savedAt: now, savedBy })).toBe(false);
      expect(await payerCards.duty(scope)).toEqual({ version: 1, duty, savedAt: now, savedBy });
      expect(await payerCards.duty({ tenantId: fresh() })).toBeUndefined();
    });
  });

  describe(`${name}: what went over electronic lines`, () => {
    const exchange = (submissionId: string, sentAt: Instant, more: Partial<PayerExchange> = {}): PayerExchange => ({
      exchangeId: `${submissionId}-${sentAt}`,
      episodeId: 'e1',
      submissionId,
      payerId: 'a',
      line: 'harbor',
      operation: 'inquire',
      sent: new Uint8Array([123, 0, 255]),
      sentAt,
      status: 200,
      answer: new Uint8Array([125]),
      open: true,
      ...more,
    });
    const first = at('2026-11-23T15:00:00.000Z');
    const second = at('2026-11-23T15:05:00.000Z');

    test('is kept byte by byte, an answer that never came included', async () => {
      const { payerExchanges, scope } = own();
      const { status: _s, answer: _a, ...silent } = exchange('s1', second, { operation: 'submit' });
      await payerExchanges.record(scope, exchange('s1', first));
      await payerExchanges.record(scope, silent);
      expect(await payerExchanges.ofSubmission(scope, 's1')).toEqual([silent, exchange('s1', first)]);
      expect(await payerExchanges.ofSubmission({ tenantId: fresh() }, 's1')).toEqual([]);
    });

    test('names what is to be asked again, the one asked longest ago first', async () => {
      const { payerExchanges, scope } = own();
      await payerExchanges.record(scope, exchange('late', second));
      await payerExchanges.record(scope, exchange('done', first));
      await payerExchanges.record(scope, exchange('done', second, { open: false }));
      await payerExchanges.record(scope, exchange('early', first));
      const open = await payerExchanges.open(scope, 9);
      expect(open.map((o) => o.submissionId)).toEqual(['early', 'late']);
      expect(open[0]).toEqual({ episodeId: 'e1', submissionId: 'early', payerId: 'a', line: 'harbor', lastAt: first });
      expect(await payerExchanges.open(scope, 1)).toHaveLength(1);
      expect(await payerExchanges.open({ tenantId: fresh() }, 9)).toEqual([]);
    });

    test('tells when each of some was asked last, open or not', async () => {
      const { payerExchanges, scope } = own();
      await payerExchanges.record(scope, exchange('late', first));
      await payerExchanges.record(scope, exchange('late', second, { open: false }));
      await payerExchanges.record(scope, exchange('early', first));
      await payerExchanges.record(scope, exchange('other', first));
      const last = await payerExchanges.last(scope, ['late', 'early', 'never']);
      expect(last.map((o) => [o.submissionId, o.lastAt])).toEqual([
        ['early', first],
        ['late', second],
      ]);
      expect(await payerExchanges.last(scope, [])).toEqual([]);
      expect(await payerExchanges.last({ tenantId: fresh() }, ['late'])).toEqual([]);
    });
  });
};
