import { issueNotices } from '@openum/casework/notice/issue.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi, doctorNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { otherPlan, plan } from '@openum/testkit/http/people.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { OwnRequest, OwnRequests } from '../contract/portal.ts';
import type { MemberHit, PortalAnswer, PortalRequest } from '../contract/request.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = await as('utilizationReviewStaff', 'lakeside');
});
afterEach(() => app.close());

const as = async (name: string, organization: string): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

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
  documents: [{ title: 'Clinic note', contentType: 'text/plain', base64: Buffer.from('note').toString('base64') }],
};
const portal = '/api/portal';
const send = async (who: Caller = staff, more: object = {}): Promise<string> => {
  const { status, body } = await who.post(`${portal}/requests`, { ...form, ...more });
  expect(status).toBe(201);
  return (body as PortalAnswer).caseId;
};
const own = async (caseId: string, who = staff): Promise<OwnRequest> =>
  (await who.get(`${portal}/requests/${caseId}`)).body as OwnRequest;
const list = async (who: Caller, query = ''): Promise<OwnRequests> =>
  (await who.get(`${portal}/requests${query}`)).body as OwnRequests;

const atDesk = async (name: string, caseId: string, command: object): Promise<void> => {
  const person = await as(name, 'plan');
  const { version } = ((await person.get(`/api/cases/${caseId}`)).body as CaseView).state;
  const { status, body } = await person.act(caseId, version, command);
  expect([status, body]).toMatchObject([200, {}]);
};
const ask = (caseId: string) =>
  atDesk('clinicalReviewer', caseId, {
    type: 'RequestInformation',
    items: [{ text: 'Send the hematocrit and the findings on leg swelling.', itemSequence: 1, leafPath: '0.1' }],
    message: 'One test is missing.',
    dueAt: '2026-11-23T16:00:00Z',
  });
const approve = (caseId: string) =>
  atDesk('clinicalReviewer', caseId, {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Working note of the nurse.',
    items: [
      {
        itemSequence: 1,
        authorized: {
          service: { system: form.items[0]!.system, code: 'E1390' },
          period: { start: '2026-12-01', end: '2027-02-28' },
        },
      },
    ],
  });
const commandId = (name: string) => uuidOf(`command/${name}`);
const upload = (who: Caller, caseId: string, bytes: Buffer, type = 'application/pdf', title = 'Lab report') =>
  who.post(`${portal}/requests/${caseId}/documents?title=${encodeURIComponent(title)}`, bytes, {
    'content-type': type,
  });

describe('who may come in', () => {
  const paths = ['/requests', '/requesting-providers', '/providers?text=lake', '/member?number=1&birthDate=1951-03-09'];

  test.each(['clinicalReviewer', 'medicalDirector', 'utilizationReviewStaff', 'administrator'])(
    'nobody of a plan, whatever the role: %s',
    async (role) => {
      const person = await as(role, 'plan');
      for (const path of [...paths, '/plans', `/requests/${uuidOf('any')}`])
        expect(await person.get(`${portal}${path}`)).toMatchObject({
          status: 403,
          body: { code: 'portalClosed', message: expect.stringContaining('people of a practice') },
        });
    },
  );

  test('nobody who is not signed in', async () => {
    for (const path of paths) expect((await callerOf(app).get(`${portal}${path}`)).status).toBe(401);
  });

  test('no practice that the plan has not let in; it learns that there is no plan for it yet', async () => {
    const stranger = await as('utilizationReviewStaff', 'newcomer');
    expect((await stranger.get(`${portal}/plans`)).body).toEqual([]);
    for (const path of paths)
      expect(await stranger.get(`${portal}${path}`)).toMatchObject({ status: 403, body: { code: 'portalClosed' } });
    expect((await stranger.post(`${portal}/requests`, form)).status).toBe(403);
  });

  test('no administrator of a practice: keeping accounts is no ground to read requests', async () => {
    const admin = await as('administrator', 'lakeside');
    expect(await admin.get(`${portal}/requests`)).toMatchObject({ status: 403, body: { code: 'roleMissing' } });
  });

  test.each(['utilizationReviewStaff', 'treatingClinician', 'frontDesk'])('%s sends and reads', async (role) => {
    const caseId = await send(await as(role, 'lakeside'));
    expect((await own(caseId, await as(role, 'lakeside'))).caseNumber).toMatch(/^UM-/);
  });

  test.each(['practiceOwner', 'biller'])('%s reads, and may not send, answer, add or take back', async (role) => {
    const caseId = await send();
    await ask(caseId);
    const reader = await as(role, 'lakeside');
    const request = await own(caseId, reader);
    expect(request.caseId).toBe(caseId);
    expect(Object.keys(request.closed).toSorted()).toEqual(['answer', 'attach', 'withdraw']);
    const requestId = request.informationRequests[0]!.requestId;
    const at = `${portal}/requests/${caseId}`;
    const replies = [
      await reader.post(`${portal}/requests`, { ...form, submissionId: uuidOf('another form') }),
      await reader.post(`${at}/information`, { commandId: commandId('a'), requestId, summary: 'x' }),
      await reader.post(`${at}/withdraw`, { commandId: commandId('b'), reason: 'x' }),
      await upload(reader, caseId, Buffer.from('x')),
    ];
    expect(replies.map((r) => [r.status, (r.body as { code: string }).code])).toEqual(
      replies.map(() => [403, 'roleMissing']),
    );
  });

  test('a practice still finds nothing of the plan at the desk', async () => {
    const caseId = await send();
    expect((await staff.get('/api/cases')).body).toEqual({ rows: [] });
    expect((await staff.get(`/api/cases/${caseId}`)).status).toBe(404);
    expect((await staff.get('/api/members?text=aker')).body).toEqual([]);
  });
});

describe('finding a member', () => {
  const find = (number: string, birthDate: string, who = staff) =>
    who.get(`${portal}/member?number=${encodeURIComponent(number)}&birthDate=${birthDate}`);

  test('takes the exact number and the birth date', async () => {
    const { status, body } = await find('PHP1000001', '1951-03-09');
    expect(status).toBe(200);
    expect(body as MemberHit).toMatchObject({ memberId: form.memberId, name: 'Akerman, Rosalind' });
  });

  test.each([
    ['a start of the number', 'PHP100000', '1951-03-09'],
    ['a pattern', 'PHP100000%', '1951-03-09'],
    ['a name', 'Akerman', '1951-03-09'],
    ['the birth date of another member', 'PHP1000001', '1968-07-21'],
    ['a number that nobody has', 'PHP9999999', '1951-03-09'],
  ])('with %s finds nobody, and says the same each time', async (_, number, birthDate) => {
    expect(await find(number, birthDate)).toMatchObject({
      status: 404,
      body: {
        code: 'notFound',
        message: 'No member of this plan has this number together with this birth date.',
      },
    });
  });

  test('without a birth date is a 400 that names the field', async () => {
    expect(await staff.get(`${portal}/member?number=PHP1000001`)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'birthDate' }] },
    });
  });

  test('by trying birth dates is stopped after thirty tries a minute', async () => {
    const tries = Array.from({ length: 31 }, (_, i) => `1951-01-${String(1 + (i % 31)).padStart(2, '0')}`);
    const statuses: number[] = [];
    for (const day of tries) statuses.push((await find('PHP1000001', day)).status);
    expect(statuses.slice(0, 30).every((s) => s === 404)).toBe(true);
    expect(statuses[30]).toBe(429);
  });
});

describe('providers', () => {
  test('who may ask are those of the grant; the directory is the plan’s', async () => {
    expect((await staff.get(`${portal}/requesting-providers`)).body).toMatchObject([{ npi: clinicNpi }]);
    expect((await staff.get(`${portal}/providers?text=dr`)).body).toMatchObject([{ npi: doctorNpi }]);
  });

  test('a request in the name of a provider of somebody else is refused by name of the field', async () => {
    const { status, body } = await staff.post(`${portal}/requests`, { ...form, requestingProviderNpi: doctorNpi });
    expect(status).toBe(422);
    expect(body).toMatchObject({ fields: [{ path: 'requestingProviderNpi' }] });
    expect((await list(await as('frontDesk', 'hillside'))).rows).toEqual([]);
  });
});

describe('a request of a practice', () => {
  test('is a case of the plan, by the person, on behalf of the practice', async () => {
    const caseId = await send();
    const [received] = await world.store.cases.events(plan, caseId);
    expect(received).toMatchObject({
      type: 'RequestReceived',
      actor: { kind: 'person', name: 'utilizationReviewStaff of Lakeside', roles: ['utilizationReviewStaff'] },
      onBehalfOf: 'Lakeside',
    });
    expect(await world.store.cases.caseIds(lakeside, undefined, 9)).toEqual([]);
  });

  test('sent twice is one case with the same answer', async () => {
    const first = await staff.post(`${portal}/requests`, form);
    const second = await staff.post(`${portal}/requests`, form);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect((await list(staff)).rows).toHaveLength(1);
  });

  test('shows what was sent and when the plan must answer', async () => {
    const request = await own(await send());
    expect(request).toMatchObject({
      status: 'inReview',
      plan: { name: plan.name },
      member: { memberNumber: 'PHP1000001' },
      requestingProvider: { npi: clinicNpi },
      items: [{ code: 'E1390', status: 'pended' }],
      rationale: form.rationale,
      documents: [{ title: 'Clinic note', sentBy: 'utilizationReviewStaff of Lakeside' }],
      dueAt: expect.stringMatching(/^2026-1/),
      closed: { answer: expect.stringContaining('newly received') },
    });
  });

  test('that came by FHIR from the same provider is theirs too', async () => {
    await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
    const { rows } = await list(staff);
    expect(rows).toMatchObject([{ memberName: 'Akerman, Rosalind', status: 'inReview', outcomes: ['pended'] }]);
    expect((await own(rows[0]!.caseId)).items).toMatchObject([{ code: 'E1390' }]);
  });

  test('is read into the plan’s log with the person of the practice', async () => {
    const caseId = await send();
    await own(caseId);
    expect(await world.store.readLog.ofCase(plan, caseId, 9)).toMatchObject([
      { what: 'case', purpose: 'inquiry', userId: uuidOf(`user/${lakeside.tenantId}/utilizationReviewStaff`) },
    ]);
  });
});

describe('the list', () => {
  test('is newest first, in pages, and narrowed by status and text', async () => {
    const first = await send();
    world.pass({ minutes: 5 });
    const second = await send(staff, { submissionId: uuidOf('2'), memberId: uuidOf('member/PHP1000002') });
    await ask(first);
    expect((await list(staff)).rows.map((r) => r.caseId)).toEqual([second, first]);
    expect((await list(staff, '?status=informationNeeded')).rows).toMatchObject([
      { caseId: first, asked: { questions: 1, dueAt: '2026-11-23T16:00:00.000Z' } },
    ]);
    expect((await list(staff, '?text=brandv')).rows.map((r) => r.caseId)).toEqual([second]);
    const page = await list(staff, '?limit=1');
    expect(page.rows.map((r) => r.caseId)).toEqual([second]);
    expect((await list(staff, `?limit=1&after=${page.next}`)).rows.map((r) => r.caseId)).toEqual([first]);
  });

  test('refuses a place that no page gave out and a status that is none', async () => {
    expect(await staff.get(`${portal}/requests?after=17`)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'after' }] },
    });
    expect(await staff.get(`${portal}/requests?status=received`)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'status' }] },
    });
  });
});

describe('an information request', () => {
  test('is answered with files and text by the practice, once', async () => {
    const caseId = await send();
    await ask(caseId);
    const before = await own(caseId);
    expect(before).toMatchObject({
      status: 'informationNeeded',
      informationRequests: [
        {
          questions: [{ text: 'Send the hematocrit and the findings on leg swelling.' }],
          message: 'One test is missing.',
        },
      ],
    });
    expect(before.closed.answer).toBeUndefined();
    expect((await upload(staff, caseId, Buffer.from('%PDF-1.7'))).status).toBe(201);
    const { requestId } = before.informationRequests[0]!;
    const answer = () =>
      staff.post(`${portal}/requests/${caseId}/information`, {
        commandId: commandId('answer'),
        requestId,
        summary: 'Hematocrit 58, see the report.',
      });
    expect([(await answer()).status, (await answer()).status]).toEqual([200, 200]);
    const after = await own(caseId);
    expect(after).toMatchObject({
      status: 'inReview',
      informationRequests: [{ answer: 'Hematocrit 58, see the report.' }],
      documents: [{ title: 'Clinic note' }, { title: 'Lab report' }],
    });
    const events = await world.store.cases.events(plan, caseId);
    expect(events.filter((e) => e.type === 'InformationReceived')).toMatchObject([
      { onBehalfOf: 'Lakeside', actor: { name: 'utilizationReviewStaff of Lakeside' } },
    ]);
  });

  test('needs words, and is not there before the plan asks', async () => {
    const caseId = await send();
    const post = (summary: string) =>
      staff.post(`${portal}/requests/${caseId}/information`, {
        commandId: commandId(summary),
        requestId: 'r',
        summary,
      });
    expect(await post('x')).toMatchObject({ status: 409, body: { code: 'notAllowedInStatus' } });
    expect(await post('  ')).toMatchObject({ status: 400, body: { fields: [{ path: 'summary' }] } });
  });
});

describe('a file', () => {
  test('comes back to the practice as it was sent', async () => {
    const caseId = await send();
    const { body } = await upload(staff, caseId, Buffer.from('%PDF-1.7'));
    const { documentId } = body as { documentId: string };
    const file = await staff.get(`${portal}/requests/${caseId}/documents/${documentId}`);
    expect([file.status, file.text, file.headers['content-type']]).toEqual([200, '%PDF-1.7', 'application/pdf']);
    expect((await world.store.readLog.ofCase(plan, caseId, 9))[0]).toMatchObject({
      what: 'document',
      purpose: 'inquiry',
    });
  });

  test.each([
    ['of a type that is not taken', Buffer.from('x'), 'text/html', 422],
    ['without content', Buffer.alloc(0), 'application/pdf', 422],
    ['above ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1), 'application/pdf', 413],
  ])('%s is refused', async (_, bytes, type, status) => {
    const caseId = await send();
    expect((await upload(staff, caseId, bytes, type)).status).toBe(status);
    expect((await own(caseId)).documents).toHaveLength(1);
  });

  test('that the plan added is not shown and not given', async () => {
    const caseId = await send();
    const nurse = await as('clinicalReviewer', 'plan');
    const { body } = await nurse.post(`/api/cases/${caseId}/documents?title=Peer%20notes`, Buffer.from('secret'), {
      'content-type': 'text/plain',
    });
    const { documentId } = body as { documentId: string };
    expect((await own(caseId)).documents.map((d) => d.title)).toEqual(['Clinic note']);
    expect((await staff.get(`${portal}/requests/${caseId}/documents/${documentId}`)).status).toBe(404);
  });
});

describe('a decided request', () => {
  test('shows the authorization and the letter to the provider, and never the one to the member', async () => {
    const caseId = await send();
    await approve(caseId);
    await issueNotices(world.casework, { tenantId: plan.tenantId }, caseId);
    const request = await own(caseId);
    expect(request).toMatchObject({
      status: 'decided',
      items: [
        {
          status: 'approved',
          authorized: {
            authorizationNumber: expect.stringMatching(/^PA-/),
            period: { start: '2026-12-01', end: '2027-02-28' },
          },
        },
      ],
      letters: [{ kind: 'approval' }],
    });
    const at = `${portal}/requests/${caseId}/notices`;
    const [mine] = request.letters;
    const html = await staff.get(`${at}/${mine!.noticeId}/html`);
    expect([html.status, html.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await staff.get(`${at}/${mine!.noticeId}/pdf`)).headers['content-type']).toBe('application/pdf');
    const nurse = (await (await as('clinicalReviewer', 'plan')).get(`/api/cases/${caseId}`)).body as CaseView;
    const toMember = nurse.state.notices.find((n) => n.audience === 'member')!;
    expect((await staff.get(`${at}/${toMember.noticeId}/html`)).status).toBe(404);
    expect((await staff.get(`${at}/${toMember.noticeId}/pdf`)).status).toBe(404);
  });

  test('cannot be taken back any more', async () => {
    const caseId = await send();
    await approve(caseId);
    expect((await own(caseId)).closed.withdraw).toContain('determined');
    const body = { commandId: commandId('late'), reason: 'Not needed any more.' };
    expect(await staff.post(`${portal}/requests/${caseId}/withdraw`, body)).toMatchObject({
      status: 409,
      body: { code: 'notAllowedInStatus' },
    });
  });
});

test('an open request is taken back with a reason, which names the person and the practice', async () => {
  const caseId = await send();
  const body = { commandId: commandId('withdraw'), reason: 'The patient has moved.' };
  expect((await staff.post(`${portal}/requests/${caseId}/withdraw`, body)).status).toBe(200);
  expect((await own(caseId)).status).toBe('withdrawn');
  expect((await world.store.cases.events(plan, caseId)).at(-1)).toMatchObject({
    type: 'Withdrawn',
    data: { requestedBy: 'utilizationReviewStaff of Lakeside, Lakeside', reason: 'The patient has moved.' },
  });
});

describe('what is not theirs', () => {
  const everything = async (who: Caller, caseId: string, documentId: string, noticeId: string) => {
    const at = `${portal}/requests/${caseId}`;
    return [
      await who.get(at),
      await who.get(`${at}/documents/${documentId}`),
      await who.get(`${at}/notices/${noticeId}/html`),
      await who.get(`${at}/notices/${noticeId}/pdf`),
      await who.post(`${at}/information`, { commandId: commandId('x'), requestId: 'r', summary: 'x' }),
      await who.post(`${at}/withdraw`, { commandId: commandId('y'), reason: 'x' }),
      await upload(who, caseId, Buffer.from('x')),
    ];
  };

  test('is a 404 for another practice of the same plan, for every act, and changes nothing', async () => {
    const caseId = await send();
    await approve(caseId);
    await issueNotices(world.casework, { tenantId: plan.tenantId }, caseId);
    const { documents, letters } = await own(caseId);
    const before = (await world.store.cases.events(plan, caseId)).length;
    const stranger = await as('utilizationReviewStaff', 'hillside');
    const replies = await everything(stranger, caseId, documents[0]!.documentId, letters[0]!.noticeId);
    expect(replies.map((r) => r.status)).toEqual(replies.map(() => 404));
    expect((await list(stranger)).rows).toEqual([]);
    expect((await list(stranger, '?text=PHP1000001')).rows).toEqual([]);
    expect((await world.store.cases.events(plan, caseId)).length).toBe(before);
  });

  test('is a 404 under a guessed number, in the same words', async () => {
    const caseId = await send();
    const stranger = await as('utilizationReviewStaff', 'hillside');
    const guessed = await stranger.get(`${portal}/requests/${world.casework.environment.newId()}`);
    expect((await stranger.get(`${portal}/requests/${caseId}`)).body).toEqual(guessed.body);
    expect(guessed).toMatchObject({ status: 404, body: { code: 'caseNotFound' } });
  });

  test('stays so at a second plan that lets the practice in: each request is found at its own plan only', async () => {
    const atFirst = await send();
    const { identity } = world.casework;
    await identity.grantPortal({
      planTenantId: otherPlan.tenantId,
      practiceTenantId: lakeside.tenantId,
      npis: [doctorNpi],
    });
    expect(await staff.get(`${portal}/requests`)).toMatchObject({ status: 400, body: { fields: [{ path: 'plan' }] } });
    expect((await list(staff, `?plan=${plan.tenantId}`)).rows.map((r) => r.caseId)).toEqual([atFirst]);
    expect((await list(staff, `?plan=${otherPlan.tenantId}`)).rows).toEqual([]);
    expect((await own(atFirst)).plan.name).toBe(plan.name);
    expect((await staff.get(`${portal}/requests?plan=${uuidOf('no plan')}`)).status).toBe(403);
  });

  test('is what was theirs once the plan ends the access', async () => {
    const caseId = await send();
    await world.casework.identity.grantPortal({
      planTenantId: plan.tenantId,
      practiceTenantId: lakeside.tenantId,
      npis: [],
    });
    expect((await staff.get(`${portal}/requests/${caseId}`)).status).toBe(404);
    expect((await staff.get(`${portal}/requests`)).status).toBe(403);
  });
});
