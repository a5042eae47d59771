import { readEpisodeDocuments } from '@openum/casework/practice/document/shelf.ts';
import { episodeAppend } from '@openum/testkit/contract/episodeContract.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { admitted } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { EpisodeView } from '../../contract/practice/episode.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
const episodeId = uuidOf('episode/documents');
const base = `/api/practice/episodes/${episodeId}`;
let commands = 0;
const commandId = () => uuidOf(`document-test/${++commands}`);

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  await world.store.episodes.append(lakeside, episodeAppend(episodeId, admitted));
});
afterEach(() => app.close());

const upload = (text: string, query = 'title=Progress+note&kind=progressNote&recordedOn=2026-11-03', who = staff) =>
  who.post(`${base}/documents?commandId=${commandId()}&${query}`, Buffer.from(text), { 'content-type': 'text/plain' });
const documents = async () => ((await staff.get(base)).body as EpisodeView).documents;
const read = () => readEpisodeDocuments(world.casework, lakeside, episodeId, 60_000);

describe('documents of an episode', () => {
  test('are kept as they came, listed on the episode and read page by page', async () => {
    expect((await upload('Cravings daily.\fSlept two hours.')).status).toBe(201);
    const [document] = await documents();
    expect(document).toMatchObject({ title: 'Progress note', kind: 'progressNote', recordedOn: '2026-11-03' });
    const path = `${base}/documents/${document?.documentId}`;
    expect((await staff.get(path)).text).toBe('Cravings daily.\fSlept two hours.');
    expect((await staff.get(`${base}/document-readings`)).body).toEqual({ readings: [] });
    expect(await read()).toBeUndefined();
    expect((await staff.get(`${base}/document-readings`)).body).toMatchObject({
      readings: [{ state: 'read', pages: 2, pagesRead: 2 }],
    });
    expect((await staff.get(`${path}/pages/2`)).body).toMatchObject({ text: 'Slept two hours.' });
    expect((await staff.get(`${base}/document-search?words=two+hours`)).body).toMatchObject({ hits: [{ page: 2 }] });
  });

  test('of no kind that can be read, of no byte, or there already, are refused with the reason', async () => {
    expect((await upload('\u0000\u0001')).body).toMatchObject({ code: 'fieldInvalid' });
    expect((await upload('')).status).toBe(422);
    await upload('once');
    expect((await upload('once')).body).toMatchObject({ code: 'documentRepeated' });
    expect(await documents()).toHaveLength(1);
  });

  test('are described and taken back by people of the practice; what is taken back is opened by nobody', async () => {
    await upload('wrong chart');
    const [document] = await documents();
    const act = (expectedVersion: number, body: object) =>
      staff.post(`${base}/document-acts`, { commandId: commandId(), expectedVersion, act: body });
    const { documentId } = document ?? {};
    expect((await act(3, { type: 'DescribeDocument', documentId, title: 'Nursing note' })).status).toBe(200);
    expect((await act(3, { type: 'WithdrawDocument', documentId, reason: 'x' })).status).toBe(409);
    expect((await act(4, { type: 'WithdrawDocument', documentId, reason: 'Other patient' })).status).toBe(200);
    expect((await staff.get(`${base}/documents/${documentId}`)).status).toBe(404);
    await read();
    expect((await staff.get(`${base}/documents/${documentId}/pages`)).status).toBe(404);
  });

  test('are nothing to another practice or to a plan', async () => {
    await upload('secret');
    const [document] = await documents();
    await read();
    const hillside = callerOf(app, await world.sessionOf('utilizationReviewStaff@hillside.example'));
    for (const path of ['', '/pages', '/pages/1'])
      expect((await hillside.get(`${base}/documents/${document?.documentId}${path}`)).status).toBe(404);
    expect((await hillside.get(`${base}/document-search?words=secret`)).status).toBe(404);
    const nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
    expect((await nurse.get(`${base}/documents/${document?.documentId}`)).status).toBe(403);
  });
});
