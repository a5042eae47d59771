import type { Append } from '@openum/casework/port/caseStore.ts';
import { appendStatement } from '@openum/store/case/append.ts';
import { queryOf, type Statement } from '@openum/store/connection/database.ts';
import { createPool } from '@openum/store/connection/pool.ts';
import { benchDatabase } from '../database.ts';
import { machine, median, quantile } from '../figures.ts';
import { processorMs } from '../processorTime.ts';
import { benchTenant } from './requests.ts';
import { startClients } from './sending.ts';
import { serverOn } from './world.ts';

/**
 * Claim/$submit end to end beside its floor: the same rows written by the same statements through the same driver, without HTTP,
 * validation or decision. Run: node bench/submit/submit.ts [requests per round] [rounds] [clients, clients ...]
 */
const perRound = Number(process.argv[2] ?? 400);
const rounds = Number(process.argv[3] ?? 5);
const clientCounts = (process.argv[4] ?? '1,4,16').split(',').map(Number);

const database = await benchDatabase();
const server = await serverOn(database.url);
const pool = createPool({ url: database.url, applicationName: 'openum-bench-floor' });
const clients = startClients();
let made = 0;
/** Numbers of requests that nobody has sent or written yet. */
const fresh = (count: number): number => {
  made += count;
  return made - count;
};

type Used = { readonly server: number; readonly database: number; readonly clients: number };
type Measured = { readonly rate: number; readonly each: readonly number[]; readonly used: Used };

const used = (): Used => {
  const { user, system } = process.cpuUsage();
  return {
    server: (user + system) / 1000,
    database: processorMs(database.pid),
    clients: processorMs(clients.pid),
  };
};
/** Processor milliseconds of each request since `before`. */
const usedSince = (before: Used, count: number): Used => {
  const now = used();
  return {
    server: (now.server - before.server) / count,
    database: (now.database - before.database) / count,
    clients: (now.clients - before.clients) / count,
  };
};

/** `concurrency` writers at once, each taking the next of the list as soon as it is done. */
const written = async <T>(list: readonly T[], concurrency: number, write: (x: T) => Promise<unknown>) => {
  const each: number[] = [];
  let next = 0;
  const before = used();
  const start = performance.now();
  const writer = async () => {
    for (let x = list[next++]; x !== undefined; x = list[next++]) {
      const begun = performance.now();
      await write(x);
      each.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, writer));
  const seconds = (performance.now() - start) / 1000;
  return { rate: list.length / seconds, each, used: usedSince(before, list.length) };
};

/** Statements with their parameters ready: nothing is left to do but to send them. */
const floor = async (count: number, concurrency: number): Promise<Measured> => {
  const appends = await server.appendsOf(fresh(count), count);
  const statements = appends.map((a) => appendStatement(benchTenant, a));
  return written(statements, concurrency, async (statement: Statement) => {
    const { rows } = await pool.query(queryOf(statement));
    if (rows[0]?.outcome !== 'appended') throw new Error(`the floor met ${rows[0]?.outcome}`);
  });
};

/** The store's own append of values that are ready: checks, canonical texts and JSON come on top of the floor. */
const store = async (count: number, concurrency: number): Promise<Measured> => {
  const appends = await server.appendsOf(fresh(count), count);
  return written(appends, concurrency, async (a: Append) => {
    const { kind } = await server.store.cases.append(benchTenant, a);
    if (kind !== 'appended') throw new Error(`the store met ${kind}`);
  });
};

const endToEnd = async (count: number, concurrency: number): Promise<Measured> => {
  const { port, path, token } = server;
  await clients.prepare({ from: fresh(count), count, clients: concurrency, port, path, token });
  const before = used();
  const { milliseconds, each } = await clients.go();
  return { rate: count / (milliseconds / 1000), each, used: usedSince(before, count) };
};

const kinds = { floor, store, endToEnd } as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

const shown = (m: readonly Measured[]) => {
  const each = m.flatMap((x) => x.each);
  const rates = m.map((x) => Math.round(x.rate));
  const ms = (of: keyof Used) => median(m.map((x) => x.used[of])).toFixed(2);
  const cost = `processor ms each: server ${ms('server')}, database ${ms('database')}, clients ${ms('clients')}`;
  return `${Math.round(median(m.map((x) => x.rate)))}/s (rounds ${Math.min(...rates)} to ${Math.max(...rates)}), p50 ${median(each).toFixed(2)} ms, p95 ${quantile(each, 0.95).toFixed(2)} ms; ${cost}`;
};

try {
  console.log(machine());
  console.log(`${rounds} rounds of ${perRound} requests each, in turn; medians of the rounds`);
  for (const name of names) await kinds[name](1500, 8);
  for (const c of clientCounts) {
    const results: Record<Kind, Measured[]> = { floor: [], store: [], endToEnd: [] };
    for (let round = 0; round < rounds; round++)
      for (const name of names) results[name].push(await kinds[name](perRound, c));
    const ratio = (of: Kind, to: Kind) =>
      median(results[of].map((m, i) => m.rate / (results[to][i]?.rate ?? Number.NaN))).toFixed(2);
    console.log(`\n${c} client${c > 1 ? 's' : ''}`);
    console.log(`  floor:        ${shown(results.floor)}`);
    console.log(`  store append: ${shown(results.store)}, ${ratio('store', 'floor')} of the floor`);
    console.log(`  $submit:      ${shown(results.endToEnd)}, ${ratio('endToEnd', 'floor')} of the floor`);
  }
  console.log(machine());
} finally {
  clients.stop();
  await pool.end();
  await server.stop();
  await database.stop();
}
