import { coordinator, nurse, otherPhysician, person, physician, system } from '@openum/testkit/case/actors.ts';
import { denial, determine, referred } from '@openum/testkit/case/acts.ts';
import { aPhysician, asPhysician, inState, matchingPolicy } from '@openum/testkit/case/physicians.ts';
import { after, by, caseOf, happened, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor/actor.ts';
import type { CommandOf } from '../case/command.ts';
import { rankPhysicians } from '../matching/match.ts';
import type { Physician } from '../matching/physician.ts';
import { addElapsed } from '../time/instant.ts';
import { physicianTasks } from './task.ts';
import { physicianMissing } from './waiting.ts';

const waiting = after(received(), referred());
const second = aPhysician(otherPhysician.userId, { name: otherPhysician.name });
const unlicensed = (p: Physician): Physician => ({
  ...p,
  qualification: { profession: 'physician', licences: [], specialties: [], boardCertified: false },
});
const rankIn = (story: Story, physicians: readonly Physician[]) =>
  rankPhysicians(physicians, { case: caseOf(story), demand: inState, policy: matchingPolicy, now });
const seek = (
  story: Story,
  physicians: readonly Physician[],
  change: Partial<CommandOf<'AssignPhysician'>> = {},
  actor: Actor = system,
) => by(actor, { type: 'AssignPhysician', because: 'referral', ranked: rankIn(story, physicians), ...change });

describe('a referred case', () => {
  test('goes to the first who is there, with all who were considered and why', () => {
    const events = happened(when(waiting, seek(waiting, [unlicensed(second), asPhysician()])));
    expect(events.map((e) => e.type)).toEqual(['PhysicianSought', 'Assigned']);
    expect(events[0]?.data).toMatchObject({ itemSequences: [1], to: { userId: physician.userId } });
    expect(events[0]?.data).toHaveProperty('ranked.length', 2);
    expect(events[1]?.data).toMatchObject({ reason: expect.stringContaining('has an active licence of IL') });
  });

  test('goes to another than the one who has it', () => {
    const held = after(waiting, seek(waiting, [asPhysician()]));
    const events = happened(when(held, seek(held, [asPhysician(), second], { because: 'notOpened' })));
    expect(events[1]?.data).toMatchObject({ to: { userId: second.userId }, from: { userId: physician.userId } });
  });

  test('is not given to somebody who may not decide it, whoever asks', () => {
    const command = seek(waiting, [unlicensed(second)], { toUserId: second.userId }, coordinator);
    expect(when(waiting, command)).toMatchObject({ code: 'physicianBarred' });
    expect(when(waiting, seek(waiting, [], { toUserId: 'nobody' }, coordinator))).toMatchObject({
      code: 'physicianUnknown',
    });
  });

  test('stays where it is when nobody else may have it, and the director is told once why', () => {
    const sought = after(waiting, seek(waiting, [unlicensed(second)]));
    expect(physicianMissing(caseOf(sought))?.problem).toContain('has no active, unrestricted licence of IL');
    const due = addElapsed(now, { hours: 5 });
    expect(physicianTasks(caseOf(sought), [addElapsed(now, { hours: 9 }), due])).toMatchObject([
      { stepId: 'physicianMissing', role: 'umDirector', dueAt: due },
    ]);
    expect(when(sought, seek(sought, [unlicensed(second)]))).toMatchObject({ code: 'physicianFindingNoted' });
  });

  test('leaves no such work once somebody has it', () => {
    const sought = after(waiting, seek(waiting, [unlicensed(second)]));
    const found = after(sought, seek(sought, [asPhysician()]));
    expect(physicianTasks(caseOf(found), [])).toEqual([]);
  });

  test('leaves no such work once it is decided', () => {
    const decided = after(waiting, seek(waiting, []), determine([denial()]));
    expect(physicianTasks(caseOf(decided), [])).toEqual([]);
  });
});

test('a case of which nothing waits for a physician is given to none', () => {
  const fresh = received();
  expect(when(fresh, seek(fresh, [asPhysician()]))).toMatchObject({ code: 'notReferred' });
});

test('a nurse may not choose the physician', () => {
  expect(when(waiting, seek(waiting, [asPhysician()], {}, nurse))).toMatchObject({ code: 'roleMissing' });
  expect(when(waiting, seek(waiting, [asPhysician()], {}, person('x', ['umDirector'])))).not.toHaveProperty('code');
});

test('whoever declared a conflict decides neither against the request nor for it', () => {
  const declaredConflict = 'Peoria Lung Clinic';
  for (const decision of [denial(), { ...denial(), outcome: 'approved' as const }])
    expect(when(waiting, determine([decision as ReturnType<typeof denial>], { declaredConflict }))).toMatchObject({
      code: 'conflictDeclared',
    });
});
