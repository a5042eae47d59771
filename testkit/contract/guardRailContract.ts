import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, caseRow, caseRows, denial, deniedItem, itemDetermined, physician } from './samples.ts';

const { qualification: _, ...unqualified } = denial.by;
const nurse = { ...physician.qualification, profession: 'nurse' };

/** Adverse determinations that nobody lawful made, by what is wrong with each. */
export const unlawfulDenials: readonly (readonly [what: string, data: object, actor?: object])[] = [
  ['made by a rule', { ...denial, by: { kind: 'rule', rule: 'auto' } }],
  ['recorded by the system', denial, { kind: 'system', component: 'rules' }],
  ['recorded by somebody else', denial, { ...physician, userId: 'someone-else' }],
  ['without credentials', { ...denial, by: unqualified }],
  ['of a nurse', { ...denial, by: { ...denial.by, qualification: nurse } }],
  [
    'without a licence',
    { ...denial, by: { ...denial.by, qualification: { ...denial.by.qualification, licences: [] } } },
  ],
  ['without a reason code', { ...denial, reasonCodes: [] }],
  ['without a rationale', { ...denial, rationale: undefined }],
  ['with a rationale of blanks', { ...denial, rationale: ' '.repeat(40) }],
  ['with a rationale of one word', { ...denial, rationale: 'No.' }],
  ['that is a reduction by a rule', { ...denial, outcome: 'partiallyApproved', by: { kind: 'rule', rule: 'auto' } }],
  ['that is a change by a rule', { ...denial, outcome: 'modified', by: { kind: 'rule', rule: 'auto' } }],
  ['under a name that nobody knows', { ...denial, outcome: 'refused', by: { kind: 'rule', rule: 'auto' } }],
];

export const unlawfulItems: readonly (readonly [what: string, change: object])[] = [
  ['decided by a rule', { decidedByKind: 'rule' }],
  ['decided by nobody', { decidedByUserId: undefined, decidedByKind: undefined }],
  ['decided by a nurse', { decidedByProfession: 'nurse' }],
  ['without a profession', { decidedByProfession: undefined }],
  ['without a licence', { decidedByLicences: [] }],
  ['with an empty licence', { decidedByLicences: [''] }],
  ['without a reason code', { reasonCodes: [] }],
  ['without a rationale', { rationale: undefined }],
  ['with a short rationale', { rationale: 'Not necessary.' }],
  ['reduced by a rule', { status: 'partiallyApproved', decidedByKind: 'rule' }],
  ['changed by a rule', { status: 'modified', decidedByKind: 'rule' }],
];

/** Guard rail 1: no adverse determination without the recorded act of a qualified person, not even from a caller with a defect. */
export const guardRailContract = (name: string, store: () => CaseStore, fresh: Fresh<string>): void => {
  const own = () => ({ cases: store(), scope: { tenantId: fresh() } });

  describe(`${name}: a denial`, () => {
    test('of a physician with licence, reason and rationale is written', async () => {
      const { cases, scope } = own();
      const rows = caseRows(caseRow('c1'), { items: [deniedItem] });
      expect((await cases.append(scope, appendOf('c1', 0, { events: [itemDetermined()], rows }))).kind).toBe(
        'appended',
      );
    });

    test.each(unlawfulDenials.map(([what, data, actor]) => ({ what, data, actor })))(
      '$what is refused as an event',
      async ({ data, actor }) => {
        const { cases, scope } = own();
        await expect(cases.append(scope, appendOf('c1', 0, { events: [itemDetermined(data, actor)] }))).rejects.toThrow(
          'adverse_determination_is_a_physicians',
        );
        expect(await cases.events(scope, 'c1')).toEqual([]);
      },
    );

    test.each(unlawfulItems)('%s is refused as an item', async (_what, change) => {
      const { cases, scope } = own();
      const rows = caseRows(caseRow('c1'), { items: [{ ...deniedItem, ...change }] });
      await expect(cases.append(scope, appendOf('c1', 0, { rows }))).rejects.toThrow('adverse_item_is_a_physicians');
      expect(await cases.rows(scope, 'c1')).toBeUndefined();
    });
  });
};
