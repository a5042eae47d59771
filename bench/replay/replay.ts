import { actOnOwnCriteria } from '@openum/casework/ownCriteria/act.ts';
import { startReplay } from '@openum/casework/replay/start.ts';
import { workReplays } from '@openum/casework/replay/work.ts';
import { isRefusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import { changedIn } from '@openum/domain/replay/counts.ts';
import { instant } from '@openum/domain/time/instant.ts';
import { wire } from '@openum/server/wiring.ts';
import { person } from '@openum/testkit/case/actors.ts';
import { tenant } from '@openum/testkit/case/plan.ts';
import { benchDatabase } from '../database.ts';
import { machine } from '../figures.ts';
import { fill } from './fill.ts';

/**
 * A version of the home oxygen criteria read over decided cases in PostgreSQL, by one process, as it is done in the background of an
 * installation. Run: node bench/replay/replay.ts [cases]
 */
const cases = Number(process.argv[2] ?? 200_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);

const database = await benchDatabase();
const { store, casework } = wire(database.url, 'openum-bench-replay');
try {
  const filling = performance.now();
  const scope = await fill(database.url, store, cases);
  say(`filled in ${seconds(filling)} s`);
  const shipped = casework.knowledge.criteriaSets.find((s) => s.id === 'medicare-home-oxygen');
  if (!shipped) throw new Error('the library lacks home oxygen');
  const acting = {
    casework,
    tenant,
    actor: person('admin', ['administrator']),
    now: instant('2026-12-15T12:00:00Z'),
  };
  const set = { ...shipped, basedOn: { setId: shipped.id, version: shipped.version }, autoApproval: false };
  const drafted = await actOnOwnCriteria(acting, 'plan-oxygen', 0, { type: 'DraftCriteria', set, note: '' });
  if (isRefusal(drafted)) throw new Error(refusalSentence(drafted));
  const counting = performance.now();
  const replay = await startReplay(acting, 'plan-oxygen');
  if (isRefusal(replay)) throw new Error(refusalSentence(replay));
  say(`${replay.total} cases to read, counted in ${seconds(counting)} s`);
  const reading = performance.now();
  const failures: unknown[] = [];
  while ((await workReplays(casework, (error) => failures.push(error))) > 0);
  const took = (performance.now() - reading) / 1000;
  if (failures.length > 0) throw failures[0];
  const done = await casework.replays.replay(scope, replay.replayId);
  if (done?.state !== 'done' || done.cases !== replay.total) throw new Error('the replay did not come to its end');
  say(`${done.cases} cases, ${done.counts.all.lines} lines, ${changedIn(done.counts.all)} otherwise`);
  say(`read in ${took.toFixed(1)} s, ${Math.round(done.cases / took)} cases a second`);
  say(`resident memory at the end ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB; ${machine()}`);
} finally {
  await store.close();
  await database.stop();
}
