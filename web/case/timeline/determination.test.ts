import type { Determination } from '@openum/domain/determination/determination.ts';
import { expect, test } from 'vitest';
import { determination } from './determination.ts';
import { at, readsAs, said } from './readsAs.ts';

readsAs(determination, {
  ReviewCompleted: [
    { outcome: 'approve', itemSequences: [1], summary: 'gas qualifies' },
    'Completed the clinical review, approving item 1: gas qualifies',
  ],
  ReferredToPhysician: [
    { itemSequences: [1, 2], reason: 'gas is above the limit', specialty: 'pulmonology' },
    'Referred items 1, 2 to a physician (pulmonology): gas is above the limit',
  ],
  ItemDetermined: [
    {
      outcome: 'notRequired',
      itemSequence: 1,
      decidedAt: at('2026-11-20T15:00:00.000Z'),
      criteria: [],
      by: { kind: 'rule', rule: 'serviceCatalogue' },
      reason: 'not on the list',
    },
    'Item 1 needs no authorization: not on the list',
  ],
  Withdrawn: [
    { requestedBy: 'the clinic', reason: 'booked elsewhere' },
    'Withdrawn at the request of the clinic: booked elsewhere',
  ],
  Voided: [{ reason: 'sent twice', duplicateOfCaseId: 'UM-0' }, 'Voided as a duplicate of case UM-0: sent twice'],
});

test('an approval names its authorization', () => {
  const approved: Determination = {
    outcome: 'approved',
    itemSequence: 3,
    decidedAt: at('2026-11-20T15:00:00.000Z'),
    criteria: [],
    by: { kind: 'rule', rule: 'x' },
    authorized: {
      authorizationNumber: 'A-77',
      service: { system: 's', code: 'E1390' },
      period: { start: '2026-12-01' as never },
    },
  };
  expect(determination.sentences.ItemDetermined(approved, said)).toBe('Item 3 approved, authorization A-77');
});
