import { readDenials } from '@openum/casework/practice/denial/list.ts';
import { readTalks } from '@openum/casework/practice/desk/talks.ts';
import { readPracticeBoard } from '@openum/casework/practice/episode/board.ts';
import { rebuildReadModels } from '@openum/casework/practice/episode/rebuild.ts';
import { type FourQuestionsAsked, readFourQuestions } from '@openum/casework/practice/fourQuestions/read.ts';
import { readTaskPage } from '@openum/casework/practice/task/read.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { wire } from '@openum/server/wiring.ts';
import { onDay } from '@openum/testkit/practice/course.ts';
import { dayOf, staff } from '@openum/testkit/practice/episode.ts';
import pg from 'pg';
import { benchDatabase } from '../database.ts';
import { machine, median } from '../figures.ts';
import { aggregate, today, writePractice } from './data.ts';
import { ratios, type Timed, timed } from './timed.ts';

/** `node bench/ledger/questions.ts [episodes] [calls]`: the four questions and the lists of one large practice. */
const wanted = Number(process.argv[2] ?? 50_000);
const calls = Number(process.argv[3] ?? 5);
const practice = {
  tenantId: 'bench-practice',
  name: 'Bench Practice',
  kind: 'practice',
  zone: zoneId('America/New_York'),
  accreditations: [],
} as const;
const scope = { tenantId: practice.tenantId };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mebibytes = (): string => {
  globalThis.gc?.();
  return `${Math.round(process.memoryUsage().heapUsed / 2 ** 20)} MiB of heap`;
};

const db = await benchDatabase({ shared_buffers: '512MB' });
const client = new pg.Client({ connectionString: db.url });
const { store, casework } = wire(db.url, 'openum-bench');
try {
  await client.connect();
  await casework.identity.createTenant(practice);
  const episodes = await writePractice(store, client, scope.tenantId, { episodes: wanted, logs: true });
  say(`${episodes.toLocaleString('en-US')} episodes of five years; ${mebibytes()}`);
  await client.query('set max_parallel_workers_per_gather = 0');
  const several = async (run: () => Promise<unknown>): Promise<Timed> => {
    const all: Timed[] = [];
    for (let n = 0; n < calls; n++) all.push(await timed(db.pid, run));
    return { ms: median(all.map((t) => t.ms)), processorMs: median(all.map((t) => t.processorMs)) };
  };
  const sum = await several(() => aggregate(client, scope.tenantId));
  say(`one sequential sum over all services: ${Math.round(sum.ms)} ms`);

  const me = { casework, practice, scope, actor: staff('practiceOwner'), now: onDay(today), today: dayOf(today) };
  const asked =
    (change: Partial<FourQuestionsAsked> = {}) =>
    () =>
      readFourQuestions(me, { asOf: dayOf(today), from: dayOf(today - 89), ...change });
  const show = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    const first = await timed(db.pid, run);
    const again = await several(run);
    say(
      `${name}: first ${Math.round(first.ms)} ms, then ${Math.round(again.ms)} ms, ${ratios(again, sum)}; ${mebibytes()}`,
    );
  };
  await show('four questions, 90 days', asked());
  await show('four questions, 90 days, one payer', asked({ payerId: 'payer-3' }));
  await show(
    'four questions, 90 days, as known a year ago',
    asked({ asOf: dayOf(today - 365), from: dayOf(today - 454) }),
  );
  await show('four questions, all five years', asked({ from: dayOf(today - 1_830) }));
  await show('tasks, first page', () => readTaskPage(me, { page: 1, size: 50 }));
  await show('peer-to-peers, first page', () => readTalks(me, { page: 1, size: 50 }));
  await show('denials', () => readDenials(me));
  await show('board, who is in', () => readPracticeBoard(me, { presence: 'present' }));
  await show('board, everybody ever', () => readPracticeBoard(me, { presence: 'all' }));

  await client.query('update episode_facts set made_by = 0 where tenant_id = $1', [scope.tenantId]);
  say(`four questions, 90 days, all of it from the logs: ${Math.round((await timed(db.pid, asked())).ms)} ms`);
  const from = performance.now();
  let made = 0;
  for (let n = 1; n > 0; made += n)
    n = await rebuildReadModels(casework, (_, error) => {
      throw error;
    });
  say(`${made} read models made anew from their logs in ${Math.round(performance.now() - from)} ms`);
  say(machine());
} finally {
  await store.close();
  await client.end();
  await db.stop();
}
