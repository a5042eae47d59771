import { createHash } from 'node:crypto';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { memoryEpisodes } from '@openum/testkit/memory/episodes.ts';
import { acted, admitted, authorization, service } from '@openum/testkit/practice/episode.ts';
import { beforeEach, expect, test } from 'vitest';
import type { Episodes } from '../../port/episodes.ts';
import type { EpisodeRows } from './rows.ts';
import { verifyPractice } from './verify.ts';

const scope = { tenantId: 'practice' };
const environment = {
  sha256Hex: (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex'),
} as never;
let episodes: Episodes;
beforeEach(async () => {
  episodes = memoryEpisodes();
  const story = acted(
    admitted,
    { type: 'RecordAuthorization', authorization: authorization() },
    { type: 'RecordServices', services: [service(0), service(6)], policy: 'warn' },
  );
  await episodes.append(scope, episodeAppend('e1', story));
});

const found = async (change: Partial<Episodes> = {}) => {
  const places: string[] = [];
  const differences = await verifyPractice({ episodes: { ...episodes, ...change }, environment }, scope, (_n, all) =>
    places.push(...all.map((d) => d.place)),
  );
  expect(places).toHaveLength(differences);
  return places;
};
const withRows = (change: (rows: EpisodeRows) => EpisodeRows | undefined) =>
  found({
    rows: async (s, id) => {
      const rows = await episodes.rows(s, id);
      return rows && change(rows);
    },
  });

test('an untouched record shows no difference', async () => {
  expect(await found()).toEqual([]);
});

test('another amount, another page and a missing line are found at their place', async () => {
  expect(await withRows((r) => ({ ...r, episode: { ...r.episode, atStake: 0 } }))).toEqual(['read model, episode']);
  expect(await withRows((r) => ({ ...r, pages: [] }))).toEqual(['read model, pages']);
  expect(await withRows((r) => ({ ...r, authorizations: [] }))).toEqual(['read model, authorizations']);
  expect(await withRows(() => undefined)).toEqual(['read model']);
});

test('an event with another content is found by its link', async () => {
  const places = await found({
    events: async (s, id) =>
      (await episodes.events(s, id)).map((e) =>
        e.type === 'AuthorizationRecorded' ? { ...e, data: { ...e.data, number: 'PA-999' } } : e,
      ),
  });
  expect(places).toEqual(['event 3']);
});

test('a file that is missing, or is not the one that was kept, is found by its hash', async () => {
  const bytes = new TextEncoder().encode('note');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = { documentId: 'd1', title: 'Note', contentType: 'text/plain', sizeBytes: 4, sha256 };
  const story = acted(admitted, { type: 'AddDocument', ...document });
  const files = [{ fileId: 'd1', contentType: 'text/plain', bytes, toRead: false }];
  episodes = memoryEpisodes();
  await episodes.append(scope, { ...episodeAppend('e2', story), files });
  expect(await found()).toEqual([]);
  expect(await found({ file: async () => undefined })).toEqual(['file d1']);
  expect(await found({ file: async () => ({ contentType: 'text/plain', bytes: new Uint8Array([1]) }) })).toEqual([
    'file d1',
  ]);
});
