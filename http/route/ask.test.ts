import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { GuestLinks, MadeLink } from '../contract/guestLink.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId: string;
let requestId: string;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  const { rows } = await world.store.workList.page(plan, {}, undefined, 10);
  caseId = rows[0]?.caseId ?? '';
  const nurse = await desk();
  const asked = await nurse.act(caseId, rows[0]?.version ?? 0, {
    type: 'RequestInformation',
    items: [{ text: 'Send the hematocrit.' }],
    dueAt: '2026-11-21T14:00:00-06:00',
  });
  expect(asked.status).toBe(200);
  const view = (await nurse.get(`/api/cases/${caseId}`)).body as CaseView;
  requestId = view.state.informationRequests[0]?.requestId ?? '';
});
afterEach(() => app.close());

const desk = async (name = 'clinicalReviewer', organization = 'plan') =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const linksPath = () => `/api/cases/${caseId}/guest-links`;
const providers = async () => ((await (await desk()).get(linksPath())).body as GuestLinks).providers;
const npi = async () => (await providers())[0]?.npi ?? '';
const link = async (): Promise<string> => {
  const made = await (await desk()).post(linksPath(), { about: 'information', subjectId: requestId, npi: await npi() });
  expect(made.status).toBe(200);
  return (made.body as MadeLink).path;
};
const factor = async () => ({
  npi: await npi(),
  birthDate: (await world.store.workList.page(plan, {}, undefined, 1)).rows[0]?.memberBirthDate ?? '',
});
const answer = async (words = 'Hematocrit 58.') => ({
  ...(await factor()),
  commandId: '00000000-0000-4000-8000-000000000001',
  answers: [words],
});
const upload = async (
  path: string,
  payload: Buffer = Buffer.from('Hematocrit 58 percent'),
  title = 'lab.txt',
  type = 'text/plain',
) => {
  const { npi: x, birthDate } = await factor();
  return callerOf(app).post(`/api${path}/documents?${new URLSearchParams({ title })}`, payload, {
    'content-type': type,
    'x-guest-npi': x,
    'x-guest-birth-date': birthDate,
  });
};

test('a provider without an account comes in by the link and the second factor, sends a file and answers once', async () => {
  const path = await link();
  expect(path).toMatch(/^\/ask\/[A-Za-z0-9_-]{43}$/u);
  const nobody = callerOf(app);
  expect((await nobody.get(`/api${path}`)).body).toMatchObject({ plan: 'Prairie Health Plan', locked: false });
  expect((await nobody.post(`/api${path}/open`, { ...(await factor()), npi: '1' })).status).toBe(401);
  expect((await nobody.post(`/api${path}/open`, await factor())).body).toMatchObject({
    status: 'open',
    questions: ['Send the hematocrit.'],
  });
  expect(await upload(path)).toMatchObject({ status: 201, body: { files: [{ title: 'lab.txt', sizeBytes: 21 }] } });
  const answered = await nobody.post(`/api${path}/answer`, await answer());
  expect(answered).toMatchObject({
    status: 200,
    body: { status: 'answered', answered: { summary: 'Send the hematocrit.\nHematocrit 58.' } },
  });
  expect((await nobody.post(`/api${path}/answer`, await answer())).body).toMatchObject({ status: 'answered' });
  const again = { ...(await answer('More.')), commandId: '00000000-0000-4000-8000-000000000002' };
  expect(await nobody.post(`/api${path}/answer`, again)).toMatchObject({
    status: 422,
    body: { code: 'informationRequestEnded', message: expect.stringContaining('call the plan') },
  });
  expect(await upload(path, Buffer.from('x'))).toMatchObject({
    status: 422,
    body: { code: 'informationRequestEnded' },
  });
});

test('a file is held to the second factor, the size, the type and its content, and its name is kept as words', async () => {
  const path = await link();
  const url = `/api${path}/documents?title=x`;
  const type = { 'content-type': 'text/plain' };
  expect((await callerOf(app).post(url, Buffer.from('x'), type)).status).toBe(400);
  const wrong = { ...type, 'x-guest-npi': '1770000064', 'x-guest-birth-date': '1900-01-01' };
  expect((await callerOf(app).post(url, Buffer.from('x'), wrong)).status).toBe(401);
  expect((await upload(path, Buffer.alloc(0))).status).toBe(422);
  expect((await upload(path, Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413);
  expect(await upload(path, Buffer.from('MZ'), 'x.exe', 'application/x-msdownload')).toMatchObject({
    status: 422,
    body: { message: expect.stringContaining('PDF') },
  });
  const hostile = '../../<script>alert(1)</script>\u202Efdp.exe\n';
  expect((await upload(path, undefined, hostile)).body).toMatchObject({
    files: [{ title: '../../<script>alert(1)</script>fdp.exe' }],
  });
  expect((await upload(path, Buffer.from('other'), '\u202E')).body).toMatchObject({
    files: [{}, { title: 'File without a name' }],
  });
});

test('the link opens nothing else of the API, and the address of a talk does not take it', async () => {
  const path = await link();
  const nobody = callerOf(app);
  for (const url of [`/api/cases/${caseId}`, '/api/cases', linksPath()])
    expect((await nobody.get(url)).status).toBe(401);
  const token = path.slice('/ask/'.length);
  expect((await nobody.get(`/api/p2p/${token}`)).status).toBe(404);
  expect((await nobody.post(`/api/p2p/${token}/open`, await factor())).status).toBe(404);
});

test('a token that was never made, or was revoked, leads nowhere; neither answer tells which', async () => {
  const path = await link();
  const revoked = await (await desk()).post(`${linksPath()}/revoke`, { about: 'information', subjectId: requestId });
  expect(revoked.body).toMatchObject({ links: [{ revokedAt: expect.any(String) }] });
  const nobody = callerOf(app);
  const gone = await nobody.get(`/api${path}`);
  expect(gone.status).toBe(404);
  expect((await nobody.get(`/api/ask/${'A'.repeat(43)}`)).text).toBe(gone.text);
  expect((await nobody.post(`/api${path}/answer`, await answer())).status).toBe(404);
  expect((await upload(path)).status).toBe(404);
});

test('too many calls in a minute are held back', async () => {
  const path = await link();
  const nobody = callerOf(app);
  const statuses: number[] = [];
  for (let n = 0; n < 31; n++) statuses.push((await nobody.get(`/api${path}`)).status);
  expect(new Set(statuses.slice(0, 30))).toEqual(new Set([200]));
  expect(statuses[30]).toBe(429);
});

test('no line of the log holds a token, an NPI or the name of a file', async () => {
  const path = await link();
  await upload(path, undefined, 'Akerman-lab.txt');
  const { npi: own } = await factor();
  const log = world.logLines.join('\n');
  expect(log).not.toContain(path.slice('/ask/'.length));
  expect(log).not.toContain('Akerman-lab');
  expect(log).not.toContain(own);
});

test('another plan sees no links of this case and makes none', async () => {
  await link();
  const other = await desk('clinicalReviewer', 'other');
  expect((await other.get(linksPath())).status).toBe(404);
  const wish = { about: 'information', subjectId: requestId, npi: await npi() };
  expect((await other.post(linksPath(), wish)).status).toBe(404);
  expect((await other.post(`${linksPath()}/revoke`, { about: 'information', subjectId: requestId })).status).toBe(404);
});

test('the owner of the case is told that the answer came, and by whom', async () => {
  const path = await link();
  const nurse = await desk();
  const { version } = ((await nurse.get(`/api/cases/${caseId}`)).body as CaseView).state;
  expect((await nurse.act(caseId, version, { type: 'Claim' })).status).toBe(200);
  await callerOf(app).post(`/api${path}/answer`, await answer());
  expect(JSON.stringify((await nurse.get('/api/news')).body)).toContain('informationReceived');
});
