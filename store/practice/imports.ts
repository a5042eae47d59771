import type { PracticeImport, PracticeImports } from '@openum/casework/port/practiceImports.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns } from '../connection/names.ts';

const columns = 'import_id, kind, file_name, sha256, started_at, started_by, result';
const newestFirst = 'order by started_at desc, import_id desc';
const sum = (name: string): string =>
  `'${name}', (practice_import.result ->> '${name}')::int + (excluded.result ->> '${name}')::int`;

export const createPracticeImports = (db: Database): PracticeImports => {
  const all = async (scope: Scope, statement: Statement): Promise<readonly PracticeImport[]> =>
    (await rowsInTenant(db, scope, statement)).map(fromColumns<PracticeImport>);
  return {
    add: async (scope, i) => {
      await rowsInTenant(db, scope, {
        sql: `insert into practice_import (tenant_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8)
          on conflict (tenant_id, import_id) do update
            set result = jsonb_build_object(${['done', 'known', 'problems'].map(sum).join(', ')})`,
        parameters: [
          scope.tenantId,
          i.importId,
          i.kind,
          i.fileName,
          i.sha256,
          i.startedAt,
          i.startedBy,
          JSON.stringify(i.result),
        ],
      });
    },
    ofContent: async (scope, kind, sha256) =>
      (
        await all(scope, {
          sql: `select ${columns} from practice_import where tenant_id = $1 and kind = $2 and sha256 = $3
            ${newestFirst} limit 1`,
          parameters: [scope.tenantId, kind, sha256],
        })
      )[0],
    list: (scope, limit) =>
      all(scope, {
        sql: `select ${columns} from practice_import where tenant_id = $1 ${newestFirst} limit $2`,
        parameters: [scope.tenantId, limit],
      }),
  };
};
