import type { CaseRow, ItemRow } from '@openum/casework/projection/rows.ts';
import {
  CamelCasePlugin,
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Statement } from './database.ts';

type OfTenant = { readonly tenantId: string };

/** Absent in a row is NULL in a column; a query compares and sorts the same. */
type Columns<T> = { readonly [K in keyof T]-?: T[K] };

/** Tables that are asked in more than one way. */
export type Tables = {
  caseRow: OfTenant &
    Columns<CaseRow> & { readonly memberSearch: string; readonly requesterSearch: string; readonly dueOrder: string };
  caseItem: OfTenant & Columns<ItemRow> & { readonly caseId: string };
};

/** Builds statements only; they run through `Database`, which sets the tenant. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin()],
});

export const compiled = (query: Compilable): Statement => {
  const { sql, parameters } = query.compile();
  return { sql, parameters };
};
