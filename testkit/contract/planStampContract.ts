import type { DialLog } from '@openum/casework/port/dialLog.ts';
import type { OwnCriteriaLog } from '@openum/casework/port/ownCriteria.ts';
import type { PlanStamps } from '@openum/casework/port/planStamps.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, on } from './samples.ts';

export type PlanStampPorts = {
  readonly ownCriteria: OwnCriteriaLog;
  readonly dialLog: DialLog;
  readonly planStamps: PlanStamps;
};

const by = { userId: 'u1', name: 'Ada' };
const head = { by, at: at('2026-11-23T16:00:00.000Z') };
const [shipped] = criteriaSets;
if (!shipped) throw new Error('the library is empty');
const text = { sha256: 'f'.repeat(64), set: shipped };

export const planStampContract = (name: string, store: () => PlanStampPorts, fresh: Fresh<string>): void => {
  describe(`${name}: the stamp of what a plan decides by`, () => {
    test('is another one after a release and after a word on the dial, and the same after a draft', async () => {
      const { ownCriteria, dialLog, planStamps } = store();
      const scope = { tenantId: fresh() };
      const seen = [await planStamps.read(scope)];
      const look = async () => seen.push(await planStamps.read(scope));
      const draft = { version: '1', sha256: text.sha256, note: 'First' };
      await ownCriteria.append(scope, 'plan-a', 0, [{ ...head, type: 'CriteriaDrafted', data: draft }], text);
      await look();
      const replay = { kind: 'skipped', reason: 'No case yet' } as const;
      const release = { version: '1', sha256: text.sha256, effectiveFrom: on('2026-12-01'), replay };
      await ownCriteria.append(scope, 'plan-a', 1, [{ ...head, type: 'CriteriaPublished', data: release }]);
      await look();
      await dialLog.append(scope, 0, {
        ...head,
        type: 'DialDeclined',
        data: { change: 1, reason: 'Not now.' } as never,
      });
      await look();
      expect(seen[1]).toBe(seen[0]);
      expect(new Set(seen).size).toBe(3);
      expect(await planStamps.read({ tenantId: fresh() })).toBe(seen[0]);
    });
  });
};
