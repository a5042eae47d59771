import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, bytes, messageOf } from './samples.ts';

/** How a message that was sent before is recognised. */
export const messageContract = (name: string, store: () => CaseStore, fresh: Fresh<string>): void => {
  const own = () => ({ cases: store(), scope: { tenantId: fresh() } });
  const identifier = { system: 'urn:sender', value: 'B-1' };
  const { answer, bytes: content } = messageOf('m');

  describe(`${name}: a message`, () => {
    test('is kept unaltered with its answer', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0, { message: messageOf('m1') }));
      expect(await cases.message(scope, 'm1')).toEqual({ contentType: 'application/fhir+json', bytes: content });
      expect(await cases.answered(scope, 'client-1', identifier)).toEqual({
        caseId: 'c1',
        sha256: 'a'.repeat(64),
        answer,
      });
      expect(await cases.message(scope, 'm2')).toBeUndefined();
    });

    test('sent again with the same bytes gets the answer of the first time and makes no second case', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0, { message: messageOf('m1') }));
      const again = appendOf('c2', 0, { message: messageOf('m2', {}) });
      expect(await cases.append(scope, again)).toEqual({ kind: 'sameMessage', caseId: 'c1', answer });
      expect(await cases.events(scope, 'c2')).toEqual([]);
      expect(await cases.message(scope, 'm2')).toBeUndefined();
    });

    test('sent twice at the same time makes one case', async () => {
      const { cases, scope } = own();
      const outcomes = await Promise.all(
        ['c1', 'c2', 'c3'].map((c) => cases.append(scope, appendOf(c, 0, { message: messageOf(`m-${c}`) }))),
      );
      expect(outcomes.map((o) => o.kind).sort()).toEqual(['appended', 'sameMessage', 'sameMessage']);
    });

    test('with the identifier of another and other bytes is told apart', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0, { message: messageOf('m1') }));
      const reused = appendOf('c2', 0, { message: messageOf('m2', { sha256: 'b'.repeat(64) }) });
      expect(await cases.append(scope, reused)).toEqual({ kind: 'messageReused', caseId: 'c1' });
      expect(await cases.events(scope, 'c2')).toEqual([]);
    });

    test('of another client may have the same identifier', async () => {
      const { cases, scope } = own();
      await cases.append(scope, appendOf('c1', 0, { message: messageOf('m1') }));
      const other = appendOf('c2', 0, { message: messageOf('m2', { clientId: 'client-2' }) });
      expect((await cases.append(scope, other)).kind).toBe('appended');
      expect(await cases.answered(scope, 'client-3', identifier)).toBeUndefined();
    });

    test('without an identifier is never taken for another', async () => {
      const { cases, scope } = own();
      const plain = (id: string) => {
        const { identifier: _, ...rest } = messageOf(id);
        return rest;
      };
      expect((await cases.append(scope, appendOf('c1', 0, { message: plain('m1') }))).kind).toBe('appended');
      expect((await cases.append(scope, appendOf('c2', 0, { message: plain('m2') }))).kind).toBe('appended');
    });

    test('that made no case is kept, and its corrected successor makes one under the same identifier', async () => {
      const { cases, scope } = own();
      const refused = messageOf('m1', { sha256: 'c'.repeat(64) });
      await cases.keepMessage(scope, { ...refused, answer: bytes('no'), outcome: 'rejected' });
      await cases.keepMessage(scope, {
        ...messageOf('m2', { sha256: 'd'.repeat(64), receivedAt: at('2026-11-20T14:05:00.000Z') }),
        answer: bytes('still no'),
        outcome: 'unprocessable',
      });
      expect(await cases.answered(scope, 'client-1', identifier)).toEqual({
        sha256: 'd'.repeat(64),
        answer: bytes('still no'),
      });
      expect((await cases.append(scope, appendOf('c1', 0, { message: messageOf('m3') }))).kind).toBe('appended');
      expect(await cases.answered(scope, 'client-1', identifier)).toMatchObject({ caseId: 'c1' });
      expect((await cases.message(scope, 'm1'))?.bytes).toEqual(content);
    });
  });
};
