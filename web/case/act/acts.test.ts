import type { PersonActor, Role } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { describe, expect, test } from 'vitest';
import { type ActId, actIds, actProblem, acts } from './acts.ts';

const person = (userId: string, ...roles: Role[]): PersonActor => ({ kind: 'person', userId, name: userId, roles });
const nurse = person('nurse', 'clinicalReviewer');
const received = (part: Partial<Case> = {}): Case =>
  ({
    items: [{ sequence: 1, cancelled: false }],
    referred: [],
    reviews: [],
    informationRequests: [],
    ...part,
  }) as never;
const code = (id: ActId, actor: PersonActor, c: Case) => actProblem(id, actor, c)?.code;

describe('what may be done with a case', () => {
  test('a nurse may approve and refer, and never decide', () => {
    expect([code('approve', nurse, received()), code('refer', nurse, received())]).toEqual([undefined, undefined]);
    expect(code('decide', nurse, received())).toBe('roleMissing');
  });

  test('a case of somebody else cannot be claimed, one’s own need not be', () => {
    expect(code('claim', nurse, received())).toBeUndefined();
    expect(code('claim', nurse, received({ assignee: { userId: 'other', name: 'Other' } }))).toBe('assignedToAnother');
    expect(code('claim', nurse, received({ assignee: { userId: 'nurse', name: 'nurse' } }))).toBe('alreadyAssigned');
  });

  test('what nobody has cannot be released', () => {
    expect(code('release', nurse, received())).toBe('notAssigned');
  });

  test('a voided case takes notes and documents only', () => {
    const voided = received({ voided: { reason: 'x', at: 'now' as never } });
    const everyRole = person('all', 'clinicalReviewer', 'medicalDirector', 'umCoordinator', 'umDirector');
    expect(actIds.filter((id) => code(id, everyRole, voided) === undefined)).toEqual(['note']);
  });

  test('no key opens two acts', () => {
    const keys = actIds.flatMap((id) => acts[id].key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
