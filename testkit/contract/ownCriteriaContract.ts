import type { CriteriaText, OwnCriteriaLog } from '@openum/casework/port/ownCriteria.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import type { RecordedCriteriaEvent } from '@openum/domain/ownCriteria/version.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { at, on } from './samples.ts';

export type OwnCriteriaPorts = { readonly ownCriteria: OwnCriteriaLog };

const [shipped] = criteriaSets;
if (!shipped) throw new Error('the library is empty');
const text: CriteriaText = { sha256: 'f'.repeat(64), set: { ...shipped, id: 'plan-a', name: 'Ñandú & <b>' } };
const head = { by: { userId: 'u1', name: 'Ada' }, at: at('2026-11-23T16:00:00.000Z') };
const drafted: RecordedCriteriaEvent = {
  ...head,
  type: 'CriteriaDrafted',
  data: { version: '1', sha256: text.sha256, note: 'First' },
};
const published: RecordedCriteriaEvent = {
  ...head,
  type: 'CriteriaPublished',
  data: {
    version: '1',
    sha256: text.sha256,
    effectiveFrom: on('2026-12-01'),
    replay: { kind: 'skipped', reason: 'No case yet' },
  },
};

export const ownCriteriaContract = (name: string, store: () => OwnCriteriaPorts, fresh: Fresh<string>): void => {
  describe(`${name}: a plan's own criteria`, () => {
    test('come back as they were written, by set and in order, with their text', async () => {
      const { ownCriteria } = store();
      const scope = { tenantId: fresh() };
      await ownCriteria.append(scope, 'plan-b', 0, [drafted], text);
      await ownCriteria.append(scope, 'plan-a', 0, [drafted, published], text);
      expect(await ownCriteria.events(scope)).toEqual([
        { ...drafted, setId: 'plan-a', sequence: 1 },
        { ...published, setId: 'plan-a', sequence: 2 },
        { ...drafted, setId: 'plan-b', sequence: 1 },
      ]);
      expect(await ownCriteria.releases(scope)).toEqual([{ ...published, setId: 'plan-a', sequence: 2 }]);
      expect(await ownCriteria.texts(scope, [text.sha256, 'nothing'])).toEqual([text]);
    });

    test('take the first of two writers', async () => {
      const { ownCriteria } = store();
      const scope = { tenantId: fresh() };
      const took = await Promise.all([1, 2, 3].map(() => ownCriteria.append(scope, 'plan-a', 0, [drafted], text)));
      expect(took.filter(Boolean)).toHaveLength(1);
      expect(await ownCriteria.append(scope, 'plan-a', 0, [published])).toBe(false);
      expect(await ownCriteria.append(scope, 'plan-a', 1, [published])).toBe(true);
      expect(await ownCriteria.append(scope, 'plan-a', 9, [published])).toBe(false);
    });

    test('are out of reach of another tenant', async () => {
      const { ownCriteria } = store();
      await ownCriteria.append({ tenantId: fresh() }, 'plan-a', 0, [drafted], text);
      const other = { tenantId: fresh() };
      expect([await ownCriteria.events(other), await ownCriteria.texts(other, [text.sha256])]).toEqual([[], []]);
    });
  });
};
