import type { KeptMovement, VisitRow, Visits } from '@openum/casework/port/visits.ts';
import { addElapsed, calendarDate } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type VisitPorts = { readonly visits: Visits };

const now = at('2026-11-23T16:00:00.000Z');
const key = { clientId: 'hospital', visitNumber: 'V-1' };
const bytes = (text: string) => new TextEncoder().encode(text);

const kept = (messageId: string, change: Partial<KeptMovement> = {}): KeptMovement => ({
  ...key,
  messageId,
  controlId: `control-${messageId}`,
  contentType: 'text/plain',
  bytes: bytes(`MSH ${messageId}`),
  sha256: messageId.padEnd(64, '0'),
  receivedAt: now,
  movement: {
    messageId,
    kind: 'admit',
    eventAt: now,
    sentAt: now,
    patientClass: 'inpatient',
    memberNumbers: ['PHP1000001'],
    birthDate: calendarDate('1951-03-09'),
    family: 'Akerman',
    given: 'Rosalind',
    facility: { name: 'Lakeside Hospital' },
    hospitalServices: ['MED'],
    diagnoses: ['J96.01'],
  },
  ...change,
});

const row = (change: Partial<VisitRow> = {}): VisitRow => ({
  ...key,
  phase: 'inpatient',
  inpatient: true,
  memberNumber: 'PHP1000001',
  memberName: 'Akerman, Rosalind',
  birthDate: calendarDate('1951-03-09'),
  facilityName: 'Lakeside Hospital',
  admittedAt: now,
  problems: [],
  messages: 1,
  lastReceivedAt: now,
  ...change,
});

export const visitContract = (name: string, store: () => VisitPorts, fresh: Fresh<string>): void => {
  const given = () => ({ visits: store().visits, scope: { tenantId: fresh() } });

  describe(`${name}: what facilities tell of their patients`, () => {
    test('a message is kept once for each control id of a sender, with its first answer', async () => {
      const { visits, scope } = given();
      const first = kept('m1');
      expect(await visits.keep(scope, first)).toEqual({ kind: 'kept' });
      const again = kept('m2', { controlId: first.controlId });
      expect(await visits.keep(scope, again)).toEqual({ kind: 'repeated', messageId: 'm1', sha256: first.sha256 });
      await visits.answer(scope, 'm1', bytes('AA'));
      await visits.answer(scope, 'm1', bytes('AE'));
      const repeated = await visits.keep(scope, again);
      expect(repeated.kind === 'repeated' && new TextDecoder().decode(repeated.answer)).toBe('AA');
      expect(await visits.keep(scope, kept('m3', { ...again, messageId: 'm3', clientId: 'other' }))).toEqual({
        kind: 'kept',
      });
    });

    test('all messages of a visit come back as they were read, those of others do not', async () => {
      const { visits, scope } = given();
      const [one, two] = [kept('m1'), kept('m2')];
      for (const m of [one, two, kept('m3', { visitNumber: 'V-2' }), kept('m4', { clientId: 'other' })])
        await visits.keep(scope, m);
      const found = await visits.movements(scope, key);
      expect([...found].sort((a, b) => (a.messageId < b.messageId ? -1 : 1))).toEqual([one.movement, two.movement]);
      expect(await visits.movements({ tenantId: fresh() }, key)).toEqual([]);
    });

    test('a visit read from fewer messages never takes the place of one read from more', async () => {
      const { visits, scope } = given();
      await visits.save(scope, row({ messages: 2, phase: 'discharged', dischargedAt: now }));
      await visits.save(scope, row({ messages: 1 }));
      expect(await visits.visit(scope, key)).toEqual(row({ messages: 2, phase: 'discharged', dischargedAt: now }));
      await visits.save(scope, row({ messages: 3 }));
      expect(await visits.visit(scope, key)).toEqual(row({ messages: 3 }));
    });

    test('has one case: the first that was given to it, until that one is named as replaced', async () => {
      const { visits, scope } = given();
      await expect(visits.claim(scope, key, 'case-1')).rejects.toThrow();
      await visits.save(scope, row());
      const claimed = await Promise.all(['case-1', 'case-2'].map((c) => visits.claim(scope, key, c)));
      const [winner] = claimed;
      expect(new Set(claimed).size).toBe(1);
      expect(await visits.claim(scope, key, 'case-3', 'no-case')).toBe(winner);
      expect(await visits.claim(scope, key, 'case-3', winner)).toBe('case-3');
      await visits.save(scope, row({ messages: 5 }));
      expect(await visits.visit(scope, key)).toMatchObject({ caseId: 'case-3', messages: 5 });
    });

    test('are listed with the last told of first, page by page, and by what they need', async () => {
      const { visits, scope } = given();
      const later = (hours: number) => addElapsed(now, { hours });
      await visits.save(scope, row({ visitNumber: 'V-1' }));
      await visits.save(scope, row({ visitNumber: 'V-2', lastReceivedAt: later(1), problems: ['Unknown member.'] }));
      await visits.save(
        scope,
        row({ visitNumber: 'V-3', lastReceivedAt: later(1), phase: 'emergency', inpatient: false }),
      );
      await visits.save(
        scope,
        row({ visitNumber: 'V-4', lastReceivedAt: later(2), phase: 'cancelled', problems: ['x'] }),
      );
      await visits.claim(scope, { ...key, visitNumber: 'V-1' }, 'case-1');
      const numbers = async (...args: [Parameters<Visits['page']>[1], string | undefined, number]) => {
        const page = await visits.page(scope, ...args);
        return [page.rows.map((r) => r.visitNumber), page.next] as const;
      };
      const [first, next] = await numbers({}, undefined, 3);
      expect(first).toEqual(['V-4', 'V-3', 'V-2']);
      expect(await numbers({}, next, 3)).toEqual([['V-1'], undefined]);
      expect(await numbers({ incomplete: true }, undefined, 9)).toEqual([['V-2'], undefined]);
      expect(await visits.countIncomplete(scope)).toBe(1);
      expect(await visits.countIncomplete({ tenantId: fresh() })).toBe(0);
      expect(await numbers({ phase: 'emergency' }, undefined, 9)).toEqual([['V-3'], undefined]);
      expect((await visits.page({ tenantId: fresh() }, {}, undefined, 9)).rows).toEqual([]);
    });
  });
};
