import type { PayerFile, PayerFileNote, PayerFiles } from '@openum/casework/port/payerFiles.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at } from './samples.ts';

export type PayerFilePorts = { readonly payerFiles: PayerFiles };

const bytes = new Uint8Array([73, 83, 65, 0, 255, 13, 10]);
const file = (fileId: string, change: Partial<PayerFile> = {}): PayerFile => ({
  fileId,
  direction: 'in',
  fileName: 'answer.278',
  sha256: 'a'.repeat(64),
  size: bytes.length,
  keptAt: at('2026-11-20T15:00:00.000Z'),
  keptBy: { userId: 'u1', name: 'Una' },
  ...change,
});
const sent = (fileId: string, control: number, change: Partial<PayerFile> = {}): PayerFile =>
  file(fileId, {
    direction: 'out',
    keptBy: { name: 'juniper' },
    line: 'juniper',
    partner: 'ZZ:JUNIPER',
    control,
    reference: `r-${control}`,
    episodeId: 'e1',
    ...change,
  });
const note = (change: Partial<PayerFileNote> = {}): PayerFileNote => ({
  at: at('2026-11-20T15:01:00.000Z'),
  by: 'Una',
  part: 0,
  standing: 'kept',
  text: 'Read',
  ...change,
});

export const payerFileContract = (name: string, store: () => PayerFilePorts, fresh: Fresh<string>): void => {
  const own = () => ({ ...store(), scope: { tenantId: fresh() }, other: { tenantId: fresh() } });

  describe(`${name}: files between a practice and its payers`, () => {
    test('are kept byte by byte, for this practice alone', async () => {
      const { payerFiles, scope, other } = own();
      await payerFiles.keep(scope, file('f1'), bytes);
      expect(await payerFiles.content(scope, 'f1')).toEqual(bytes);
      expect(await payerFiles.find(scope, 'f1')).toEqual({ ...file('f1'), standing: 'kept', kinds: [] });
      expect(await payerFiles.find(other, 'f1')).toBeUndefined();
      expect(await payerFiles.content(other, 'f1')).toBeUndefined();
      expect(await payerFiles.list(other, {}, undefined, 9)).toEqual([]);
      await expect(payerFiles.keep(scope, file('f1'), bytes)).rejects.toThrow();
    });

    test('stand as was noted of them last, part by part', async () => {
      const { payerFiles, scope } = own();
      await payerFiles.keep(scope, file('f1'), bytes);
      const notes = [
        note({ kinds: ['278', '999'] }),
        note({ part: 1, standing: 'taken', text: 'Approved', episodeId: 'e1', submissionId: 's1' }),
        note({ part: 2, standing: 'unmatched', text: 'Nobody asked' }),
      ];
      for (const n of notes) await payerFiles.note(scope, 'f1', n);
      expect(await payerFiles.find(scope, 'f1')).toMatchObject({ standing: 'unmatched', kinds: ['278', '999'] });
      await payerFiles.note(scope, 'f1', note({ part: 2, standing: 'setAside' }));
      expect((await payerFiles.find(scope, 'f1'))?.standing).toBe('taken');
      expect((await payerFiles.notes(scope, 'f1')).slice(0, 3)).toEqual(notes);
    });

    test('are known again by their content, the first one', async () => {
      const { payerFiles, scope, other } = own();
      await payerFiles.keep(scope, file('f1'), bytes);
      await payerFiles.keep(scope, file('f2', { keptAt: at('2026-11-21T15:00:00.000Z') }), bytes);
      expect((await payerFiles.ofContent(scope, 'a'.repeat(64)))?.fileId).toBe('f1');
      expect(await payerFiles.ofContent(scope, 'b'.repeat(64))).toBeUndefined();
      expect(await payerFiles.ofContent(other, 'a'.repeat(64))).toBeUndefined();
    });

    test('that were sent are found by their number and by the partner’s', async () => {
      const { payerFiles, scope } = own();
      await payerFiles.keep(scope, sent('o1', 1), bytes);
      await payerFiles.keep(scope, sent('o2', 2), bytes);
      await payerFiles.keep(scope, sent('o3', 3, { reference: 'r-1', keptAt: at('2026-11-22T15:00:00.000Z') }), bytes);
      expect(await payerFiles.find(scope, 'o1')).toEqual({ ...sent('o1', 1), standing: 'made', kinds: [] });
      expect((await payerFiles.sentAs(scope, 'r-1'))?.fileId).toBe('o3');
      expect((await payerFiles.sentUnder(scope, 'ZZ:JUNIPER', 2))?.fileId).toBe('o2');
      expect(await payerFiles.sentUnder(scope, 'ZZ:OTHER', 2)).toBeUndefined();
      // The same number for the same partner would be two files that nobody can tell apart.
      await expect(payerFiles.keep(scope, sent('o4', 2), bytes)).rejects.toThrow();
    });

    test('are listed newest first, page by page, by how they stand', async () => {
      const { payerFiles, scope } = own();
      for (const n of [1, 2, 3])
        await payerFiles.keep(scope, file(`f${n}`, { keptAt: at(`2026-11-2${n}T15:00:00.000Z`) }), bytes);
      await payerFiles.keep(scope, sent('o1', 1), bytes);
      await payerFiles.note(scope, 'f2', note({ standing: 'broken', kinds: ['none'] }));
      const ids = async (...of: Parameters<PayerFiles['list']> extends [unknown, ...infer R] ? R : never) =>
        (await payerFiles.list(scope, ...of)).map((f) => f.fileId);
      expect(await ids({}, undefined, 9)).toEqual(['f3', 'f2', 'f1', 'o1']);
      expect(await ids({}, 'f2', 1)).toEqual(['f1']);
      expect(await ids({ standings: ['broken'] }, undefined, 9)).toEqual(['f2']);
      expect(await ids({ direction: 'out' }, undefined, 9)).toEqual(['o1']);
      expect(await ids({ kind: 'none' }, undefined, 9)).toEqual(['f2']);
    });
  });

  describe(`${name}: control numbers`, () => {
    test('count for each partner of each practice, and none comes twice', async () => {
      const { payerFiles, scope, other } = own();
      const some = await Promise.all([1, 2, 3, 4].map(() => payerFiles.nextControl(scope, 'ZZ:A')));
      expect(some.toSorted()).toEqual([1, 2, 3, 4]);
      expect(await payerFiles.nextControl(scope, 'ZZ:B')).toBe(1);
      expect(await payerFiles.nextControl(other, 'ZZ:A')).toBe(1);
      expect(await payerFiles.nextControl(scope, 'ZZ:A')).toBe(5);
    });
  });
};
