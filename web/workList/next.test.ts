import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { expect, test } from 'vitest';
import { nextCandidates } from './next.ts';

const nurse: PersonActor = { kind: 'person', userId: 'me', name: 'Nurse', roles: ['clinicalReviewer'] };
const row = (more: Partial<CaseRow>): CaseRow =>
  ({ caseId: 'c', queue: 'clinical', status: 'received', ...more }) as CaseRow;

test('my own cases and those that nobody has are next, in the order of the list', () => {
  const rows = [
    row({ caseId: 'other', assigneeUserId: 'other' }),
    row({ caseId: 'free' }),
    row({ caseId: 'mine', assigneeUserId: 'me', status: 'clinicalReview' }),
  ];
  expect(nextCandidates(rows, nurse).map((r) => r.caseId)).toEqual(['free', 'mine']);
});

test('a finished case is not next, even when it was mine', () => {
  const rows = [
    row({ status: 'determined', queue: 'none', assigneeUserId: 'me' }),
    row({ status: 'withdrawn', queue: 'none' }),
  ];
  expect(nextCandidates(rows, nurse)).toEqual([]);
});

test('who may not claim is offered only what is theirs already', () => {
  const biller: PersonActor = { ...nurse, roles: ['biller'] };
  expect(nextCandidates([row({})], biller)).toEqual([]);
});
