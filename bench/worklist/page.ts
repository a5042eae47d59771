import type { WorkListFilter } from '@openum/casework/port/workList.ts';
import { database, type Statement } from '@openum/store/connection/database.ts';
import { createPool } from '@openum/store/connection/pool.ts';
import { createWorkList } from '@openum/store/worklist/workList.ts';
import pg from 'pg';
import { benchDatabase } from '../database.ts';
import { machine, median, quantile } from '../figures.ts';
import { bareStatement } from './bare.ts';
import { fill } from './fill.ts';

/**
 * The work list among a million cases beside the bare indexed query: the same rows through the same driver over the same number of
 * connections, without row-level security, transaction or mapping. Run: node bench/worklist/page.ts [cases] [calls per round] [rounds]
 */
const cases = Number(process.argv[2] ?? 1_000_000);
const perRound = Number(process.argv[3] ?? 100);
const rounds = Number(process.argv[4] ?? 4);
const pageSize = 50;
const scope = { tenantId: 'plan-a' };

// Fewer checkpoints while it is filled; it makes no difference to reading.
const server = await benchDatabase({ max_wal_size: '8GB' });
const undo: (() => Promise<void>)[] = [() => server.stop()];
const families = ['marensen', 'baaberg', 'quininton', 'zimerwood', 'elodale', 'corarholm', 'graasen', 'toronvold'];
const starts = ['mar', 'bre', 'qui', 'zim', 'fai', 'cor', 'gra', 'tor'];
const turn = (texts: readonly string[]) => (i: number) => texts[i % texts.length] ?? '';

type Question = {
  readonly name: string;
  readonly filter: (i: number) => WorkListFilter;
  /** Which page: one after this many others. */
  readonly after?: number;
};
const questions: readonly Question[] = [
  { name: 'first page of a queue', filter: () => ({ queue: 'clinical' }) },
  { name: 'next page of a queue', filter: () => ({ queue: 'clinical' }), after: 40 },
  { name: 'first page, no filter', filter: () => ({}) },
  { name: 'next page, no filter', filter: () => ({}), after: 40 },
  { name: 'cases of a reviewer', filter: (i) => ({ assignee: `user-${i % 60}` }) },
  { name: 'member by family name', filter: (i) => ({ text: turn(families)(i) }) },
  { name: 'member by full name', filter: (i) => ({ text: `${turn(families)(i)}, ada` }) },
  { name: 'member by three letters', filter: (i) => ({ text: turn(starts)(i) }) },
];

/** Cursors of the first pages, so that each call asks for another one. */
const cursorsOf = async (workList: ReturnType<typeof createWorkList>, q: Question): Promise<readonly string[]> => {
  const found: string[] = [];
  let after: string | undefined;
  for (let i = 0; i < (q.after ?? 0); i++) {
    after = (await workList.page(scope, q.filter(0), after, pageSize)).next;
    if (after) found.push(after);
  }
  return found;
};

/** `clients` at once; milliseconds of each call. */
const timed = async (clients: number, calls: number, call: (i: number) => Promise<unknown>) => {
  const each: number[] = [];
  let next = 0;
  const one = async () => {
    while (next < calls) {
      const begun = performance.now();
      await call(next++);
      each.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, one));
  return each;
};

const plan = async (db: ReturnType<typeof database>, { sql, parameters }: Statement): Promise<string> => {
  const [rows = []] = await db.inTenant(scope, [{ sql: `explain ${sql}`, parameters }]);
  const text = rows.map((r) => String(r['QUERY PLAN'])).join('\n');
  const scans = [...text.matchAll(/(Seq Scan on \w+|(?:Index|Bitmap Index) (?:Only )?Scan (?:using|on) \w+)/g)];
  return [
    ...new Set(scans.map((m) => m[1]?.replace(/.*Scan (using|on) /, (s) => (s.startsWith('Seq') ? s : '')))),
  ].join(', ');
};

try {
  console.log(machine());
  const started = performance.now();
  await fill(server.url, cases, '2026-11-20T16:00:00Z');
  console.log(`${cases.toLocaleString('en-US')} cases made in ${Math.round((performance.now() - started) / 1000)} s`);
  for (const clients of [1, 4]) {
    const pool = createPool({ url: server.url, connections: clients });
    undo.push(() => pool.end());
    const db = database(pool);
    let last: Statement | undefined;
    const workList = createWorkList({
      ...db,
      inTenant: (s, statements) => {
        last = statements[0];
        return db.inTenant(s, statements);
      },
    });
    const bare = new pg.Pool({ connectionString: server.url, max: clients, options: '-c timezone=UTC' });
    bare.on('error', () => {});
    undo.push(() => bare.end());
    console.log(
      `\n${clients} connection${clients > 1 ? 's' : ''}, as many clients; ${rounds} rounds of ${perRound} calls each, in turn`,
    );
    for (const q of questions) {
      const cursors = await cursorsOf(workList, q);
      const cursor = (i: number) => (cursors.length > 0 ? cursors[i % cursors.length] : undefined);
      const ours = (i: number) => workList.page(scope, q.filter(i), cursor(i), pageSize);
      const theirs = async (i: number) => {
        const { sql, parameters } = bareStatement(scope.tenantId, q.filter(i), cursor(i), pageSize);
        return (await bare.query(sql, [...parameters])).rows;
      };
      const [page, rows] = [await ours(3), await theirs(3)];
      if (
        page.rows.length !== Math.min(rows.length, pageSize) ||
        page.rows.some((r, i) => r.caseId !== rows[i]?.case_id)
      )
        throw new Error(`${q.name}: the two give different cases`);
      const index = last ? await plan(db, last) : '';
      const results: { ours: number[]; theirs: number[]; ratio: number }[] = [];
      for (let round = 0; round <= rounds; round++) {
        const b = await timed(clients, perRound, theirs);
        const a = await timed(clients, perRound, ours);
        if (round > 0) results.push({ ours: a, theirs: b, ratio: median(a) / median(b) });
      }
      const shown = (each: readonly number[]) => `${median(each).toFixed(2)} / ${quantile(each, 0.95).toFixed(2)} ms`;
      console.log(
        `  ${q.name.padEnd(24)} ${shown(results.flatMap((r) => r.ours))}, bare ${shown(results.flatMap((r) => r.theirs))} (p50 / p95), ${median(results.map((r) => r.ratio)).toFixed(2)} times; ${page.rows.length} rows; ${index}`,
      );
    }
  }
  console.log(machine());
} finally {
  for (const step of undo.reverse()) await step();
}
