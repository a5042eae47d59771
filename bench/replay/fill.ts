import type { Scope } from '@openum/casework/port/scope.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { Store } from '@openum/store/index.ts';
import { oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, scope, tenant } from '@openum/testkit/case/plan.ts';
import pg from 'pg';

const asSent = (facts: readonly Fact[]): readonly Fact[] =>
  facts.map((f) => ({
    ...f,
    source: { kind: 'resource', fullUrl: `urn:${f.id}`, resourceType: 'Observation', path: 'value' },
  }));

/** Decided cases: one for each worked example of home oxygen that the rules approve. */
const writeModels = async (store: Store): Promise<number> => {
  const plan = await aPlan();
  const vectors = criteriaSets.find((s) => s.id === 'medicare-home-oxygen')?.vectors ?? [];
  let made = 0;
  for (const [at, vector] of vectors.filter((v) => v.tree === 'initial').entries()) {
    const arrival = oxygenArrival({ facts: asSent(vector.facts) }, `request ${at}`);
    const identifier = { system: 'urn:clinic', value: `B-${at}` };
    const { caseId } = await plan.receive({ ...arrival, message: { ...arrival.message, identifier } });
    const events = await plan.casework.cases.events(scope, caseId);
    const rows = await plan.casework.cases.rows(scope, caseId);
    if (!rows?.items[0]?.firstDecidedOn) continue;
    await store.cases.append(scope, {
      caseId: `model-${String(made).padStart(3, '0')}`,
      expectedVersion: 0,
      events,
      rows: { ...rows, case: { ...rows.case, caseId: `model-${String(made).padStart(3, '0')}` } },
      outbox: [],
    });
    made++;
  }
  return made;
};

const copied = ['case_row', 'case_item', 'case_event'] as const;

/** A tenant with so many decided cases, made of real ones inside the database. */
export const fill = async (url: string, store: Store, cases: number): Promise<Scope> => {
  await store.identity.createTenant(tenant);
  const models = await writeModels(store);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const times = Math.ceil(cases / models);
    for (const table of copied) {
      const { rows } = await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns
          where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`,
        [table],
      );
      const names = rows.map((r) => r.name);
      const values = names.map((n) =>
        n === 'case_id' || n === 'case_number' ? `${n} || '-' || lpad(n::text, 6, '0')` : n,
      );
      await client.query(
        `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
          from ${table} cross join generate_series(1, $1::int) as n where case_id like 'model-___'`,
        [times - 1],
      );
      await client.query(`vacuum (analyze) ${table}`);
    }
  } finally {
    await client.end();
  }
  return scope;
};
