import type { CaseStore } from '@openum/casework/port/caseStore.ts';
import type { PhysicianFile, Physicians } from '@openum/casework/port/physicians.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import type { CaseRows } from '@openum/casework/projection/rows.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { millisecondsBetween } from '@openum/domain/time/instant.ts';
import { compareText, perTenant } from './tenants.ts';

const newestFirst =
  <T>(at: (x: T) => string, id: (x: T) => string) =>
  (a: T, b: T) =>
    compareText(at(b), at(a)) || compareText(id(b), id(a));

const firstDeadline = (rows: CaseRows | undefined): Instant | undefined =>
  rows?.clocks
    .filter((k) => k.hard && !k.superseded)
    .map((k) => k.dueAt)
    .toSorted()[0];

export const memoryPhysicians = (cases: CaseStore, rowsOf: (scope: Scope) => readonly CaseRows[]): Physicians => {
  const tenant = perTenant(() => new Map<string, PhysicianFile>());
  const fileOf = (scope: Scope, userId: string): PhysicianFile =>
    tenant(scope).get(userId) ?? { userId, conflicts: [], absences: [] };
  const change = (scope: Scope, userId: string, part: Partial<PhysicianFile>) =>
    tenant(scope).set(userId, structuredClone({ ...fileOf(scope, userId), ...part }));
  const eventsBetween = async (scope: Scope, from: Instant, until: Instant) => {
    const all = [];
    for (const { case: row } of rowsOf(scope))
      for (const e of await cases.events(scope, row.caseId))
        if (e.recordedAt >= from && e.recordedAt < until) all.push(e);
    return all;
  };
  return {
    file: async (scope, userId) => structuredClone(fileOf(scope, userId)),
    files: async (scope) =>
      structuredClone([...tenant(scope).values()].sort((a, b) => compareText(a.userId, b.userId))),
    declareConflict: async (scope, userId, conflict) => {
      const conflicts = [conflict, ...fileOf(scope, userId).conflicts];
      change(scope, userId, {
        conflicts: conflicts.sort(
          newestFirst(
            (c) => c.declaredAt,
            (c) => c.conflictId,
          ),
        ),
      });
    },
    endConflict: async (scope, userId, conflictId, at) => {
      const { conflicts } = fileOf(scope, userId);
      const open = conflicts.some((c) => c.conflictId === conflictId && c.endedAt === undefined);
      if (open)
        change(scope, userId, {
          conflicts: conflicts.map((c) => (c.conflictId === conflictId ? { ...c, endedAt: at } : c)),
        });
      return open;
    },
    recordAbsence: async (scope, userId, absence) => {
      if (absence.until <= absence.from) throw new Error('rule physician_absence_check');
      const absences = [absence, ...fileOf(scope, userId).absences];
      change(scope, userId, {
        absences: absences.sort(
          newestFirst(
            (a) => a.from,
            (a) => a.absenceId,
          ),
        ),
      });
    },
    cancelAbsence: async (scope, userId, absenceId, at) => {
      const { absences } = fileOf(scope, userId);
      const open = absences.some((a) => a.absenceId === absenceId && a.cancelledAt === undefined);
      if (open)
        change(scope, userId, {
          absences: absences.map((a) => (a.absenceId === absenceId ? { ...a, cancelledAt: at } : a)),
        });
      return open;
    },
    saveAvailability: async (scope, userId, availability) => {
      change(scope, userId, { availability });
    },
    waiting: async (scope) =>
      rowsOf(scope)
        .filter((r) => r.case.queue === 'physician')
        .map(({ case: row, items }) => ({
          caseId: row.caseId,
          items: items.filter((i) => i.status === 'pended').length,
          ...(row.assigneeUserId ? { userId: row.assigneeUserId } : {}),
          ...(row.nextDueAt ? { dueAt: row.nextDueAt } : {}),
        }))
        .sort((a, b) => compareText(a.dueAt ?? '~', b.dueAt ?? '~') || compareText(a.caseId, b.caseId)),
    pace: async (scope, from, until) => {
      const events = await eventsBetween(scope, from, until);
      const referrals = events.flatMap((e) => (e.type === 'ReferredToPhysician' ? [e] : []));
      const left = referrals.flatMap((e) => {
        const due = firstDeadline(rowsOf(scope).find((r) => r.case.caseId === e.caseId));
        return due === undefined ? [] : [millisecondsBetween(e.recordedAt, due) / 3_600_000];
      });
      return {
        referred: referrals.reduce((sum, e) => sum + e.data.itemSequences.length, 0),
        decided: events.filter(
          (e) => e.type === 'ItemDetermined' && e.data.by.kind === 'person' && e.data.by.role === 'medicalDirector',
        ).length,
        ...(left.length > 0 ? { hoursLeft: left.reduce((sum, h) => sum + h, 0) / left.length } : {}),
      };
    },
  };
};
