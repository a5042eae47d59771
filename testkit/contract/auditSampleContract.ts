import type { AuditSample, AuditSamples, UniverseQuery } from '@openum/casework/port/auditSamples.ts';
import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { ItemRow } from '@openum/casework/projection/rows.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, caseOf, caseRow, deniedItem, on, pendedItem } from './samples.ts';

export type AuditPorts = { readonly cases: CaseStore; readonly auditSamples: AuditSamples };

const query: UniverseQuery = {
  universe: 'denials',
  fromDay: on('2026-11-01'),
  beforeDay: on('2026-12-01'),
  linesOfBusiness: [],
};
const sample = (sampleId: string, change: Partial<AuditSample> = {}): AuditSample => ({
  ...query,
  sampleId,
  seed: 7,
  universeSize: 3,
  drawnByUserId: 'u-1',
  drawnByName: 'Quinn Ality',
  drawnAt: at('2026-12-02T10:00:00.000Z'),
  ...change,
});

export const auditSampleContract = (name: string, store: () => AuditPorts, fresh: Fresh<string>): void => {
  const denied = (itemSequence: number, change: Partial<ItemRow> = {}): ItemRow => ({
    ...deniedItem,
    itemSequence,
    firstOutcome: 'denied',
    firstDecidedOn: on('2026-11-20'),
    ...change,
  });
  const write = (tenantId: string, caseId: string, items: readonly ItemRow[], change = {}) =>
    store().cases.append({ tenantId }, caseOf(caseRow(caseId, change), { items }));
  const universe = async (tenantId: string, change: Partial<UniverseQuery> = {}) =>
    (await store().auditSamples.universe({ tenantId }, { ...query, ...change })).map(
      (f) => `${f.caseId} ${f.itemSequence}`,
    );

  describe(`${name}: samples of files`, () => {
    test('a universe is the lines decided against the request, or on appeal, in the days asked for', async () => {
      const tenantId = fresh();
      await write(tenantId, 'b', [
        denied(2),
        denied(1, { firstOutcome: 'modified' }),
        { ...pendedItem, itemSequence: 3 },
      ]);
      await write(tenantId, 'a', [
        denied(1, { firstDecidedOn: on('2026-12-01'), appealOutcome: 'upheld', appealDecidedOn: on('2026-11-30') }),
        denied(2, { firstOutcome: 'approved' }),
      ]);
      await write(tenantId, 'c', [denied(1)], { lineOfBusiness: 'chip' });
      await write(tenantId, 'd', [denied(1)], { status: 'voided' });
      expect(await universe(tenantId)).toEqual(['b 1', 'b 2', 'c 1']);
      expect(await universe(tenantId, { linesOfBusiness: ['chip'] })).toEqual(['c 1']);
      expect(await universe(tenantId, { universe: 'appeals' })).toEqual(['a 1']);
      await write(tenantId, 'e', [
        denied(1, { status: 'approved', firstOutcome: 'approved', decidedByKind: 'rule' }),
        denied(2, { status: 'approved', firstOutcome: 'approved', decidedByKind: 'person' }),
      ]);
      expect(await universe(tenantId, { universe: 'automatic' })).toEqual(['e 1']);
      expect(await universe(fresh())).toEqual([]);
    });

    test('a sample is kept with who drew it, its files in order and what was found in them', async () => {
      const tenantId = fresh();
      const { auditSamples } = store();
      await write(tenantId, 'a', [denied(1), denied(2)]);
      await auditSamples.save({ tenantId }, sample('s-1'), [
        { caseId: 'a', itemSequence: 2 },
        { caseId: 'a', itemSequence: 1 },
      ]);
      await auditSamples.save({ tenantId }, sample('s-2', { drawnAt: at('2026-12-03T10:00:00.000Z') }), []);
      const reading = (readingId: string, verdict: 'pass' | 'fail', readAt: string) => ({
        readingId,
        position: 2,
        verdict,
        note: 'No notice in the file',
        readByUserId: 'u-2',
        readByName: 'Rae Viewer',
        readAt: at(readAt),
      });
      const second = reading('r-2', 'pass', '2026-12-04T11:00:00.000Z');
      const first = reading('r-1', 'fail', '2026-12-04T10:00:00.000Z');
      await auditSamples.record({ tenantId }, 's-1', second);
      await auditSamples.record({ tenantId }, 's-1', first);
      expect(await auditSamples.sample({ tenantId }, 's-1')).toEqual({
        sample: sample('s-1'),
        files: [
          { position: 1, caseId: 'a', itemSequence: 2, caseNumber: 'N-a' },
          { position: 2, caseId: 'a', itemSequence: 1, caseNumber: 'N-a' },
        ],
        readings: [first, second],
      });
      expect((await auditSamples.list({ tenantId }, 9)).map((k) => k.sample.sampleId)).toEqual(['s-2', 's-1']);
      expect(await auditSamples.list({ tenantId }, 1)).toHaveLength(1);
    });

    test('a reading of a file that is not in the sample is refused, and another tenant finds nothing', async () => {
      const [mine, other] = [fresh(), fresh()];
      const { auditSamples } = store();
      await auditSamples.save({ tenantId: mine }, sample('s-1'), []);
      const reading = {
        readingId: 'r',
        position: 1,
        verdict: 'pass' as const,
        note: '',
        readByUserId: 'u',
        readByName: 'U',
        readAt: at('2026-12-04T10:00:00.000Z'),
      };
      await expect(auditSamples.record({ tenantId: mine }, 's-1', reading)).rejects.toThrow();
      expect(await auditSamples.sample({ tenantId: other }, 's-1')).toBeUndefined();
      expect(await auditSamples.list({ tenantId: other }, 9)).toEqual([]);
    });
  });
};
