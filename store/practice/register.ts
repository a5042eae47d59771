import {
  defaultSettings,
  type PracticeRegister,
  type PracticeSettings,
  type RegisteredClinician,
  type RegisteredPatient,
  type RegisteredPayer,
  type RegisteredProgramme,
} from '@openum/casework/port/practiceRegister.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns, toColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';

type Table = { readonly name: string; readonly id: string; readonly columns: readonly string[] };

const programmeTable: Table = {
  name: 'practice_programme',
  id: 'programme_id',
  columns: ['name', 'level_of_care', 'code', 'charge', 'weekdays', 'active'],
};
const payerTable: Table = { name: 'practice_payer', id: 'payer_id', columns: ['name', 'active'] };
const clinicianTable: Table = {
  name: 'practice_clinician',
  id: 'clinician_id',
  columns: ['name', 'npi', 'user_id', 'active'],
};
const patientTable: Table = {
  name: 'practice_patient',
  id: 'patient_id',
  columns: ['family', 'given', 'birth_date', 'chart_number', 'part2', 'coverages'],
};

/** Rows of one statement; more than that makes a message that is slow to parse. */
const batchSize = 1_000;

const upserts = (
  { name, id, columns }: Table,
  key: string,
  scope: Scope,
  rows: readonly object[],
): readonly Statement[] => {
  const written = [...columns, key];
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_, i) => ({
    sql: `insert into ${name} (tenant_id, ${id}, ${written.join(', ')})
      select $1, r.${id}, ${written.map((c) => `r.${c}`).join(', ')} from jsonb_populate_recordset(null::${name}, $2) r
      on conflict (tenant_id, ${id}) do update set ${written.map((c) => `${c} = excluded.${c}`).join(', ')}`,
    parameters: [scope.tenantId, JSON.stringify(rows.slice(i * batchSize, (i + 1) * batchSize))],
  }));
};

const named = (list: readonly { readonly name: string }[]): readonly object[] =>
  list.map((x) => ({ ...toColumns(x), name_key: searchKey(x.name) }));

const patientColumns = [patientTable.id, ...patientTable.columns].join(', ');

export const createPracticeRegister = (db: Database): PracticeRegister => {
  const all = async <T>(scope: Scope, statement: Statement): Promise<readonly T[]> =>
    (await rowsInTenant(db, scope, statement)).map(fromColumns<T>);
  const byName = <T>(scope: Scope, { name, id, columns }: Table) =>
    all<T>(scope, {
      sql: `select ${id}, ${columns.join(', ')} from ${name} where tenant_id = $1 order by name_key, ${id}`,
      parameters: [scope.tenantId],
    });
  const save = async (table: Table, key: string, scope: Scope, rows: readonly object[]): Promise<void> => {
    await db.inTenant(scope, upserts(table, key, scope, rows));
  };
  const onePatient = async (scope: Scope, column: 'patient_id' | 'chart_number', value: string) =>
    (
      await all<RegisteredPatient>(scope, {
        sql: `select ${patientColumns} from practice_patient where tenant_id = $1 and ${column} = $2`,
        parameters: [scope.tenantId, value],
      })
    )[0];

  return {
    settings: async (scope) =>
      (
        await all<PracticeSettings>(scope, {
          sql: 'select record_uncovered, bill_uncovered from practice_setting where tenant_id = $1',
          parameters: [scope.tenantId],
        })
      )[0] ?? defaultSettings,
    saveSettings: async (scope, s) => {
      await rowsInTenant(db, scope, {
        sql: `insert into practice_setting (tenant_id, record_uncovered, bill_uncovered) values ($1, $2, $3)
          on conflict (tenant_id) do update
            set record_uncovered = excluded.record_uncovered, bill_uncovered = excluded.bill_uncovered`,
        parameters: [scope.tenantId, s.recordUncovered, s.billUncovered],
      });
    },
    programmes: (scope) => byName<RegisteredProgramme>(scope, programmeTable),
    saveProgrammes: (scope, list) => save(programmeTable, 'name_key', scope, named(list)),
    payers: (scope) => byName<RegisteredPayer>(scope, payerTable),
    savePayers: (scope, list) => save(payerTable, 'name_key', scope, named(list)),
    clinicians: (scope) => byName<RegisteredClinician>(scope, clinicianTable),
    saveClinicians: (scope, list) => save(clinicianTable, 'name_key', scope, named(list)),
    patient: (scope, patientId) => onePatient(scope, 'patient_id', patientId),
    patientByChart: (scope, chartNumber) => onePatient(scope, 'chart_number', chartNumber),
    searchPatients: async (scope, text, limit) =>
      searchKey(text) === ''
        ? []
        : all<RegisteredPatient>(scope, {
            sql: `select ${patientColumns} from practice_patient where tenant_id = $1
              and ((search_name >= $2 and search_name < $3) or (chart_number >= $4 and chart_number < $5))
              order by search_name, patient_id limit $6`,
            parameters: [scope.tenantId, ...prefixRange(searchKey(text)), ...prefixRange(text.trim()), limit],
          }),
    savePatients: (scope, list) =>
      save(
        patientTable,
        'search_name',
        scope,
        list.map((p) => ({ ...toColumns(p), search_name: searchKey(`${p.family}, ${p.given}`) })),
      ),
  };
};
