import { roles } from '@openum/domain/actor/actor.ts';
import { homeOxygenBundle, lumbarMriBundle } from '@openum/testkit/fhir/bundles.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});
afterEach(() => app.close());

const as = async (name: string, organization = 'plan'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

/** A request that a person must read: one saturation point over what the criteria ask. */
const pendedCase = async (): Promise<string> => {
  const { status } = await senderOf(app, tokens.plan).submit(homeOxygenBundle({ spo2: 89 }));
  expect(status).toBe(200);
  const { rows } = await world.store.workList.page(plan, {}, undefined, 10);
  return rows[0]!.caseId;
};
const versionOf = async (caseId: string): Promise<number> => (await world.store.cases.events(plan, caseId)).length;
const view = async (who: Caller, caseId: string): Promise<CaseView> =>
  (await who.get(`/api/cases/${caseId}`)).body as CaseView;

const refer = {
  type: 'CompleteReview',
  outcome: 'refer',
  itemSequences: [1],
  summary: 'Saturation of 89 percent at rest without the further findings that the criteria ask for.',
};
const denial = {
  outcome: 'denied',
  itemSequence: 1,
  reasonClass: 'medicalNecessity',
  reasonCodes: ['0F'],
  rationale:
    'Saturation was 89 percent at rest on room air. Leg swelling, pulmonary hypertension and a hematocrit over 56 are not documented in the clinic note.',
  memberRationale:
    'Your doctor asked for oxygen at home. Your oxygen level was 89 percent. The rules ask for 88 percent or less, or other signs that are not in your record.',
  alternatives: 'Your doctor can send a new test, or send notes that show swelling in your legs.',
};
const determine = {
  type: 'DetermineItems',
  decisions: [denial],
  attestation: { noConflictOfInterest: true, reviewedRecord: true },
};

describe('reading a case', () => {
  test('shows what was asked, what the criteria say and what is due, and is written into the log of reads', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const c = await view(nurse, caseId);
    expect(c.state.request.member.family).toBe('Akerman');
    expect(c.state.request.requestingProvider.npi).toBe(clinicNpi);
    expect(c.timeline[0]?.type).toBe('RequestReceived');
    expect(c.receipts.length).toBeGreaterThan(0);
    expect(c.openedByMe).toEqual([]);
    const reads = await world.store.readLog.ofCase(plan, caseId, 10);
    expect(reads).toMatchObject([
      { what: 'case', purpose: 'utilizationReview', userId: uuidOf(`user/${plan.tenantId}/clinicalReviewer`) },
    ]);
  });

  test('of no known number is a 404 in a sentence, and of no number at all a 400 that names the field', async () => {
    const nurse = await as('clinicalReviewer');
    expect(await nurse.get(`/api/cases/${world.casework.environment.newId()}`)).toMatchObject({
      status: 404,
      body: { code: 'caseNotFound', message: 'There is no such case, or you may not see it.' },
    });
    expect(await nurse.get('/api/cases/17')).toMatchObject({ status: 400, body: { fields: [{ path: 'caseId' }] } });
  });
});

describe('acting on a case', () => {
  test('gives the new version', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { version } = (await view(nurse, caseId)).state;
    expect(await nurse.act(caseId, version, { type: 'Claim' })).toMatchObject({
      status: 200,
      body: { caseId, version: version + 1 },
    });
    expect((await view(nurse, caseId)).state.assignee?.name).toBe('clinicalReviewer of Prairie Health Plan');
  });

  test('on an older version is refused with what others did meanwhile', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { version } = (await view(nurse, caseId)).state;
    await nurse.act(caseId, version, { type: 'Claim' });
    const late = await (await as('umCoordinator')).act(caseId, version, { type: 'Claim' });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'staleVersion',
      version: version + 1,
      since: [{ type: 'Assigned', by: 'clinicalReviewer of Prairie Health Plan', summary: 'Assigned' }],
    });
  });

  test('twice with the same commandId does it once', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { version } = (await view(nurse, caseId)).state;
    const claim = () => nurse.act(caseId, version, { type: 'Claim' });
    expect([(await claim()).status, (await claim()).status]).toEqual([200, 200]);
    const note = () => nurse.act(caseId, version + 1, { type: 'AddNote', text: 'Called the clinic.' });
    expect([(await note()).status, (await note()).status]).toEqual([200, 200]);
    const after = await view(nurse, caseId);
    expect(after.state.version).toBe(version + 2);
    expect(after.timeline.filter((e) => e.type === 'NoteAdded')).toHaveLength(1);
  });

  test('that the rules refuse is a 422 with a code and a sentence, and changes nothing', async () => {
    const caseId = await pendedCase();
    const physician = await as('medicalDirector');
    const { version } = (await view(physician, caseId)).state;
    const { status, body } = await physician.act(caseId, version, determine);
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'evidenceNotOpened',
      message: expect.stringMatching(/^Open these before you decide/),
    });
    expect((await view(physician, caseId)).state.version).toBe(version);
  });

  test('with a malformed body is a 400 that names each field by its path', async () => {
    const caseId = await pendedCase();
    const { status, body } = await (await as('medicalDirector')).act(caseId, 1, {
      ...determine,
      decisions: [{ ...denial, reasonClass: 'becauseISaySo', rationale: undefined }],
    });
    expect(status).toBe(400);
    const { code, fields } = body as { code: string; fields: { path: string }[] };
    expect(code).toBe('invalidBody');
    expect(fields.map((f) => f.path)).toEqual(['command.decisions.0.reasonClass', 'command.decisions.0.rationale']);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"commandId":'],
    ['JSON that is no object', '[]'],
  ])('with %s as its body is a 400', async (_, text) => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { status, body } = await nurse.post(`/api/cases/${caseId}/commands`, text, {
      'content-type': 'application/json',
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'invalidBody', message: expect.stringMatching(/\w+ .*\.?$/) });
  });
});

describe('what a role may not do', () => {
  const mayDetermine = ['medicalDirector'];
  const mayRefer = ['clinicalReviewer', 'concurrentReviewNurse'];

  test.each(roles.filter((r) => !mayDetermine.includes(r)))(
    '%s may not determine: 403 and a sentence',
    async (role) => {
      const caseId = await pendedCase();
      const { status, body } = await (await as(role)).act(caseId, await versionOf(caseId), determine);
      expect(status).toBe(403);
      expect(body).toMatchObject({ code: 'roleMissing', message: 'This needs one of these roles: medicalDirector.' });
    },
  );

  test.each(roles.filter((r) => !mayRefer.includes(r)))('%s may not complete the clinical review', async (role) => {
    const caseId = await pendedCase();
    const { status, body } = await (await as(role)).act(caseId, await versionOf(caseId), refer);
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'roleMissing', message: expect.stringContaining('clinicalReviewer') });
  });
});

describe('the way to a denial', () => {
  const referred = async (): Promise<{ caseId: string; physician: Caller }> => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { version } = (await view(nurse, caseId)).state;
    await nurse.act(caseId, version, { type: 'Claim' });
    expect((await nurse.act(caseId, version + 1, refer)).status).toBe(200);
    const physician = await as('medicalDirector');
    for (const d of (await view(physician, caseId)).state.documents)
      expect((await physician.get(`/api/cases/${caseId}/documents/${d.documentId}`)).status).toBe(200);
    return { caseId, physician };
  };

  test('a physician who opened everything previews the letters, denies, and leaves work for the notices', async () => {
    const { caseId, physician } = await referred();
    const before = await view(physician, caseId);
    expect(before.openedByMe.toSorted()).toEqual(before.state.documents.map((d) => d.documentId).toSorted());

    const preview = await physician.post(`/api/cases/${caseId}/notice-preview`, { decisions: [denial] });
    expect(preview.status).toBe(200);
    const { letters } = preview.body as { letters: { audience: string; kind: string; html: string }[] };
    expect(letters.map((l) => [l.audience, l.kind])).toEqual([
      ['member', 'adverseDetermination'],
      ['provider', 'adverseDetermination'],
    ]);
    for (const l of letters) expect(l.html).toContain('240.2');
    expect((await view(physician, caseId)).state.version).toBe(before.state.version);

    expect((await physician.act(caseId, before.state.version, determine)).status).toBe(200);
    const after = await view(physician, caseId);
    expect(after.state.items[0]?.determination).toMatchObject({ outcome: 'denied', by: { role: 'medicalDirector' } });
    const due = await world.store.outbox.take(world.casework.environment.now(), 10, 60);
    expect(due.map((o) => [o.topic, o.caseId])).toContainEqual(['notices.due', caseId]);
  });

  test('a preview says what still lacks instead of failing', async () => {
    const { caseId, physician } = await referred();
    const { status, body } = await physician.post(`/api/cases/${caseId}/notice-preview`, {
      decisions: [{ ...denial, rationale: 'not medically necessary' }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ letters: [], problems: [{ message: expect.stringContaining('rationale') }] });
  });

  test('a physician who does not say that there is no conflict of interest is refused with a sentence', async () => {
    const { caseId } = await referred();
    const second = await as('secondPhysician');
    const { status, body } = await second.act(caseId, await versionOf(caseId), {
      ...determine,
      attestation: { noConflictOfInterest: false, reviewedRecord: true },
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'attestationMissing', message: expect.stringMatching(/^Confirm that/) });
  });
});

describe('documents', () => {
  const upload = (who: Caller, caseId: string, bytes: Buffer, type: string, title = 'Sleep study') =>
    who.post(`/api/cases/${caseId}/documents?title=${encodeURIComponent(title)}`, bytes, { 'content-type': type });

  test.each([
    ['text/html', '<script>alert(1)</script>'],
    ['image/svg+xml', '<svg onload="alert(1)"/>'],
    ['application/x-msdownload', 'MZ'],
    ['text/plainly-not', 'x'],
  ])('of type %s are handed over as a file that no browser runs', async (type, content) => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { status, body } = await upload(nurse, caseId, Buffer.from(content), type, 'a"b\r\nc/../d.html');
    expect(status).toBe(201);
    const { documentId } = body as { documentId: string };
    const file = await nurse.get(`/api/cases/${caseId}/documents/${documentId}`);
    expect(file.text).toBe(content);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="a_b_c_.._d.html"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(file.headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each(['text/xml', 'application/xml; charset=utf-8'])('of type %s are shown as text', async (type) => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const content = '<?xml-stylesheet href="x.xsl"?><ClinicalDocument/>';
    const { body } = await upload(nurse, caseId, Buffer.from(content), type);
    const { documentId } = body as { documentId: string };
    const file = await nurse.get(`/api/cases/${caseId}/documents/${documentId}`);
    expect(file.text).toBe(content);
    expect(file.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  test('of a type that can be shown are shown, still under their own policy', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { body } = await upload(nurse, caseId, Buffer.from('%PDF-1.7'), 'application/pdf');
    const { documentId } = body as { documentId: string };
    const file = await nurse.get(`/api/cases/${caseId}/documents/${documentId}`);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toBe('inline; filename="Sleep_study"');
    expect(file.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await view(nurse, caseId)).openedByMe).toEqual([documentId]);
  });

  test.each([
    ['no bytes', Buffer.alloc(0)],
    ['no body', ''],
  ])('with %s are refused by name of the field', async (_, bytes) => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { status, body } = await nurse.post(`/api/cases/${caseId}/documents?title=x`, bytes, {
      'content-type': 'application/pdf',
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'fieldInvalid', message: 'Field document: the file is empty.' });
  });

  test('without a title are refused by name of the field', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { status, body } = await upload(nurse, caseId, Buffer.from('x'), 'application/pdf', ' ');
    expect(status).toBe(400);
    expect(body).toMatchObject({ fields: [{ path: 'title' }] });
  });

  test('larger than the limit are refused before they are kept', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    const { status, body } = await upload(nurse, caseId, Buffer.alloc(50 * 1024 * 1024 + 1), 'application/pdf');
    expect(status).toBe(413);
    expect(body).toEqual({ code: 'invalidBody', message: 'The request is too large.' });
    expect((await view(nurse, caseId)).state.documents).toHaveLength(2);
  });

  test('with the same bytes twice are one document', async () => {
    const caseId = await pendedCase();
    const nurse = await as('clinicalReviewer');
    expect((await upload(nurse, caseId, Buffer.from('same'), 'text/plain')).status).toBe(201);
    const again = await upload(nurse, caseId, Buffer.from('same'), 'text/plain');
    expect(again).toMatchObject({
      status: 422,
      body: { message: 'Field document: this file is already in the case.' },
    });
  });

  test('may not be added by a role that does not work on cases', async () => {
    const caseId = await pendedCase();
    const { status, body } = await upload(await as('biller'), caseId, Buffer.from('x'), 'text/plain');
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: 'roleMissing' });
  });
});

describe('people of another tenant', () => {
  test('get a 404 for everything of a case, as if it were not there', async () => {
    await senderOf(app, tokens.plan).submit(lumbarMriBundle());
    const caseId = await pendedCase();
    const mine = await view(await as('clinicalReviewer'), caseId);
    const documentId = mine.state.documents[0]!.documentId;
    const stranger = await as('medicalDirector', 'other');
    const at = `/api/cases/${caseId}`;
    const replies = await Promise.all([
      stranger.get(at),
      stranger.get(`${at}/documents/${documentId}`),
      stranger.get(`${at}/notices/${caseId}/pdf`),
      stranger.get(`${at}/notices/${caseId}/html`),
      stranger.act(caseId, mine.state.version, { type: 'Claim' }),
      stranger.act(caseId, mine.state.version, { type: 'AddNote', text: 'x' }),
      stranger.post(`${at}/notice-preview`, { decisions: [denial] }),
      stranger.post(`${at}/documents?title=x`, Buffer.from('x'), { 'content-type': 'text/plain' }),
    ]);
    expect(replies.map((r) => r.status)).toEqual(replies.map(() => 404));
    for (const r of replies) expect(r.body).toMatchObject({ message: expect.stringMatching(/^There is no such/) });
    expect((await stranger.get('/api/cases')).body).toEqual({ rows: [] });
    expect((await view(await as('clinicalReviewer'), caseId)).state.version).toBe(mine.state.version);
  });
});
