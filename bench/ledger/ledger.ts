import { createHash } from 'node:crypto';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import { projectEpisode } from '@openum/casework/practice/episode/project.ts';
import { type Rematched, rematchLedger } from '@openum/casework/practice/ledger/rematch.ts';
import { createStore, type Store } from '@openum/store/index.ts';
import { act, acted, admitted, authorization, episodeOf, service } from '@openum/testkit/practice/episode.ts';
import pg from 'pg';
import { benchDatabase } from '../database.ts';
import { machine, median } from '../figures.ts';
import { aggregate, servicesOfEpisode, writePractice } from './data.ts';
import { ratios, timed } from './timed.ts';

/** `node bench/ledger/ledger.ts [service days]`: the whole ledger matched from scratch beside one sequential aggregate. */
const days = Number(process.argv[2] ?? 10_000_000);
const scope = { tenantId: 'bench-practice' };
const runs = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const count = (n: number): string => n.toLocaleString('en-US');

/** One authorization of an episode with 23 services is corrected through the use case: read, decided, matched, written. */
const oneChange = async (store: Store): Promise<number> => {
  const story = acted(
    admitted,
    { type: 'RecordAuthorization', authorization: authorization({ to: service(20).on }) },
    { type: 'RecordServices', services: Array.from({ length: 23 }, (_, n) => service(n)), policy: 'warn' },
  );
  const episodeId = createHash('sha256').update('bench').digest('hex').slice(0, 32);
  await store.episodes.append(scope, {
    episodeId,
    expectedVersion: 0,
    events: story.events,
    rows: projectEpisode(episodeId, episodeOf(story)),
  });
  const times: number[] = [];
  for (let n = 0; n < 50; n++) {
    const from = performance.now();
    const done = await actOnEpisode(store, scope, {
      episodeId,
      command: () =>
        act({
          type: 'CorrectAuthorization',
          authorization: authorization({ to: service(n % 2 === 0 ? 10 : 20).on }),
          reason: 'The payer gave other days.',
        }),
    });
    if (done.kind !== 'done') throw new Error(`the change was not written: ${done.kind}`);
    times.push(performance.now() - from);
  }
  return median(times);
};

const db = await benchDatabase({ shared_buffers: '512MB' });
const client = new pg.Client({ connectionString: db.url });
const store = createStore(db.url);
try {
  await client.connect();
  const writing = performance.now();
  const episodes = await writePractice(store, client, scope.tenantId, {
    episodes: Math.ceil(days / servicesOfEpisode),
    logs: false,
  });
  say(`${count(episodes)} episodes written in ${Math.round(performance.now() - writing)} ms`);
  await client.query('set max_parallel_workers_per_gather = 0');
  for (let run = 1; run <= runs; run++) {
    const sum = await timed(db.pid, () => aggregate(client, scope.tenantId));
    let found: Rematched | undefined;
    const matched = await timed(db.pid, async () => {
      found = await rematchLedger(store.episodes, scope);
    });
    if (!found || found.differing.length > 0) throw new Error('episodes are stored otherwise than they match');
    say(
      `run ${run}: ${count(found.services)} service days; aggregate ${Math.round(sum.ms)} ms, matched from scratch ${Math.round(matched.ms)} ms, ${ratios(matched, sum)}; ${JSON.stringify(found.byState)}`,
    );
  }
  say(`one changed authorization in that practice: ${(await oneChange(store)).toFixed(1)} ms (median of 50)`);
  say(machine());
} finally {
  await store.close();
  await client.end();
  await db.stop();
}
