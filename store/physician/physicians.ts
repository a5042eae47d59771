import type { PhysicianFile, PhysicianPace, Physicians } from '@openum/casework/port/physicians.ts';
import type { Absence, Availability, Conflict, HeldCase } from '@openum/domain/matching/physician.ts';
import { type Database, type Row, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

type Of<T> = T & { readonly userId: string };

const conflictsSql = `select user_id, conflict_id, kind, identifier, name, note, declared_at, declared_by, ended_at
  from physician_conflict where tenant_id = $1 and ($2::text is null or user_id = $2)
  order by declared_at desc, conflict_id desc`;
const absencesSql = `select user_id, absence_id, starts_at as "from", ends_at as until, note, recorded_at, recorded_by, cancelled_at
  from physician_absence where tenant_id = $1 and ($2::text is null or user_id = $2)
  order by starts_at desc, absence_id desc`;
const availabilitySql = `select distinct on (user_id) user_id, hours, capacity, recorded_at, recorded_by
  from physician_availability where tenant_id = $1 and ($2::text is null or user_id = $2)
  order by user_id, said desc`;

const without = <T extends { readonly userId: string }>({ userId: _, ...rest }: T): Omit<T, 'userId'> => rest;

const readFiles = async (db: Database, tenantId: string, userId: string | null): Promise<readonly PhysicianFile[]> => {
  const parameters = [tenantId, userId];
  const [conflicts = [], absences = [], availability = []] = await db.inTenant(
    { tenantId },
    [conflictsSql, absencesSql, availabilitySql].map((sql) => ({ sql, parameters })),
  );
  const ofUser = <T>(rows: readonly Row[], id: string): readonly T[] =>
    rows
      .filter((r) => r.user_id === id)
      .map((r) => fromColumns<Of<T>>(r))
      .map((r) => without(r) as T);
  const ids = [...new Set([...conflicts, ...absences, ...availability].map((r) => String(r.user_id)))].sort();
  return ids.map((id) => {
    const [latest] = ofUser<Availability>(availability, id);
    return {
      userId: id,
      conflicts: ofUser<Conflict>(conflicts, id),
      absences: ofUser<Absence>(absences, id),
      ...(latest ? { availability: latest } : {}),
    };
  });
};

export const createPhysicians = (db: Database): Physicians => ({
  file: async ({ tenantId }, userId) =>
    (await readFiles(db, tenantId, userId))[0] ?? { userId, conflicts: [], absences: [] },
  files: ({ tenantId }) => readFiles(db, tenantId, null),
  declareConflict: async (scope, userId, c) => {
    await rowsInTenant(db, scope, {
      sql: `insert into physician_conflict
          (tenant_id, conflict_id, user_id, kind, identifier, name, note, declared_at, declared_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      parameters: [
        scope.tenantId,
        c.conflictId,
        userId,
        c.kind,
        c.identifier,
        c.name,
        c.note,
        c.declaredAt,
        c.declaredBy,
      ],
    });
  },
  endConflict: async (scope, userId, conflictId, at) =>
    (
      await rowsInTenant(db, scope, {
        sql: `update physician_conflict set ended_at = $4
          where tenant_id = $1 and user_id = $2 and conflict_id = $3 and ended_at is null returning conflict_id`,
        parameters: [scope.tenantId, userId, conflictId, at],
      })
    ).length > 0,
  recordAbsence: async (scope, userId, a) => {
    await rowsInTenant(db, scope, {
      sql: `insert into physician_absence
          (tenant_id, absence_id, user_id, starts_at, ends_at, note, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      parameters: [scope.tenantId, a.absenceId, userId, a.from, a.until, a.note, a.recordedAt, a.recordedBy],
    });
  },
  cancelAbsence: async (scope, userId, absenceId, at) =>
    (
      await rowsInTenant(db, scope, {
        sql: `update physician_absence set cancelled_at = $4
          where tenant_id = $1 and user_id = $2 and absence_id = $3 and cancelled_at is null returning absence_id`,
        parameters: [scope.tenantId, userId, absenceId, at],
      })
    ).length > 0,
  saveAvailability: async (scope, userId, a) => {
    await rowsInTenant(db, scope, {
      sql: `insert into physician_availability (tenant_id, user_id, hours, capacity, recorded_at, recorded_by)
        values ($1, $2, $3::jsonb, $4, $5, $6)`,
      parameters: [
        scope.tenantId,
        userId,
        a.hours === undefined ? undefined : JSON.stringify(a.hours),
        a.capacity,
        a.recordedAt,
        a.recordedBy,
      ],
    });
  },
  waiting: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select r.case_id, r.assignee_user_id as user_id, r.next_due_at as due_at,
            (select count(*)::int from case_item i where i.tenant_id = r.tenant_id and i.case_id = r.case_id
              and i.status = 'pended') as items
          from case_row r where r.tenant_id = $1 and r.queue = 'physician'
          order by r.next_due_at nulls last, r.case_id`,
        parameters: [scope.tenantId],
      })
    ).map(fromColumns<HeldCase & { userId?: string }>),
  pace: async (scope, from, until) => {
    const [row] = await rowsInTenant(db, scope, {
      sql: `select
          coalesce(sum(jsonb_array_length(e.data -> 'itemSequences')) filter (where e.type = 'ReferredToPhysician'), 0)::int
            as referred,
          (count(*) filter (where e.type = 'ItemDetermined'))::int as decided,
          (avg(extract(epoch from (k.due_at - e.recorded_at)) / 3600) filter (where e.type = 'ReferredToPhysician'))::float8
            as hours_left
        from case_event e
          left join lateral (select min(c.due_at) as due_at from case_clock c
            where e.type = 'ReferredToPhysician' and c.tenant_id = e.tenant_id and c.case_id = e.case_id
              and c.hard and not c.superseded) k on true
        where e.tenant_id = $1 and e.recorded_at >= $2 and e.recorded_at < $3
          and (e.type = 'ReferredToPhysician'
            or (e.type = 'ItemDetermined' and e.data #>> '{by,role}' = 'medicalDirector'))`,
      parameters: [scope.tenantId, from, until],
    });
    return row ? fromColumns<PhysicianPace>(row) : { referred: 0, decided: 0 };
  },
});
