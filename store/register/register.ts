import type { Register, RegisteredMember, RegisteredProvider } from '@openum/casework/port/register.ts';
import type { Scope } from '@openum/casework/port/scope.ts';
import { searchKey } from '@openum/casework/port/searchKey.ts';
import { type Database, rowsInTenant, type Statement } from '../connection/database.ts';
import { fromColumns, toColumns } from '../connection/names.ts';
import { prefixRange } from '../connection/prefix.ts';
import { memberUpsert, providerUpsert } from './upsert.ts';

const memberColumns = 'member_id, member, coverage, coverage_from, coverage_through, zone, rating_period_start';
const providerColumns = 'provider_id, npi, kind, name, specialty, phone, fax, address';

/** Rows of one statement; more than that makes a message that is slow to parse. */
const batchSize = 1_000;

const batches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / batchSize) }, (_, i) => all.slice(i * batchSize, (i + 1) * batchSize));

/** Those whose name or number starts with the text; both halves of the union have an index. */
const search = (
  table: { name: string; columns: string; id: string; number: string },
  scope: Scope,
  text: string,
  limit: number,
): Statement => {
  const part = (column: string, from: number) =>
    `(select ${table.id} from ${table.name} where tenant_id = $1 and ${column} >= $${from} and ${column} < $${from + 1}
      order by ${column} limit $6)`;
  return {
    sql: `select ${table.columns} from ${table.name} where tenant_id = $1 and ${table.id} in
      (${part('search_name', 2)} union ${part(table.number, 4)}) order by search_name, ${table.id} limit $6`,
    parameters: [scope.tenantId, ...prefixRange(searchKey(text)), ...prefixRange(text.trim()), limit],
  };
};

const members = { name: 'member', columns: memberColumns, id: 'member_id', number: 'member_number' };
const providers = { name: 'provider', columns: providerColumns, id: 'provider_id', number: 'npi' };

export const createRegister = (db: Database): Register => {
  const all = async <T>(scope: Scope, statement: Statement): Promise<readonly T[]> =>
    (await rowsInTenant(db, scope, statement)).map(fromColumns<T>);
  const oneMember = async (scope: Scope, column: 'member_id' | 'member_number', value: string) =>
    (
      await all<RegisteredMember>(scope, {
        prepared: `member_by_${column}`,
        sql: `select ${memberColumns} from member where tenant_id = $1 and ${column} = $2`,
        parameters: [scope.tenantId, value],
      })
    )[0];

  return {
    memberById: (scope, memberId) => oneMember(scope, 'member_id', memberId),
    memberByNumber: (scope, memberNumber) => oneMember(scope, 'member_number', memberNumber),
    searchMembers: async (scope, text, limit) =>
      searchKey(text) === '' ? [] : all<RegisteredMember>(scope, search(members, scope, text, limit)),
    providerByNpi: async (scope, npi) =>
      (
        await all<RegisteredProvider>(scope, {
          sql: `select ${providerColumns} from provider where tenant_id = $1 and npi = $2`,
          parameters: [scope.tenantId, npi],
        })
      )[0],
    searchProviders: async (scope, text, limit) =>
      searchKey(text) === '' ? [] : all<RegisteredProvider>(scope, search(providers, scope, text, limit)),
    saveMembers: async (scope, list) => {
      const rows = list.map((m) => ({
        ...toColumns(m),
        member_number: m.member.memberNumber,
        search_name: searchKey(`${m.member.family}, ${m.member.given}`),
      }));
      await db.inTenant(
        scope,
        batches(rows).map((batch) => memberUpsert(scope, batch)),
      );
    },
    saveProviders: async (scope, list) => {
      const rows = list.map((p) => ({ ...toColumns(p), search_name: searchKey(p.name) }));
      await db.inTenant(
        scope,
        batches(rows).map((batch) => providerUpsert(scope, batch)),
      );
    },
  };
};
