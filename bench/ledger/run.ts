import { createHash } from 'node:crypto';
import { actOnEpisode } from '@openum/casework/practice/episode/act.ts';
import { projectEpisode } from '@openum/casework/practice/episode/project.ts';
import { type CoverageState, coverageStates } from '@openum/domain/ledger/match.ts';
import { matchPacked } from '@openum/domain/ledger/packed.ts';
import { createStore } from '@openum/store/index.ts';
import { act, acted, admitted, authorization, episodeOf, service } from '@openum/testkit/practice/episode.ts';
import pg from 'pg';
import { benchDatabase } from '../database.ts';
import { servicesOfEpisode, tenantId, writeEpisodes } from './data.ts';
import { readEpisodes } from './read.ts';

/** `node bench/ledger/run.ts [service days]`: the whole ledger matched from scratch beside one sequential aggregate. */
const days = Number(process.argv[2] ?? 10_000_000);
const episodes = Math.ceil(days / servicesOfEpisode);
const episodesOfRead = 5_000;
const runs = 3;

const id = (n: number): string => String(n).padStart(9, '0');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const aggregate = async (client: pg.Client): Promise<number> => {
  const from = performance.now();
  await client.query(
    `select u.state, count(*), sum(u.units), sum(u.charge), sum(u.at_stake)
    from service_page, unnest(states, units, charges, at_stake) as u(state, units, charge, at_stake)
    where tenant_id = $1 group by u.state`,
    [tenantId],
  );
  return performance.now() - from;
};

const rematch = async (
  client: pg.Client,
): Promise<{ ms: number; totals: Record<CoverageState, number>; atStake: number }> => {
  const from = performance.now();
  const totals = Object.fromEntries(coverageStates.map((s) => [s, 0])) as Record<CoverageState, number>;
  let atStake = 0;
  let next = readEpisodes(client, id(0), id(episodesOfRead));
  for (let n = 0; n < episodes; n += episodesOfRead) {
    const now = await next;
    const end = n + episodesOfRead;
    // The server prepares the next part while this one is matched.
    if (end < episodes) {
      next = readEpisodes(client, id(end), id(end + episodesOfRead));
      next.catch(() => undefined);
    }
    for (const episode of now)
      matchPacked(episode, (_page, _place, state, open) => {
        totals[state] += 1;
        atStake += open;
      });
  }
  return { ms: performance.now() - from, totals, atStake };
};

/** One authorization of an episode with sixty services is corrected through the use case: read, decided, matched, written. */
const oneChange = async (url: string): Promise<number> => {
  const store = createStore(url);
  const scope = { tenantId: 'bench-one' };
  const sha256Hex = (text: string) => createHash('sha256').update(text).digest('hex');
  const story = acted(
    admitted,
    { type: 'RecordAuthorization', authorization: authorization({ to: service(20).on }) },
    { type: 'RecordServices', services: Array.from({ length: 23 }, (_, n) => service(n)), policy: 'warn' },
  );
  const episodeId = sha256Hex('bench').slice(0, 32);
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
  await store.close();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
};

const db = await benchDatabase({ shared_buffers: '512MB' });
const client = new pg.Client({ connectionString: db.url });
try {
  await client.connect();
  const writing = performance.now();
  await writeEpisodes(client, episodes);
  say(
    `${(episodes * servicesOfEpisode).toLocaleString('en-US')} service days of ${episodes.toLocaleString('en-US')} episodes written in ${Math.round(performance.now() - writing)} ms`,
  );
  await client.query('set max_parallel_workers_per_gather = 0');
  for (let run = 1; run <= runs; run++) {
    const sum = await aggregate(client);
    const matched = await rematch(client);
    say(
      `run ${run}: aggregate ${Math.round(sum)} ms, matched from scratch ${Math.round(matched.ms)} ms, ${(matched.ms / sum).toFixed(2)} times; ${JSON.stringify(matched.totals)}, ${matched.atStake} cents open`,
    );
  }
  say(`one changed authorization: ${(await oneChange(db.url)).toFixed(1)} ms (median of 50)`);
} finally {
  await client.end();
  await db.stop();
}
