import { foldEpisode } from '@openum/domain/episode/evolve.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { memoryEpisodes } from '@openum/testkit/memory/episodes.ts';
import { acted, admitted, authorization, now, service } from '@openum/testkit/practice/episode.ts';
import { expect, test } from 'vitest';
import type { Episodes } from '../../port/episodes.ts';
import { eachEpisode, episodesAt } from './all.ts';

const scope = { tenantId: 'practice' };
const authorized = acted(admitted, { type: 'RecordAuthorization', authorization: authorization() });

/** Counts how many logs are read. */
const counted = () => {
  const inner = memoryEpisodes();
  const read: string[] = [];
  const episodes: Episodes = {
    ...inner,
    logs: (s, ids) => {
      read.push(...ids);
      return inner.logs(s, ids);
    },
  };
  return { episodes, read };
};
const all = (episodes: Episodes, of = scope) => Array.fromAsync(eachEpisode(episodes, of));

test('a second look reads only what changed, and shows the change', async () => {
  const { episodes, read } = counted();
  await episodes.append(scope, episodeAppend('e1', admitted));
  expect((await all(episodes)).map((k) => k.episode.version)).toEqual([2]);
  await all(episodes);
  expect(read).toEqual(['e1']);
  await episodes.append(scope, episodeAppend('e1', authorized, 2));
  expect((await all(episodes)).map((k) => k.episode.authorizations.length)).toEqual([1]);
  expect(read).toEqual(['e1', 'e1']);
});

test('what one practice has folded, another one with the same id never sees', async () => {
  const { episodes } = counted();
  await episodes.append(scope, episodeAppend('e1', admitted));
  await all(episodes);
  const other = { tenantId: 'other' };
  expect(await all(episodes, other)).toEqual([]);
  await episodes.append(other, episodeAppend('e1', authorized));
  expect((await all(episodes, other)).map((k) => k.episode.authorizations.length)).toEqual([1]);
  expect((await all(episodes)).map((k) => k.episode.authorizations.length)).toEqual([0]);
});

test('a past moment shows what had been written down by then, whatever was kept of now', async () => {
  const { episodes } = counted();
  const later = {
    ...authorized,
    events: authorized.events.map((e, i) => (i < 2 ? e : { ...e, recordedAt: addElapsed(now, { hours: 1 }) })),
  };
  await episodes.append(scope, episodeAppend('e1', { ...later, state: foldEpisode(later.events) }));
  await all(episodes);
  const at = async (hours: number) =>
    (await episodesAt(episodes, scope, ['e1', 'nobody'], addElapsed(now, { hours }))).map(
      (k) => k.episode.authorizations.length,
    );
  expect([await at(0), await at(2), await at(-1)]).toEqual([[0], [1], []]);
});

test('an episode that has nothing to be done is read for no task, and for its denial', async () => {
  const { episodes, read } = counted();
  const left = acted(authorized, { type: 'DischargeEpisode', on: service(6).on, disposition: 'home' });
  await episodes.append(scope, episodeAppend('e1', left));
  expect(await Array.fromAsync(eachEpisode(episodes, scope, ['tasks', 'talks', 'denials']))).toEqual([]);
  expect(read).toEqual([]);
  expect(await all(episodes)).toHaveLength(1);
  const uncovered = acted(left, { type: 'RecordServices', services: [service(5)], policy: 'warn' });
  await episodes.append(scope, episodeAppend('e1', uncovered, left.events.length));
  expect(await Array.fromAsync(eachEpisode(episodes, scope, ['tasks']))).toHaveLength(1);
});

test('more than a page of episodes all come, each once', async () => {
  const { episodes } = counted();
  const story = acted(admitted, { type: 'RecordServices', services: [service(0)], policy: 'warn' });
  for (let i = 0; i < 203; i++) {
    const append = episodeAppend(`e${i}`, story);
    const rows = { ...append.rows, episode: { ...append.rows.episode, episodeId: `e${i}`, episodeNumber: `EP-${i}` } };
    await episodes.append(scope, { ...append, rows });
  }
  expect(new Set((await all(episodes)).map((k) => k.episodeId)).size).toBe(203);
});
