import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { otherPlan, plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { ContactsView, LettersView } from '../contract/delivery.ts';
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

/** A request that the criteria approve, with its letters written. */
const approvedCase = async (): Promise<string> => {
  await senderOf(app, tokens.plan).submit(homeOxygenBundle());
  const caseId = (await world.store.cases.caseIds(plan, undefined, 1))[0]!;
  await issueNotices(world.casework, plan, caseId);
  return caseId;
};
const view = async (who: Caller, caseId: string): Promise<CaseView> =>
  (await who.get(`/api/cases/${caseId}`)).body as CaseView;
const board = async (who: Caller): Promise<LettersView> => (await who.get('/api/letters')).body as LettersView;

describe('the print batch', () => {
  test('takes the letters that wait, is one PDF, and ends with the carrier', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const { waiting } = await board(who);
    expect(waiting).toMatchObject([{ caseId, audience: 'member', status: 'toPrint' }]);
    const letters = waiting.map((l) => ({ caseId: l.caseId, noticeId: l.noticeId }));
    const made = await who.post('/api/letters/batches', { letters });
    expect(made.status).toBe(201);
    const { batchId } = made.body as { batchId: string };
    const pdf = await who.get(`/api/letters/batches/${batchId}/pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.text]).toEqual([
      200,
      'application/pdf',
      expect.stringContaining('Rosalind Akerman'),
    ]);
    expect((await world.store.readLog.ofCase(plan, caseId, 9)).map((r) => r.what)).toContain('notice');
    expect((await board(who)).waiting).toMatchObject([{ status: 'printed' }]);

    world.pass({ hours: 2 });
    const mailedAt = '2026-11-20T17:00:00Z';
    const mailed = await who.post(`/api/letters/batches/${batchId}/mailed`, { carrier: 'USPS', mailedAt });
    expect(mailed.body).toEqual({ letters: 1 });
    expect(await board(who)).toMatchObject({ waiting: [], batches: [{ batchId, carrier: 'USPS' }] });
    expect((await who.post(`/api/letters/batches/${batchId}/mailed`, { carrier: 'UPS', mailedAt })).status).toBe(422);
  });

  test('is out of reach of other roles and other plans', async () => {
    const caseId = await approvedCase();
    const { waiting } = await board(await as('umCoordinator'));
    const letters = waiting.map((l) => ({ caseId, noticeId: l.noticeId }));
    expect((await (await as('caseManagementCoordinator')).post('/api/letters/batches', { letters })).status).toBe(403);
    const other = await as('clinicalReviewer', 'other');
    expect(await board(other)).toMatchObject({ waiting: [], batches: [] });
    expect((await other.post('/api/letters/batches', { letters })).status).toBe(404);
    expect((await other.get(`/api/cases/${caseId}/contacts`)).status).toBe(404);
    expect(otherPlan.tenantId).not.toBe(plan.tenantId);
  });
});

describe('how letters go', () => {
  test('is set by an administrator, and members have no portal', async () => {
    const settings = { channels: { member: 'print', provider: 'print' }, followMail: true, attachToMail: false };
    const admin = await as('administrator');
    expect((await admin.post('/api/letters/settings', settings)).status).toBe(204);
    expect((await board(admin)).settings).toMatchObject(settings);
    expect((await (await as('clinicalReviewer')).post('/api/letters/settings', settings)).status).toBe(403);
    const portal = { ...settings, channels: { member: 'portal', provider: 'portal' } };
    expect((await admin.post('/api/letters/settings', portal)).status).toBe(422);
  });

  test('of one reader is kept with the reader, not with the case', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const at = `/api/cases/${caseId}/contacts`;
    expect((await who.post(`${at}/member`, { channel: 'email' })).body).toMatchObject({ code: 'fieldMissing' });
    expect((await who.post(`${at}/member`, { email: 'ana at home' })).status).toBe(400);
    expect((await who.post(`${at}/member`, { format: 'largePrint', email: '' })).status).toBe(204);
    const { member, sending } = (await who.get(at)).body as ContactsView;
    expect(member).toMatchObject({ preference: { format: 'largePrint' }, way: { channel: 'print' } });
    expect(sending).toEqual({ mail: false, fax: false });
  });
});

describe('a letter once more', () => {
  const reissue = (who: Caller, caseId: string, noticeId: string, body: object) =>
    who.post(`/api/cases/${caseId}/notices/${noticeId}/reissue`, body);

  test('names the former one, goes to the right address, and leaves the former as it was', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const former = (await view(who, caseId)).state.notices[0]!;
    const before = await who.get(`/api/cases/${caseId}/notices/${former.noticeId}/html`);
    world.pass({ hours: 48 });
    const fresh = await as('umCoordinator');
    const addressee = ['Rosalind Akerman', '9 New Street', 'Peoria, IL 61603'];
    const made = await reissue(fresh, caseId, former.noticeId, {
      because: 'addressCorrected',
      explanation: 'The member called.',
      addressee,
    });
    expect(made.status).toBe(201);
    const { noticeId } = made.body as { noticeId: string };
    const html = (await fresh.get(`/api/cases/${caseId}/notices/${noticeId}/html`)).text;
    const letter = JSON.parse(html.replace(/^<pre>|<\/pre>$/g, '')) as NoticeDocument;
    expect(letter.addressee).toEqual(addressee);
    expect(letter.date).toBe('2026-11-22');
    expect(JSON.stringify(letter.sections[0])).toContain('our letter of November 20, 2026');
    expect((await fresh.get(`/api/cases/${caseId}/notices/${former.noticeId}/html`)).text).toBe(before.text);
    expect((await board(fresh)).waiting.map((l) => l.noticeId)).toEqual([noticeId]);
    const again = await reissue(fresh, caseId, former.noticeId, { because: 'lostInMail', explanation: 'x' });
    expect(again.body).toMatchObject({ code: 'deliveryOutOfOrder' });
  });

  test('in large print is set in large print; in a language without a text it is refused', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const { noticeId } = (await view(who, caseId)).state.notices[0]!;
    const spanish = { because: 'languageChanged', explanation: 'Asked for it.', language: 'xx' };
    expect((await reissue(who, caseId, noticeId, spanish)).body).toMatchObject({
      code: 'fieldInvalid',
      facts: { field: 'language' },
    });
    const large = { because: 'formatChanged', explanation: 'Asked for it.', format: 'largePrint' };
    expect((await reissue(who, caseId, noticeId, large)).status).toBe(201);
    expect((await view(who, caseId)).state.notices.at(-1)).toMatchObject({ format: 'largePrint' });
  });

  test('needs what was wrong, and a person of the desk', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const { noticeId } = (await view(who, caseId)).state.notices[0]!;
    const body = { because: 'addressCorrected', explanation: 'New address.' };
    expect((await reissue(who, caseId, noticeId, body)).body).toMatchObject({ facts: { field: 'addressee' } });
    const lost = { because: 'lostInMail', explanation: 'Never came.' };
    expect((await reissue(await as('qualityManager'), caseId, noticeId, lost)).status).toBe(403);
  });
});

describe('what became of a letter', () => {
  test('is said on the case, and read in its state', async () => {
    const caseId = await approvedCase();
    const who = await as('umCoordinator');
    const { state } = await view(who, caseId);
    const [letter] = state.notices;
    const report = (kind: object) => ({ type: 'ReportDelivery', noticeIds: [letter!.noticeId], report: kind });
    const mailed = { kind: 'mailed', carrier: 'USPS', mailedAt: '2026-11-20T16:00:00Z' };
    expect((await who.act(caseId, state.version, report(mailed))).status).toBe(200);
    const early = await who.act(caseId, state.version + 1, report({ ...mailed, mailedAt: 'yesterday' }));
    expect(early.status).toBe(400);
    const back = report({ kind: 'returned', reason: 'Moved, left no address' });
    expect((await who.act(caseId, state.version + 1, back)).status).toBe(200);
    expect((await board(who)).returned).toMatchObject([{ caseId, note: 'Moved, left no address' }]);
  });

  test('a spoken notice is on record; without a rule it stops no clock', async () => {
    const caseId = await approvedCase();
    const who = await as('clinicalReviewer');
    const { state } = await view(who, caseId);
    const spoken = {
      type: 'GiveOralNotice',
      itemSequences: [1],
      audience: 'member',
      spokenTo: 'Rosalind Akerman',
      number: '309-555-0188',
      givenAt: '2026-11-20T16:00:00Z',
    };
    expect((await who.act(caseId, state.version, spoken)).status).toBe(200);
    const [oral] = (await view(who, caseId)).state.oralNotices;
    expect(oral).toMatchObject({ spokenTo: 'Rosalind Akerman' });
    expect(oral).not.toHaveProperty('rule');
  });
});
