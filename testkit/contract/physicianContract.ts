import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { Identity } from '@openum/casework/port/identity.ts';
import type { Physicians } from '@openum/casework/port/physicians.ts';
import type { RecordedEvent } from '@openum/domain/case/event.ts';
import { addElapsed, type ZoneId } from '@openum/domain/time/instant.ts';
import { describe, expect, test } from 'vitest';
import type { Fresh } from './caseStoreContract.ts';
import { appendOf, at, caseRow, caseRows, itemDetermined, noteAdded, physician } from './samples.ts';

export type PhysicianPorts = {
  readonly cases: CaseStore;
  readonly identity: Identity;
  readonly physicians: Physicians;
};

const now = at('2026-11-23T15:00:00.000Z');

export const physicianContract = (name: string, store: () => PhysicianPorts, fresh: Fresh<string>): void => {
  const own = async () => {
    const { identity, physicians, cases } = store();
    const tenantId = fresh();
    const zone = 'America/New_York' as ZoneId;
    await identity.createTenant({ tenantId, name: 'Prairie Health', kind: 'plan', zone, accreditations: [] });
    for (const userId of ['u1', 'u2'])
      await identity.createUser(
        {
          userId,
          tenantId,
          email: `${userId}@${tenantId}.example`,
          name: userId,
          roles: ['medicalDirector'],
          active: true,
        },
        'hash',
      );
    return { physicians, cases, scope: { tenantId }, zone };
  };
  const conflict = (conflictId: string, hours = 0) => ({
    conflictId,
    kind: 'practice' as const,
    identifier: '1770000031',
    name: 'Peoria Lung Clinic',
    note: 'Former partner',
    declaredAt: addElapsed(now, { hours }),
    declaredBy: 'Ana',
  });
  const absence = (absenceId: string, hours = 0) => ({
    absenceId,
    from: addElapsed(now, { hours }),
    until: addElapsed(now, { hours: hours + 8 }),
    recordedAt: now,
    recordedBy: 'Ana',
  });

  describe(`${name}: the file of a physician`, () => {
    test('is empty until something is said', async () => {
      const { physicians, scope } = await own();
      expect(await physicians.file(scope, 'u1')).toEqual({ userId: 'u1', conflicts: [], absences: [] });
      expect(await physicians.files(scope)).toEqual([]);
    });

    test('holds conflicts newest first, each ended once and kept', async () => {
      const { physicians, scope } = await own();
      await physicians.declareConflict(scope, 'u1', conflict('k1'));
      const { identifier: _, note: __, ...bare } = conflict('k2', 1);
      await physicians.declareConflict(scope, 'u1', bare);
      expect(await physicians.endConflict(scope, 'u2', 'k1', now)).toBe(false);
      expect(await physicians.endConflict(scope, 'u1', 'k1', now)).toBe(true);
      expect(await physicians.endConflict(scope, 'u1', 'k1', addElapsed(now, { hours: 1 }))).toBe(false);
      expect((await physicians.file(scope, 'u1')).conflicts).toEqual([bare, { ...conflict('k1'), endedAt: now }]);
    });

    test('holds absences latest first, each cancelled once and kept', async () => {
      const { physicians, scope } = await own();
      await physicians.recordAbsence(scope, 'u1', absence('a1'));
      await physicians.recordAbsence(scope, 'u1', { ...absence('a2', 24), note: 'Leave' });
      expect(await physicians.cancelAbsence(scope, 'u1', 'a1', now)).toBe(true);
      expect(await physicians.cancelAbsence(scope, 'u1', 'a1', now)).toBe(false);
      expect((await physicians.file(scope, 'u1')).absences).toEqual([
        { ...absence('a2', 24), note: 'Leave' },
        { ...absence('a1'), cancelledAt: now },
      ]);
    });

    test('refuses an absence that ends before it begins', async () => {
      const { physicians, scope } = await own();
      await expect(physicians.recordAbsence(scope, 'u1', { ...absence('a1'), until: now })).rejects.toThrow();
    });

    test('gives the hours and the room that were said last', async () => {
      const { physicians, scope, zone } = await own();
      const hours = { zone, days: [{ weekday: 1, from: '08:00', to: '17:00' }] };
      await physicians.saveAvailability(scope, 'u1', { hours, capacity: 12, recordedAt: now, recordedBy: 'Ana' });
      const last = { capacity: 6.5, recordedAt: now, recordedBy: 'Ana' };
      await physicians.saveAvailability(scope, 'u1', last);
      await physicians.saveAvailability(scope, 'u2', { hours, recordedAt: now, recordedBy: 'Bo' });
      expect((await physicians.file(scope, 'u1')).availability).toEqual(last);
      expect(await physicians.files(scope)).toEqual([
        { userId: 'u1', conflicts: [], absences: [], availability: last },
        { userId: 'u2', conflicts: [], absences: [], availability: { hours, recordedAt: now, recordedBy: 'Bo' } },
      ]);
    });

    test('is out of reach of another tenant', async () => {
      const [mine, other] = [await own(), await own()];
      await mine.physicians.declareConflict(mine.scope, 'u1', conflict('k1'));
      await mine.physicians.recordAbsence(mine.scope, 'u1', absence('a1'));
      expect(await mine.physicians.files(other.scope)).toEqual([]);
      expect(await mine.physicians.endConflict(other.scope, 'u1', 'k1', now)).toBe(false);
      expect(await mine.physicians.cancelAbsence(other.scope, 'u1', 'a1', now)).toBe(false);
    });
  });

  describe(`${name}: the queue of physicians`, () => {
    const referral = (recordedAt: RecordedEvent['recordedAt']): RecordedEvent =>
      ({
        ...noteAdded('', { recordedAt }),
        type: 'ReferredToPhysician',
        data: { itemSequences: [1, 2], reason: 'Above the limit.' },
      }) as RecordedEvent;

    test('lists the cases that wait, the earliest due first, with who has them and how many lines are open', async () => {
      const { physicians, cases, scope } = await own();
      const write = (caseId: string, more: Parameters<typeof caseRow>[1]) =>
        cases.append(scope, appendOf(caseId, 0, { rows: caseRows(caseRow(caseId, more)) }));
      const [soon, late] = [addElapsed(now, { hours: 1 }), addElapsed(now, { hours: 9 })];
      await write('c1', { queue: 'physician', nextDueAt: late, assigneeUserId: 'u1', assigneeName: 'Ana' });
      await write('c2', { queue: 'physician', nextDueAt: soon });
      await write('c3', { queue: 'clinical', nextDueAt: soon });
      const items = caseRows(caseRow('c1')).items.filter((i) => i.status === 'pended').length;
      expect((await physicians.waiting(scope)).map(({ caseId, userId, items: n }) => [caseId, userId, n])).toEqual([
        ['c2', undefined, items],
        ['c1', 'u1', items],
      ]);
    });

    test('counts the lines that came and that a physician decided in a span', async () => {
      const { physicians, cases, scope } = await own();
      const due = addElapsed(now, { hours: 10 });
      const rows = caseRows(caseRow('c1', { version: 3 }));
      const clocks = rows.clocks.slice(0, 1).map((k) => ({ ...k, hard: true, superseded: false, dueAt: due }));
      const decided = { ...itemDetermined(undefined, physician), recordedAt: now };
      await cases.append(
        scope,
        appendOf('c1', 0, {
          rows: { ...rows, clocks },
          events: [referral(addElapsed(now, { hours: -30 })), referral(now), decided],
        }),
      );
      const from = addElapsed(now, { hours: -1 });
      expect(await physicians.pace(scope, from, addElapsed(now, { hours: 1 }))).toEqual({
        referred: 2,
        decided: 1,
        hoursLeft: 10,
      });
      expect(await physicians.pace(scope, from, now)).toEqual({ referred: 0, decided: 0 });
    });
  });
};
