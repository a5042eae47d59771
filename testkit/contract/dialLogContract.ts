import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { ItemRow } from '@openum/casework/projection/rows.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, caseOf, caseRow, deniedItem, on } from './samples.ts';

export type DialPorts = { readonly cases: CaseStore; readonly dialLog: DialLog };

const by = { userId: 'u-1', name: 'Una' };
const proposed: RecordedDialEvent = {
  type: 'DialProposed',
  data: {
    changeId: 'c-1',
    setting: { kind: 'automaticApproval', criteriaSetId: 'oxygen', approves: false, sources: [] },
    bases: ['sampleAudit'],
    reason: 'Two of eight samples failed.',
    effectiveFrom: on('2026-12-01'),
  },
  by,
  at: at('2026-11-23T15:00:00.000Z'),
};
const confirmed: RecordedDialEvent = {
  type: 'DialConfirmed',
  data: { changeId: 'c-1' },
  by: { userId: 'u-2', name: 'Ugo' },
  at: at('2026-11-23T16:00:00.000Z'),
};

export const dialLogContract = (name: string, store: () => DialPorts, fresh: Fresh<string>): void => {
  describe(`${name}: the log of the dial`, () => {
    test('keeps what happened in order, each tenant its own', async () => {
      const scope = { tenantId: fresh() };
      const { dialLog } = store();
      expect(await dialLog.append(scope, 0, proposed)).toBe(true);
      expect(await dialLog.append(scope, 1, confirmed)).toBe(true);
      expect(await dialLog.events(scope)).toEqual([proposed, confirmed]);
      expect(await dialLog.events({ tenantId: fresh() })).toEqual([]);
    });

    test('counts what a provider asked for and was granted as asked, in the days of the first decision', async () => {
      const tenantId = fresh();
      const { cases, dialLog } = store();
      const line = (itemSequence: number, change: Partial<ItemRow> = {}): ItemRow => ({
        ...deniedItem,
        itemSequence,
        serviceCode: 'E1390',
        firstOutcome: 'approved',
        firstDecidedOn: on('2026-11-20'),
        ...change,
      });
      const mine = { requestingProviderNpi: '1770000031' };
      await cases.append(
        { tenantId },
        caseOf(caseRow('a', mine), {
          items: [
            line(1),
            line(2, { firstOutcome: 'denied' }),
            line(3, { serviceCode: 'E0601' }),
            line(4, { firstDecidedOn: on('2026-12-01') }),
            line(5, { firstOutcome: 'notRequired' }),
          ],
        }),
      );
      await cases.append({ tenantId }, caseOf(caseRow('b', { ...mine, status: 'voided' }), { items: [line(1)] }));
      await cases.append(
        { tenantId },
        caseOf(caseRow('c', { requestingProviderNpi: '1770000049' }), { items: [line(1)] }),
      );
      const of = (npi: string) =>
        dialLog.providerHistory(
          { tenantId },
          { npi, services: ['E1390'], from: on('2026-11-01'), through: on('2026-11-30') },
        );
      expect(await of('1770000031')).toEqual({ decided: 2, approved: 1 });
      expect(await of('1770000015')).toEqual({ decided: 0, approved: 0 });
    });

    test('the second of two writers who saw the same writes nothing', async () => {
      const scope = { tenantId: fresh() };
      const { dialLog } = store();
      const both = await Promise.all([dialLog.append(scope, 0, proposed), dialLog.append(scope, 0, proposed)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await dialLog.events(scope)).toHaveLength(1);
    });
  });
};
