import type { PracticeImport, PracticeImports } from '@openum/casework/port/practiceImports.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type PracticeImportPorts = { readonly practiceImports: PracticeImports };

const part = (importId: string, change: Partial<PracticeImport> = {}): PracticeImport => ({
  importId,
  kind: 'attendance',
  fileName: 'week.csv',
  sha256: 'a'.repeat(64),
  startedAt: at('2026-11-20T15:00:00.000Z'),
  startedBy: 'Una',
  result: { done: 2, known: 1, problems: 0 },
  ...change,
});

export const practiceImportContract = (name: string, store: () => PracticeImportPorts, fresh: Fresh<string>): void => {
  describe(`${name}: imports of a practice`, () => {
    test('add up part by part, and the same content is known again', async () => {
      const { practiceImports } = store();
      const [mine, other] = [{ tenantId: fresh() }, { tenantId: fresh() }];
      await practiceImports.add(mine, part('i1'));
      await practiceImports.add(mine, part('i1', { result: { done: 0, known: 3, problems: 4 } }));
      await practiceImports.add(
        mine,
        part('i2', { startedAt: at('2026-11-21T15:00:00.000Z'), sha256: 'b'.repeat(64) }),
      );
      const first = part('i1', { result: { done: 2, known: 4, problems: 4 } });
      expect(await practiceImports.ofContent(mine, 'attendance', 'a'.repeat(64))).toEqual(first);
      expect(await practiceImports.ofContent(mine, 'patients', 'a'.repeat(64))).toBeUndefined();
      expect((await practiceImports.list(mine, 9)).map((i) => i.importId)).toEqual(['i2', 'i1']);
      expect(await practiceImports.list(mine, 1)).toHaveLength(1);
      expect(await practiceImports.list(other, 9)).toEqual([]);
    });
  });
};
