import { nurseOf } from './nurse.ts';
import { anOffice, type Doing, isOpen, type Later } from './office.ts';
import { physicianOf } from './physician.ts';
import { coordinator, type Staff, skills } from './population.ts';
import { nextShift, onShift } from './shift.ts';
import { hour, minute } from './time.ts';
import type { World } from './world.ts';

/** Everybody takes the most urgent of what they can, one case after the other, while they are on shift. */
export const aDesk = (world: World, later: Later) => {
  const office = anOffice(world, later);
  const { pools, inbox, counts, appeals, toPool } = office;
  const { random, act, state } = world;
  const { nurseEnds } = nurseOf(office);
  const { physicianEnds } = physicianOf(office);

  const nurseTurn =
    (staff: Staff): Doing =>
    async () => {
      const now = world.now();
      if (!onShift(staff, now)) return later(nextShift(staff, now), nurseTurn(staff));
      const box = staff.skills
        .map((s) => pools[s])
        .filter((p) => p.size() > 0)
        .sort((a, b) => (a.peek()?.at ?? 0) - (b.peek()?.at ?? 0))[0];
      const folder = box?.pop()?.value;
      if (!folder) return later(now + 10 * minute, nurseTurn(staff));
      const c = await state(folder.caseId);
      if (!isOpen(c)) return later(now, nurseTurn(staff));
      counts.claims += 1;
      if (c.assignee && c.assignee.userId !== staff.user.userId)
        await act(coordinator, folder.caseId, {
          type: 'Assign',
          toUserId: staff.user.userId,
          reason: 'Whoever is free takes the most urgent.',
        });
      else if (!c.assignee) await act(staff.user, folder.caseId, { type: 'Claim' });
      const done = now + random.whole(12, 38) * minute;
      later(done, async () => {
        await nurseEnds(staff, folder);
        await nurseTurn(staff)();
      });
    };

  const physicianTurn =
    (staff: Staff): Doing =>
    async () => {
      const now = world.now();
      if (!onShift(staff, now)) return later(nextShift(staff, now), physicianTurn(staff));
      const own = inbox.get(staff.user.userId);
      // Whoever has nothing takes what has lain longest with others.
      const box =
        own && own.size() > 0
          ? own
          : [...inbox.values()]
              .filter((b) => (b.peek()?.at ?? now) < now - 3 * hour)
              .sort((a, b) => (a.peek()?.at ?? 0) - (b.peek()?.at ?? 0))[0];
      const folder = box?.pop()?.value;
      if (!folder) return later(now + 10 * minute, physicianTurn(staff));
      const c = await state(folder.caseId);
      if (isOpen(c)) {
        if (c.assignee && c.assignee.userId !== staff.user.userId)
          await act(coordinator, folder.caseId, { type: 'Assign', toUserId: staff.user.userId, reason: 'Taken over.' });
        else if (!c.assignee) await act(staff.user, folder.caseId, { type: 'Claim' });
        await world.openEverything(staff.user, folder.caseId, c);
      }
      later(now + random.whole(10, 30) * minute, async () => {
        await physicianEnds(staff, folder);
        await physicianTurn(staff)();
      });
    };

  return {
    counts,
    appeals: appeals.counts,
    toPool,
    begin: (at: number): void => {
      for (const n of world.nurses) later(nextShift(n, at), nurseTurn(n));
      for (const p of world.physicians) later(nextShift(p, at), physicianTurn(p));
    },
    waiting: (): number =>
      skills.reduce((sum, s) => sum + pools[s].size(), 0) + [...inbox.values()].reduce((sum, b) => sum + b.size(), 0),
  };
};
