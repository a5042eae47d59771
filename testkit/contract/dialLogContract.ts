import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { RecordedDialEvent } from '@openum/domain/dial/dial.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, on } from './samples.ts';

export type DialPorts = { readonly dialLog: DialLog };

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

    test('the second of two writers who saw the same writes nothing', async () => {
      const scope = { tenantId: fresh() };
      const { dialLog } = store();
      const both = await Promise.all([dialLog.append(scope, 0, proposed), dialLog.append(scope, 0, proposed)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await dialLog.events(scope)).toHaveLength(1);
    });
  });
};
