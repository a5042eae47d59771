import type { KeptArrival, PracticeArrivals } from '@openum/casework/port/practiceArrivals.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, bytes } from './samples.ts';

export type PracticeArrivalPorts = { readonly practiceArrivals: PracticeArrivals };

const arrival = (arrivalId: string, change: Partial<KeptArrival> = {}): KeptArrival => ({
  arrivalId,
  clientId: 'ehr',
  clientName: 'EHR of the practice',
  controlId: `control-${arrivalId}`,
  contentType: 'x-application/hl7-v2+er7',
  sha256: 'a'.repeat(64),
  receivedAt: at('2026-11-20T15:00:00.000Z'),
  said: {
    source: 'hl7',
    visitNumber: 'V-1',
    eventAt: at('2026-11-20T14:00:00.000Z'),
    patient: { family: 'Ñandú', given: 'Maeve', birthDate: calendarDate('1990-04-02'), chartNumber: 'C-1' },
    emergency: false,
    units: [],
    coverages: [],
  },
  problems: [],
  bytes: bytes(`message ${arrivalId}`),
  answer: bytes(`answer ${arrivalId}`),
  ...change,
});
const shown = ({ bytes: _, answer: _answer, ...rest }: KeptArrival) => rest;
const settled = {
  outcome: 'accepted',
  at: at('2026-11-20T16:00:00.000Z'),
  by: { userId: 'lucy', name: 'Lucy' },
  episodeId: 'e1',
} as const;

export const practiceArrivalContract = (
  name: string,
  store: () => PracticeArrivalPorts,
  fresh: Fresh<string>,
): void => {
  const own = () => ({ arrivals: store().practiceArrivals, scope: { tenantId: fresh() } });
  const ids = (all: readonly { readonly arrivalId: string }[]) => all.map((a) => a.arrivalId);

  describe(`${name}: arrivals of a practice`, () => {
    test('are kept once; the same message again gets the first answer, another one under its id none', async () => {
      const { arrivals, scope } = own();
      expect(await arrivals.keep(scope, arrival('a1'))).toEqual({ kind: 'kept' });
      const again = arrival('a2', { controlId: 'control-a1' });
      expect(await arrivals.keep(scope, again)).toEqual({ kind: 'repeated', answer: bytes('answer a1') });
      expect(await arrivals.keep(scope, { ...again, sha256: 'b'.repeat(64) })).toEqual({ kind: 'reused' });
      expect(await arrivals.keep(scope, { ...again, clientId: 'other' })).toEqual({ kind: 'kept' });
      expect(await arrivals.get(scope, 'a1')).toEqual(shown(arrival('a1')));
      expect(await arrivals.bytes(scope, 'a1')).toEqual(bytes('message a1'));
    });

    test('wait in the order in which they came, until they are settled, once', async () => {
      const { arrivals, scope } = own();
      const { said: _, ...broken } = arrival('a2', { problems: ['PID-7 is missing.'] });
      await arrivals.keep(scope, { ...broken, receivedAt: at('2026-11-20T15:01:00.000Z') });
      await arrivals.keep(scope, arrival('a1'));
      expect(ids(await arrivals.waiting(scope, 9))).toEqual(['a1', 'a2']);
      expect(ids(await arrivals.waiting(scope, 1))).toEqual(['a1']);
      expect(await arrivals.settle(scope, 'a1', settled)).toBe(true);
      expect(await arrivals.settle(scope, 'a1', { ...settled, outcome: 'dismissed' })).toBe(false);
      expect(ids(await arrivals.waiting(scope, 9))).toEqual(['a2']);
      expect(await arrivals.settled(scope, 9)).toEqual([{ ...shown(arrival('a1')), settled }]);
    });

    test('lead from a visit to its course, at one sender', async () => {
      const { arrivals, scope } = own();
      await arrivals.keep(scope, arrival('a1'));
      expect(await arrivals.ofVisit(scope, 'ehr', 'V-1')).toBeUndefined();
      await arrivals.settle(scope, 'a1', settled);
      expect(await arrivals.ofVisit(scope, 'ehr', 'V-1')).toBe('e1');
      expect(await arrivals.ofVisit(scope, 'other', 'V-1')).toBeUndefined();
    });

    test('are of one practice, as is its word that they may be taken up by themselves', async () => {
      const { arrivals, scope } = own();
      const other = { tenantId: fresh() };
      await arrivals.keep(scope, arrival('a1'));
      expect(await arrivals.automatic(scope)).toBe(false);
      await arrivals.saveAutomatic(scope, true);
      expect([await arrivals.automatic(scope), await arrivals.automatic(other)]).toEqual([true, false]);
      expect(await arrivals.get(other, 'a1')).toBeUndefined();
      expect(await arrivals.bytes(other, 'a1')).toBeUndefined();
      expect(await arrivals.waiting(other, 9)).toEqual([]);
      expect(await arrivals.settle(other, 'a1', settled)).toBe(false);
    });
  });
};
