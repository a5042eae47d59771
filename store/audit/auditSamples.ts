import type {
  AuditSample,
  AuditSamples,
  FileReading,
  KeptSample,
  SampledFile,
} from '@openum/casework/port/auditSamples.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { type Database, type Row, rowsInTenant, type Statement } from '../connection/database.ts';
import { columnList, fromColumns, toColumns } from '../connection/names.ts';

const sampleColumns = columnList([
  'sampleId',
  'universe',
  'fromDay',
  'beforeDay',
  'linesOfBusiness',
  'seed',
  'universeSize',
  'drawnByUserId',
  'drawnByName',
  'drawnAt',
] satisfies readonly (keyof AuditSample)[]);

const readingColumns = columnList([
  'readingId',
  'position',
  'verdict',
  'note',
  'readByUserId',
  'readByName',
  'readAt',
] satisfies readonly (keyof FileReading)[]);

const universeSql = {
  denials: `i.first_outcome in ('denied', 'modified', 'partiallyApproved') and i.first_decided_on >= $2 and i.first_decided_on < $3`,
  automatic: `i.first_outcome = 'approved' and i.decided_by_kind = 'rule' and i.first_decided_on >= $2 and i.first_decided_on < $3`,
  appeals: 'i.appeal_outcome is not null and i.appeal_decided_on >= $2 and i.appeal_decided_on < $3',
} as const;

export const createAuditSamples = (db: Database): AuditSamples => {
  const kept = async (scope: Scope, of: Statement): Promise<readonly KeptSample[]> => {
    const ids = `(select sample_id from (${of.sql}) s)`;
    const [samples = [], files = [], readings = []] = await db.inTenant(scope, [
      of,
      {
        sql: `select f.sample_id, f.position, f.case_id, f.item_sequence, (select r.case_number from case_row r
            where r.tenant_id = f.tenant_id and r.case_id = f.case_id) as case_number
          from audit_file f where f.tenant_id = $1 and f.sample_id in ${ids} order by f.sample_id, f.position`,
        parameters: of.parameters,
      },
      {
        sql: `select sample_id, ${readingColumns} from audit_reading where tenant_id = $1 and sample_id in ${ids}
          order by read_at, reading_id`,
        parameters: of.parameters,
      },
    ]);
    const ofSample = <T>(rows: readonly Row[], sampleId: string): readonly T[] =>
      rows.filter((r) => r.sample_id === sampleId).map(({ sample_id: _, ...row }) => fromColumns<T>(row));
    return samples.map(fromColumns<AuditSample>).map((sample) => ({
      sample,
      files: ofSample<SampledFile>(files, sample.sampleId),
      readings: ofSample<FileReading>(readings, sample.sampleId),
    }));
  };

  return {
    universe: async (scope, q) =>
      (
        await rowsInTenant(db, scope, {
          sql: `select i.case_id, i.item_sequence from case_item i
              join case_row r on r.tenant_id = i.tenant_id and r.case_id = i.case_id
            where i.tenant_id = $1 and ${universeSql[q.universe]} and r.status <> 'voided'
              and (cardinality($4::text[]) = 0 or r.line_of_business = any($4::text[]))
            order by i.case_id, i.item_sequence`,
          parameters: [scope.tenantId, q.fromDay, q.beforeDay, q.linesOfBusiness],
        })
      ).map(fromColumns<{ caseId: string; itemSequence: number }>),
    save: async (scope, sample, files) => {
      await db.inTenant(scope, [
        {
          sql: `insert into audit_sample (tenant_id, ${sampleColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          parameters: [
            scope.tenantId,
            sample.sampleId,
            sample.universe,
            sample.fromDay,
            sample.beforeDay,
            sample.linesOfBusiness,
            sample.seed,
            sample.universeSize,
            sample.drawnByUserId,
            sample.drawnByName,
            sample.drawnAt,
          ],
        },
        {
          sql: `insert into audit_file (tenant_id, sample_id, position, case_id, item_sequence)
            select $1, $2, position, case_id, item_sequence
            from jsonb_to_recordset($3) as f(position int, case_id text, item_sequence int)`,
          parameters: [
            scope.tenantId,
            sample.sampleId,
            JSON.stringify(files.map((f, i) => ({ ...toColumns(f), position: i + 1 }))),
          ],
        },
      ]);
    },
    list: (scope, limit) =>
      kept(scope, {
        sql: `select ${sampleColumns} from audit_sample where tenant_id = $1 order by drawn_at desc, sample_id desc limit $2`,
        parameters: [scope.tenantId, limit],
      }),
    sample: async (scope, sampleId) =>
      (
        await kept(scope, {
          sql: `select ${sampleColumns} from audit_sample where tenant_id = $1 and sample_id = $2`,
          parameters: [scope.tenantId, sampleId],
        })
      )[0],
    record: async (scope, sampleId, r) => {
      await rowsInTenant(db, scope, {
        sql: `insert into audit_reading (tenant_id, sample_id, ${readingColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        parameters: [
          scope.tenantId,
          sampleId,
          r.readingId,
          r.position,
          r.verdict,
          r.note,
          r.readByUserId,
          r.readByName,
          r.readAt,
        ],
      });
    },
  };
};
