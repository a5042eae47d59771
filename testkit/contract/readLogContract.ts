import type { ReadEntry, ReadLog } from '@openum/casework/port/readLog.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

const entry = (readId: string, more: Partial<ReadEntry> = {}): ReadEntry => ({
  readId,
  caseId: 'c1',
  userId: 'u1',
  purpose: 'utilizationReview',
  what: 'document',
  resourceId: 'd1',
  at: at('2026-11-20T15:00:00.000Z'),
  ...more,
});

export const readLogContract = (name: string, store: () => ReadLog, fresh: Fresh<string>): void => {
  const filled = async (...entries: readonly ReadEntry[]) => {
    const scope = { tenantId: fresh() };
    for (const e of entries) await store().record(scope, e);
    return { log: store(), scope };
  };

  describe(`${name}: the log of reads`, () => {
    test('tells which documents and messages of a case a person has opened, each once', async () => {
      const { log, scope } = await filled(
        entry('1', { resourceId: 'd2' }),
        entry('2'),
        entry('3'),
        entry('4', { what: 'message', resourceId: 'm1' }),
        entry('5', { what: 'notice', resourceId: 'n1' }),
        entry('6', { userId: 'u2', resourceId: 'd3' }),
        entry('7', { caseId: 'c2', resourceId: 'd4' }),
      );
      expect(await log.openedBy(scope, 'c1', 'u1')).toEqual(['d1', 'd2', 'm1']);
    });

    test('tells whether a person has opened a document since a moment', async () => {
      const { log, scope } = await filled(entry('1'), entry('2', { what: 'notice', resourceId: 'n1' }));
      const opened = at('2026-11-20T15:00:00.000Z');
      expect(await log.hasOpened(scope, 'u1', 'd1', opened)).toBe(true);
      expect(await log.hasOpened(scope, 'u1', 'd1', at('2026-11-20T15:00:00.001Z'))).toBe(false);
      expect(await log.hasOpened(scope, 'u2', 'd1', opened)).toBe(false);
      expect(await log.hasOpened(scope, 'u1', 'd2', opened)).toBe(false);
      expect(await log.hasOpened(scope, 'u1', 'n1', opened)).toBe(false);
      expect(await log.hasOpened({ tenantId: fresh() }, 'u1', 'd1', opened)).toBe(false);
    });

    test('shows the reads of a case, newest first, as they were written', async () => {
      const search: ReadEntry = {
        readId: 's',
        clientId: 'ehr',
        purpose: 'inquiry',
        what: 'memberSearch',
        at: at('2026-11-20T18:00:00.000Z'),
      };
      const later = entry('2', { at: at('2026-11-20T16:00:00.000Z') });
      const { log, scope } = await filled(entry('1'), later, search, entry('3', { caseId: 'c2' }));
      expect(await log.ofCase(scope, 'c1', 9)).toEqual([later, entry('1')]);
      expect(await log.ofCase(scope, 'c1', 1)).toEqual([later]);
    });

    test('shows what a person has looked at, newest first, in one organization', async () => {
      const later = entry('2', { caseId: 'c2', at: at('2026-11-20T16:00:00.000Z') });
      const { log, scope } = await filled(entry('1'), later, entry('3', { userId: 'u2' }));
      expect(await log.ofUser(scope, 'u1', 9)).toEqual([later, entry('1')]);
      expect(await log.ofUser(scope, 'u1', 1)).toEqual([later]);
      expect(await log.ofUser({ tenantId: fresh() }, 'u1', 9)).toEqual([]);
    });
  });
};
