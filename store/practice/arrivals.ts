import type { PracticeArrival, PracticeArrivals } from '@openum/casework/port/practiceArrivals.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { columnList, fromColumns } from '../connection/names.ts';

const columns = columnList([
  'arrivalId',
  'clientId',
  'clientName',
  'controlId',
  'contentType',
  'sha256',
  'receivedAt',
  'said',
  'problems',
  'settled',
] satisfies readonly (keyof PracticeArrival)[]);

export const createPracticeArrivals = (db: Database): PracticeArrivals => {
  const all = async (scope: { readonly tenantId: string }, statement: Statement): Promise<readonly PracticeArrival[]> =>
    (await rowsInTenant(db, scope, statement)).map(fromColumns<PracticeArrival>);
  return {
    keep: async (scope, a) => {
      const added = await rowsInTenant(db, scope, {
        sql: `insert into practice_arrival (tenant_id, arrival_id, client_id, client_name, control_id, content_type,
            sha256, received_at, visit_number, said, problems, bytes, answer)
          values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
          on conflict (tenant_id, client_id, control_id) do nothing returning 1`,
        parameters: [
          scope.tenantId,
          a.arrivalId,
          a.clientId,
          a.clientName,
          a.controlId,
          a.contentType,
          a.sha256,
          a.receivedAt,
          a.said?.visitNumber,
          a.said && JSON.stringify(a.said),
          a.problems,
          a.bytes,
          a.answer,
        ],
      });
      if (added.length > 0) return { kind: 'kept' };
      const [before] = await rowsInTenant(db, scope, {
        sql: `select sha256, answer from practice_arrival where tenant_id = $1 and client_id = $2 and control_id = $3`,
        parameters: [scope.tenantId, a.clientId, a.controlId],
      });
      return before?.sha256 === a.sha256
        ? { kind: 'repeated', answer: before.answer as Uint8Array }
        : { kind: 'reused' };
    },
    get: async (scope, arrivalId) =>
      (
        await all(scope, {
          sql: `select ${columns} from practice_arrival where tenant_id = $1 and arrival_id = $2`,
          parameters: [scope.tenantId, arrivalId],
        })
      )[0],
    bytes: async (scope, arrivalId) =>
      (
        await rowsInTenant(db, scope, {
          sql: 'select bytes from practice_arrival where tenant_id = $1 and arrival_id = $2',
          parameters: [scope.tenantId, arrivalId],
        })
      ).map((row) => row.bytes as Uint8Array)[0],
    waiting: (scope, limit) =>
      all(scope, {
        sql: `select ${columns} from practice_arrival where tenant_id = $1 and settled is null
          order by received_at, arrival_id limit $2`,
        parameters: [scope.tenantId, limit],
      }),
    settled: (scope, limit) =>
      all(scope, {
        sql: `select ${columns} from practice_arrival where tenant_id = $1 and settled is not null
          order by settled_at desc, arrival_id desc limit $2`,
        parameters: [scope.tenantId, limit],
      }),
    ofVisit: async (scope, clientId, visitNumber) =>
      (
        await rowsInTenant(db, scope, {
          sql: `select settled ->> 'episodeId' as episode_id from practice_arrival
            where tenant_id = $1 and client_id = $2 and visit_number = $3 and settled ->> 'episodeId' is not null
            order by settled_at desc, arrival_id desc limit 1`,
          parameters: [scope.tenantId, clientId, visitNumber],
        })
      ).map((row) => String(row.episode_id))[0],
    settle: async (scope, arrivalId, settled) =>
      (
        await rowsInTenant(db, scope, {
          sql: `update practice_arrival set settled = $3, settled_at = $4
            where tenant_id = $1 and arrival_id = $2 and settled is null returning 1`,
          parameters: [scope.tenantId, arrivalId, JSON.stringify(settled), settled.at],
        })
      ).length > 0,
    automatic: async (scope) =>
      (
        await rowsInTenant(db, scope, {
          sql: 'select automatic from practice_arrival_setting where tenant_id = $1',
          parameters: [scope.tenantId],
        })
      )[0]?.automatic === true,
    saveAutomatic: async (scope, automatic) => {
      await rowsInTenant(db, scope, {
        sql: `insert into practice_arrival_setting (tenant_id, automatic) values ($1, $2)
          on conflict (tenant_id) do update set automatic = excluded.automatic`,
        parameters: [scope.tenantId, automatic],
      });
    },
  };
};
