import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { PortalAnswer, PortalRequest } from '../contract/request.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let nurse: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  nurse = callerOf(app, await world.sessionOf('clinicalReviewer@plan.example'));
});
afterEach(() => app.close());

const file = (title: string, text = title) => ({
  title,
  contentType: 'text/plain',
  base64: Buffer.from(text).toString('base64'),
});
const form: PortalRequest = {
  submissionId: '0190d000-0000-7000-8000-00000000000a',
  memberId: uuidOf('member/PHP1000001'),
  requestingProviderNpi: clinicNpi,
  urgency: 'standard',
  setting: 'home',
  diagnoses: ['J44.9'],
  items: [
    {
      system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
      code: 'E1390',
      start: '2026-12-01',
      end: '2027-02-28',
    },
  ],
  rationale: 'Saturation of 89 percent at rest.',
  documents: [file('Clinic note')],
};
const send = (more: object = {}) => nurse.post('/api/requests', { ...form, ...more });
const cases = async (): Promise<number> => (await world.store.workList.page(plan, {}, undefined, 50)).rows.length;

describe('a request by the portal form', () => {
  test('makes a case with a number, a due moment and its files', async () => {
    const { status, body } = await send();
    expect(status).toBe(201);
    const answer = body as PortalAnswer;
    expect(answer).toMatchObject({
      caseNumber: expect.stringMatching(/^UM-/),
      items: [{ itemSequence: 1, status: 'pended' }],
    });
    expect(answer.nextDueAt).toMatch(/^2026-1/);
    const { body: c } = await nurse.get(`/api/cases/${answer.caseId}`);
    expect(c).toMatchObject({
      state: {
        request: { channel: 'portal' },
        documents: [{ title: 'Original request (portal form)' }, { title: 'Clinic note' }],
      },
    });
  });

  test('sent twice makes one case and gets the same answer', async () => {
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect(await cases()).toBe(1);
  });

  test('sent twice at once makes one case', async () => {
    const replies = await Promise.all([send(), send(), send()]);
    expect(replies.map((r) => r.status).toSorted()).toEqual([200, 200, 201]);
    expect(await cases()).toBe(1);
  });

  test('with the number of an earlier form and other content is a conflict', async () => {
    await send();
    const { status, body } = await send({ rationale: 'Something else.' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'caseExists', message: expect.stringContaining('Start a new request') });
    expect(await cases()).toBe(1);
  });

  test.each([
    ['an unknown member', { memberId: 'nobody' }, 'memberId'],
    ['a provider who is not on file', { requestingProviderNpi: '1999999984' }, 'requestingProviderNpi'],
    ['a servicing provider who is not on file', { servicingProviderNpi: '1999999984' }, 'servicingProviderNpi'],
    ['an expedited review without its ground', { urgency: 'expedited', urgencyAttested: true }, 'urgencyBasis'],
    ['an expedited review without attestation', { urgency: 'expedited', urgencyBasis: 'Hypoxia' }, 'urgencyBasis'],
    ['a service that ends before it starts', { items: [{ ...form.items[0], end: '2026-11-01' }] }, 'items.0.end'],
    ['a service before the coverage', { items: [{ ...form.items[0], start: '2020-01-01' }] }, 'items.0.start'],
  ])('with %s is refused by name of the field, and no case is made', async (_, more, path) => {
    const { status, body } = await send(more);
    expect(status).toBe(422);
    expect(body).toMatchObject({ fields: [{ path, message: expect.stringMatching(/\w+ \w+/) }] });
    expect(await cases()).toBe(0);
  });

  test.each([
    ['an NPI of nine digits', { requestingProviderNpi: '123456789' }, 'requestingProviderNpi'],
    ['no service', { items: [] }, 'items'],
    ['no diagnosis', { diagnoses: [] }, 'diagnoses'],
    ['a diagnosis that is no code', { diagnoses: ['COPD'] }, 'diagnoses.0'],
    ['a day that is no day', { items: [{ ...form.items[0], start: '2026-02-30' }] }, 'items.0.start'],
    ['a hundred documents', { documents: Array.from({ length: 100 }, (_, i) => file(`Page ${i}`)) }, 'documents'],
    ['a document that is empty', { documents: [{ ...file('Empty'), base64: '' }] }, 'documents.0.base64'],
    ['a document that is not base64', { documents: [{ ...file('Bad'), base64: '%%%%' }] }, 'documents.0.base64'],
    ['a number of submission that is none', { submissionId: '1' }, 'submissionId'],
  ])('with %s is a 400 that names the field', async (_, more, path) => {
    const { status, body } = await send(more);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalidBody', fields: [{ path }] });
  });

  test('by people of another plan cannot name a member of this one', async () => {
    const stranger = callerOf(app, await world.sessionOf('clinicalReviewer@other.example'));
    const { status } = await stranger.post('/api/requests', form);
    // The same person is a member of both plans, each with a record of its own.
    expect(status).toBe(201);
    expect(await cases()).toBe(0);
  });
});

describe('searching', () => {
  test('for members needs letters, finds by the start of the name, and is written into the log of reads', async () => {
    expect((await nurse.get('/api/members?text=aker')).body).toMatchObject([
      { name: 'Akerman, Rosalind', memberNumber: 'PHP1000001' },
    ]);
    expect(await nurse.get('/api/members?text=%20')).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'text' }] },
    });
  });

  test('for services finds by code and by words, with what their criteria ask', async () => {
    const { body } = await nurse.get('/api/services?text=E1390');
    expect(body).toMatchObject([{ code: 'E1390', authorizationRequired: true }]);
    expect((body as { asks: unknown[] }[])[0]?.asks.length).toBeGreaterThan(3);
  });

  test('for people finds those of the own organization who are still there', async () => {
    const { body } = await nurse.get('/api/users?role=clinicalReviewer');
    expect((body as { name: string }[]).map((u) => u.name)).toEqual(['clinicalReviewer of Prairie Health Plan']);
  });
});
