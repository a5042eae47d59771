import type { ModelSwitches } from '@openum/casework/port/modelSwitches.ts';
import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import { type Database, rowsInTenant } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

export const createModelSwitches = (db: Database): ModelSwitches => ({
  turn: async (scope, c) => {
    await rowsInTenant(db, scope, {
      sql: `insert into model_switch (tenant_id, change_id, target, turned_on, reason, turned_by, at)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      parameters: [
        ...[scope.tenantId, c.changeId, JSON.stringify(c.target), c.on, c.reason, JSON.stringify(c.by), c.at],
      ],
    });
  },
  changes: async (scope) =>
    (
      await rowsInTenant(db, scope, {
        sql: `select change_id, target, turned_on as "on", reason, turned_by as by, at from model_switch
          where tenant_id = $1 order by at, change_id`,
        parameters: [scope.tenantId],
      })
    ).map((r) => fromColumns<SwitchChange>(r)),
});
