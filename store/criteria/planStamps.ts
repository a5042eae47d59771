import { releaseTypes } from '@openum/casework/port/ownCriteria.ts';
import type { PlanStamps } from '@openum/casework/port/planStamps.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';

/** Two counts over short indexes, in one round trip. */
const sql = `select (select count(*) from criteria_version_event
    where tenant_id = $1 and type in (${releaseTypes.map((t) => `'${t}'`).join(', ')})) || '.'
  || (select count(*) from dial_event where tenant_id = $1) as stamp`;

export const createPlanStamps = (db: Database): PlanStamps => ({
  read: async (scope) => {
    const [row] = await rowsInTenant(db, scope, { prepared: 'plan_stamps', sql, parameters: [scope.tenantId] });
    return String(row?.stamp);
  },
});
