import type { PracticeGrant } from '@openum/domain/practiceGrant/grant.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import { actorOf, practiceWorld } from '@openum/testkit/practice/world.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPractices } from '../grant/open.ts';
import { readManyBoard } from './read.ts';

test('whatever was granted, ended or has run out: lines and looks are of the practices that are open, and of no other', async () => {
  const states = fc.constantFrom('open', 'over', 'toCome', 'ended', 'toAnother', 'never');
  await fc.assert(
    fc.asyncProperty(fc.array(states, { minLength: 1, maxLength: 5 }), async (all) => {
      const { casework, vendor, practices, now, today } = await practiceWorld(all.length);
      const dana = actorOf(vendor, 'dana');
      for (const [i, practice] of practices.entries()) {
        const state = all[i];
        if (state === 'never') continue;
        const grant: PracticeGrant = {
          grantId: `g${i}`,
          to: {
            userId: state === 'toAnother' ? 'eli' : 'dana',
            name: 'Dana',
            tenantId: vendor.tenantId,
            organization: vendor.name,
          },
          roles: ['utilizationReviewStaff'],
          from: addDays(today, state === 'toCome' ? 1 : -9),
          ...(state === 'over' ? { through: addDays(today, -1) } : {}),
          grantedAt: now,
          grantedBy: { userId: 'admin', name: 'Admin' },
        };
        await casework.practiceGrants.add(practice, grant);
        if (state === 'ended')
          await casework.practiceGrants.revoke(practice, `g${i}`, { at: now, by: grant.grantedBy, reason: 'Over.' });
      }
      const board = await readManyBoard(await openPractices(casework, { tenant: vendor, actor: dana }, now), {
        page: 1,
        size: 50,
      });
      const open = practices.filter((_, i) => all[i] === 'open');
      expect(board.lines.map((l) => [l.practice.tenantId, l.patientName]).toSorted()).toEqual(
        open.map((p) => [p.tenantId, `Of${p.name}, Maeve`]).toSorted(),
      );
      for (const practice of practices)
        expect(await casework.readLog.ofUser(practice, 'dana', 9)).toHaveLength(open.includes(practice) ? 1 : 0);
    }),
    { numRuns: 40 },
  );
});

test('page after page of all practices shows each patient once, in the order of one list', async () => {
  const { casework, vendor, practices, now, today } = await practiceWorld(4);
  const dana = actorOf(vendor, 'dana');
  for (const [i, practice] of practices.entries())
    await casework.practiceGrants.add(practice, {
      grantId: `g${i}`,
      to: { userId: 'dana', name: 'Dana', tenantId: vendor.tenantId, organization: vendor.name },
      roles: ['utilizationReviewStaff'],
      from: today,
      grantedAt: now,
      grantedBy: { userId: 'admin', name: 'Admin' },
    });
  const open = await openPractices(casework, { tenant: vendor, actor: dana }, now);
  const whole = await readManyBoard(open, { page: 1, size: 50 });
  const pages = await Promise.all([1, 2, 3].map((page) => readManyBoard(open, { page, size: 3 })));
  expect(whole.lines).toHaveLength(4);
  expect(pages.flatMap((p) => p.lines)).toEqual(whole.lines);
  expect(pages.map((p) => [p.lines.length, p.total])).toEqual([
    [3, 4],
    [1, 4],
    [0, 4],
  ]);
});
