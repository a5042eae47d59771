import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { ArrivalDetail, IntakeCounts, IntakeList } from '../contract/intake.ts';
import type { PortalAnswer, PortalRequest } from '../contract/request.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let coordinator: Caller;
let nurse: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  coordinator = callerOf(app, await world.sessionOf('umCoordinator@plan.example'));
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
});
afterEach(() => app.close());

const form: PortalRequest = {
  submissionId: '0190d000-0000-7000-8000-00000000000a',
  memberId: uuidOf('member/PHP1000001'),
  requestingProviderNpi: clinicNpi,
  urgency: 'standard',
  setting: 'home',
  diagnoses: ['J44.9'],
  items: [{ system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'E1390', start: '2026-12-01' }],
};
const list = async (query = '') => ((await coordinator.get(`/api/intake${query}`)).body as IntakeList).rows;
const upload = (query = 'channel=fax', bytes = 'a fax', contentType = 'application/pdf') =>
  coordinator.post(`/api/intake/uploads?${query}`, Buffer.from(bytes), { 'content-type': contentType });

/** A request that names a member whom the plan does not know. */
const unknownMember = () =>
  JSON.parse(JSON.stringify(homeOxygenBundle({ name: 'stranger', spo2: 89 })).replaceAll('PHP1000001', 'PHP9999999'));

describe('a message page by page', () => {
  const idOf = async (bytes: string, contentType?: string) =>
    ((await upload('channel=fax', bytes, contentType)).body as { messageId: string }).messageId;

  test('tells how many pages it has, and shows each as it looks', async () => {
    const id = await idOf('%PDF-1.7\fsecond');
    expect((await coordinator.get(`/api/intake/${id}/pages`)).body).toEqual({ pages: 2 });
    const picture = await coordinator.get(`/api/intake/${id}/pages/2/picture`);
    expect(picture).toMatchObject({ status: 200, text: 'picture of 2, 1275' });
    expect((await coordinator.get(`/api/intake/${id}/pages/3/picture`)).status).toBe(404);
    const { user } = (await coordinator.get('/api/session')).body as { user: { userId: string } };
    const reads = await world.store.readLog.ofUser({ tenantId: plan.tenantId }, user.userId, 9);
    expect(reads.filter((r) => r.what === 'message' && r.resourceId === id)).toHaveLength(1);
  });

  test('of words alone has none', async () => {
    expect((await coordinator.get(`/api/intake/${await idOf('Please approve', 'text/plain')}/pages`)).body).toEqual({
      pages: 0,
    });
  });

  test('is not shown to those who do no intake, nor where there is none', async () => {
    const id = await idOf('%PDF-1.7');
    const biller = callerOf(app, await world.sessionOf('biller@plan.example'));
    const elsewhere = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
    for (const path of [`/api/intake/${id}/pages`, `/api/intake/${id}/pages/1/picture`]) {
      expect((await biller.get(path)).status, path).toBe(403);
      expect((await elsewhere.get(path)).status, path).toBe(404);
    }
    expect((await coordinator.get('/api/intake/nothing/pages')).status).toBe(404);
    expect((await coordinator.get('/api/intake/nothing/pages/1/picture')).status).toBe(404);
  });
});

describe('the intake list', () => {
  test('shows arrivals of all channels, also those that made no case, each with its reason', async () => {
    const sender = senderOf(app, tokens.plan);
    await sender.submit(homeOxygenBundle({ name: 'fine', spo2: 89 }));
    await sender.submit(unknownMember());
    await sender.submit('{"resourceType":"Bundle"');
    await upload();
    const rows = await list();
    expect(rows.map((r) => [r.channel, r.state]).sort()).toEqual([
      ['fax', 'waiting'],
      ['pas', 'new'],
      ['pas', 'rejected'],
      ['pas', 'rejected'],
    ]);
    const stranger = rows.find((r) => r.memberNumber === 'PHP9999999');
    expect(stranger).toMatchObject({
      memberName: 'Akerman, Rosalind',
      missing: ['No member of this plan has this number.'],
    });
    const { counts } = (await coordinator.get('/api/intake/counts')).body as IntakeCounts;
    expect(counts).toEqual({ waiting: 1, new: 1, rejected: 2 });
    expect(await list('?state=waiting')).toHaveLength(1);
    expect((await coordinator.get('/api/intake?state=nonsense')).status).toBe(400);
  });

  test('is for the people of intake, in their own organization', async () => {
    await upload();
    const biller = callerOf(app, await world.sessionOf('biller@plan.example'));
    expect((await biller.get('/api/intake')).status).toBe(403);
    const other = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
    expect((await other.get('/api/intake')).body).toEqual({ rows: [] });
    const [row] = await list();
    expect((await other.get(`/api/intake/${row?.messageId}`)).status).toBe(404);
    expect((await other.get(`/api/intake/${row?.messageId}/content`)).status).toBe(404);
  });
});

describe('a fax', () => {
  test('is kept at once, read by a person, and becomes a case whose clocks run from when it came', async () => {
    const came = '2026-11-19T20:30:00.000Z';
    const uploaded = await upload(`channel=fax&receivedAt=${came}&senderName=Lakeside`);
    expect(uploaded.status).toBe(201);
    const { messageId } = uploaded.body as { messageId: string };
    expect((await coordinator.get(`/api/intake/${messageId}/content`)).text).toBe('a fax');

    const entered = await coordinator.post(`/api/intake/${messageId}/request`, form);
    expect(entered.status).toBe(201);
    const { caseId } = entered.body as PortalAnswer;
    const view = (await nurse.get(`/api/cases/${caseId}`)).body as {
      state: { receivedAt: string; request: { channel: string }; documents: { documentId: string; title: string }[] };
    };
    expect(view.state.receivedAt).toBe(came);
    expect(view.state.request.channel).toBe('fax');
    expect(view.state.documents[0]).toMatchObject({ documentId: messageId, title: 'Fax as received' });
    expect((await nurse.get(`/api/cases/${caseId}/documents/${messageId}`)).text).toBe('a fax');
    expect((await list('?state=entered'))[0]).toMatchObject({ messageId, settled: { caseId } });
  });

  test('that is a FHIR document is read page by page, with the files inside it as documents of their own', async () => {
    const attachment = (title: string, data: string) => ({ attachment: { title, contentType: 'text/plain', data } });
    const sent = JSON.stringify({
      resourceType: 'DocumentReference',
      content: [attachment('Note', Buffer.from('short of breath').toString('base64')), attachment('Broken', '%')],
    });
    const uploaded = await upload('channel=mail', sent, 'application/fhir+json');
    const { messageId } = uploaded.body as { messageId: string };
    const embedded = [{ title: 'Broken', problem: 'notBase64' }];
    const { prefill } = (await coordinator.get(`/api/intake/${messageId}`)).body as ArrivalDetail;
    expect(prefill).toMatchObject({ files: [{ title: 'Note', sizeBytes: 15 }], embedded });

    const { caseId } = (await coordinator.post(`/api/intake/${messageId}/request`, form)).body as PortalAnswer;
    const view = (await nurse.get(`/api/cases/${caseId}`)).body as {
      state: { documents: { documentId: string; title: string; origin: string }[] };
    };
    const [letter, , note] = view.state.documents;
    expect(letter).toMatchObject({ documentId: messageId, uploaded: true, embedded });
    expect(note).toMatchObject({ title: 'Note', origin: `document:${messageId}` });
    const text = async (id = '') => (await nurse.get(`/api/cases/${caseId}/documents/${id}`)).text;
    expect(await text(messageId)).toBe(sent);
    expect(await text(note?.documentId)).toBe('short of breath');
  });

  test('is entered once, also when two people do it at the same time', async () => {
    const { messageId } = (await upload()).body as { messageId: string };
    const second = { ...form, submissionId: '0190d000-0000-7000-8000-00000000000b', rationale: 'other words' };
    const answers = await Promise.all([
      coordinator.post(`/api/intake/${messageId}/request`, form),
      nurse.post(`/api/intake/${messageId}/request`, second),
    ]);
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409]);
    expect((await world.store.workList.page(plan, {}, undefined, 9)).rows).toHaveLength(1);
  });

  test('cannot have come in the future, nor be empty', async () => {
    const late = await upload('channel=fax&receivedAt=2026-11-21T16:00:00.000Z');
    expect(late).toMatchObject({ status: 422, body: { code: 'receiptInFuture' } });
    expect((await upload('channel=fax', '')).status).toBe(422);
  });
});

describe('a message that was rejected', () => {
  test('becomes a case without retyping: a person links the member, and its files and facts come along', async () => {
    await senderOf(app, tokens.plan).submit(unknownMember());
    const [row] = await list('?state=rejected');
    const { prefill } = (await coordinator.get(`/api/intake/${row?.messageId}`)).body as ArrivalDetail;
    expect(prefill.member).toBeUndefined();
    expect(prefill.unmatched.join()).toContain('PHP9999999');
    expect(prefill.requesting?.npi).toBe(clinicNpi);
    expect(prefill.items[0]?.service.code).toBe('E1390');
    expect(prefill.facts).toBeGreaterThan(0);
    const entered = await coordinator.post(`/api/intake/${row?.messageId}/request`, form);
    expect(entered.status).toBe(201);
    const { caseId } = entered.body as PortalAnswer;
    const view = (await nurse.get(`/api/cases/${caseId}`)).body as {
      state: { facts: { key: string }[]; request: { channel: string } };
    };
    expect(view.state.request.channel).toBe('pas');
    expect(view.state.facts.map((f) => f.key)).toContain('vital.oxygenSaturation');
  });

  test('may be put aside, with a reason and once; it stays on the list', async () => {
    await senderOf(app, tokens.plan).submit('nothing');
    const [row] = await list();
    const dismiss = (reason: string) => coordinator.post(`/api/intake/${row?.messageId}/dismiss`, { reason });
    expect((await dismiss(' ')).status).toBe(400);
    expect((await dismiss('A test of the sender, said their desk.')).status).toBe(204);
    expect((await dismiss('again')).body).toMatchObject({ code: 'arrivalSettled' });
    expect((await coordinator.post(`/api/intake/${row?.messageId}/request`, form)).status).toBe(409);
    expect((await list())[0]).toMatchObject({
      state: 'dismissed',
      settled: { reason: 'A test of the sender, said their desk.' },
    });
  });
});

describe('a request taken by phone', () => {
  test('is a case of that channel, received when the call was', async () => {
    const sent = await coordinator.post('/api/requests', {
      ...form,
      channel: 'phone',
      receivedAt: '2026-11-20T15:10:00.000Z',
    });
    expect(sent.status).toBe(201);
    expect((await list())[0]).toMatchObject({
      channel: 'phone',
      receivedAt: '2026-11-20T15:10:00.000Z',
      state: 'incomplete',
      missing: ['Ask for what was not sent: order, oximetry or blood gas'],
    });
  });
});
