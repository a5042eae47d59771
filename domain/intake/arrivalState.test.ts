import { describe, expect, test } from 'vitest';
import { arrivalState, completeRequestStep, type OfCase, settleDuplicateStep } from './arrivalState.ts';

const accepted = { outcome: 'accepted' } as const;
const fresh: OfCase = { status: 'received', hasOwner: false, itemStatuses: ['pended'], openSteps: ['assess'] };

describe('where an arrival stands', () => {
  test('a message that made no case wants a person until one has settled it', () => {
    expect(arrivalState({ outcome: 'unprocessable' }, undefined)).toBe('rejected');
    expect(arrivalState({ outcome: 'rejected' }, undefined)).toBe('rejected');
    expect(arrivalState({ outcome: 'waiting' }, undefined)).toBe('waiting');
    expect(arrivalState({ outcome: 'waiting', settled: 'entered' }, undefined)).toBe('entered');
    expect(arrivalState({ outcome: 'rejected', settled: 'dismissed' }, undefined)).toBe('dismissed');
  });

  test('a request is new until it has an owner', () => {
    expect(arrivalState(accepted, fresh)).toBe('new');
    expect(arrivalState(accepted, { ...fresh, hasOwner: true })).toBe('routed');
    expect(arrivalState(accepted, { ...fresh, status: 'awaitingInformation' })).toBe('routed');
  });

  test('a possible duplicate goes before missing pieces, and stands even after a decision', () => {
    const both = { ...fresh, openSteps: [completeRequestStep, settleDuplicateStep] };
    expect(arrivalState(accepted, both)).toBe('possibleDuplicate');
    expect(arrivalState(accepted, { ...both, status: 'determined', itemStatuses: ['approved'] })).toBe(
      'possibleDuplicate',
    );
    expect(arrivalState(accepted, { ...both, openSteps: [completeRequestStep] })).toBe('incomplete');
  });

  test('a request of which nothing needs an authorization is told from one that was decided', () => {
    const done = { ...fresh, status: 'determined' } as const;
    expect(arrivalState(accepted, { ...done, itemStatuses: ['notRequired', 'cancelled'] })).toBe('notRequired');
    expect(arrivalState(accepted, { ...done, itemStatuses: ['notRequired', 'approved'] })).toBe('decided');
  });

  test('a withdrawn or voided case is closed, whatever was open', () => {
    for (const status of ['withdrawn', 'voided'] as const)
      expect(arrivalState(accepted, { ...fresh, status, openSteps: [settleDuplicateStep] })).toBe('closed');
  });
});
