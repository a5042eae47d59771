import { readDocuments } from '@openum/casework/document/read.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { ThumbnailsView } from '../contract/document.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
let other: Caller;
let base: string;
let pages: string;
let pdfPages: string;

beforeAll(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
  other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  const [caseId = ''] = await world.store.cases.caseIds({ tenantId: plan.tenantId }, undefined, 1);
  base = `/api/cases/${caseId}`;
  const text = Buffer.from('PROGRESS NOTE\nSubjective: breathless\fOxygen saturation 84 %');
  const sent = await nurse.post(`${base}/documents?title=Note`, text, { 'content-type': 'text/plain' });
  pages = `${base}/documents/${(sent.body as { documentId: string }).documentId}/pages`;
  const file = Buffer.from('%PDF-1.7\fsecond\fUNDRAWN');
  const fax = await nurse.post(`${base}/documents?title=Fax`, file, { 'content-type': 'application/pdf' });
  pdfPages = `${base}/documents/${(fax.body as { documentId: string }).documentId}/pages`;
  await readDocuments(world.casework, { tenantId: plan.tenantId }, caseId, 60_000);
});
afterAll(() => app.close());

test('a document is listed page by page, with what its words say it is', async () => {
  expect((await nurse.get(pages)).body).toMatchObject({
    reading: { state: 'read', pages: 2, pagesRead: 2 },
    pages: [
      { page: 1, firstLine: 'PROGRESS NOTE' },
      { page: 2, firstLine: 'Oxygen saturation 84 %' },
    ],
    parts: [{ from: 1, to: 2, kind: 'progressNote' }],
    kind: 'progressNote',
  });
});

test('how far the reading has come is told without a word of the documents', async () => {
  const { body, text } = await nurse.get(`${base}/document-readings`);
  expect(body).toMatchObject({
    readings: expect.arrayContaining([expect.objectContaining({ state: 'read', pages: 2 })]),
  });
  expect(text).not.toContain('PROGRESS');
});

test('a page comes with its text and its picture', async () => {
  expect((await nurse.get(`${pages}/2`)).body).toMatchObject({ page: 2, text: 'Oxygen saturation 84 %' });
  const picture = await nurse.get(`${pdfPages}/2/picture`);
  expect(picture).toMatchObject({ status: 200, text: 'picture of 2, 1275' });
  expect(picture.headers['content-type']).toBe('image/webp');
  expect((await nurse.get(`${pdfPages}/2/picture?size=large`)).text).toBe('picture of 2, 2125');
  expect((await nurse.get(`${pages}/2/picture`)).status).toBe(204);
  expect(await nurse.get(`${pdfPages}/3/picture`)).toMatchObject({
    status: 422,
    body: { code: 'pageNotDrawn', facts: { problem: 'tooSlow' } },
  });
});

test('words are found in the documents of the case', async () => {
  const { body } = await nurse.get(`${base}/document-search?words=oxygen%20saturation`);
  expect(body).toMatchObject({
    hits: expect.arrayContaining([expect.objectContaining({ page: 2, words: 'Oxygen saturation', after: ' 84 %' })]),
  });
});

test('what is asked for wrongly is refused with the field', async () => {
  expect(await nurse.get(`${base}/document-search?words=x`)).toMatchObject({ status: 400 });
  expect(await nurse.get(`${pages}/0`)).toMatchObject({ status: 400 });
  expect(await nurse.get(`${pages}/2/picture?size=huge`)).toMatchObject({ status: 400 });
  expect(await nurse.get(pdfPages.replace(/pages$/, 'thumbnails'))).toMatchObject({ status: 400 });
});

test('what is not there, or belongs to another plan, is not found', async () => {
  for (const path of [`${pages}/3`, `${pdfPages}/9/picture`, `${base}/documents/nothing/pages`])
    expect((await nurse.get(path)).status, path).toBe(404);
  for (const path of [
    pages,
    `${pages}/1`,
    `${pdfPages}/1/picture`,
    pdfPages.replace(/pages$/, 'thumbnails?from=1'),
    `${base}/document-readings`,
    `${base}/document-search?words=oxygen`,
  ])
    expect((await other.get(path)).status, path).toBe(404);
  expect((await callerOf(app).get(`${pages}/1`)).status).toBe(401);
});

test('thumbnails are pictures of pages, and of a text drawings without a word of it', async () => {
  const { body } = await nurse.get(pdfPages.replace(/pages$/, 'thumbnails?from=2'));
  expect(body).toMatchObject({ isComplete: true, thumbnails: [{ page: 2 }, { page: 3 }] });
  const [second] = (body as ThumbnailsView).thumbnails;
  expect(second?.picture).toBe(`data:image/webp;base64,${btoa('picture of 2, 128')}`);
  const ofText = (await nurse.get(pages.replace(/pages$/, 'thumbnails?from=1'))).body as ThumbnailsView;
  const drawing = atob(ofText.thumbnails[0]?.picture.split(',')[1] ?? '');
  expect(drawing).toMatch(/^<svg .*<path d="M/);
  expect(drawing).not.toMatch(/progress|breathless/i);
});

test('pages that a person has told apart are listed as that person said, and pages that are not there are refused', async () => {
  const documentId = pages.split('/').at(-2);
  const says = async (from: number, to: number) => {
    const { state } = (await nurse.get(base)).body as { state: { version: number } };
    const command = { type: 'SetDocumentKind', documentId, kind: 'oximetry', pages: { from, to } };
    return nurse.post(`${base}/commands`, { commandId: crypto.randomUUID(), expectedVersion: state.version, command });
  };
  expect((await says(2, 3)).status).toBe(422);
  expect((await says(2, 2)).status).toBe(200);
  expect((await nurse.get(pages)).body).toMatchObject({
    parts: [
      { from: 1, to: 1, kind: 'progressNote' },
      { from: 2, to: 2, kind: 'oximetry', said: true },
    ],
  });
});
