import { issueNotices } from '@openum/casework/notice/issue.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { type OwnTemplate, versionStatus } from '@openum/domain/template/version.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Caller, callerOf, senderOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { TemplatePreviewAnswer, TemplatesView } from '../contract/template.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let admin: Caller;
let director: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  admin = await as('administrator');
  director = await as('umDirector');
});
afterEach(() => app.close());

const as = async (name: string, organization = 'plan'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const list = async (who: Caller): Promise<TemplatesView> => (await who.get('/api/templates')).body as TemplatesView;
const shipped = async (id: string): Promise<NoticeTemplate> => {
  const found = (await list(admin)).shipped.find((t) => t.id === id);
  if (!found) throw new Error(`no template ${id}`);
  return found;
};
const act = (who: Caller, sequence: number, what: object, id = 'approval-member') =>
  who.post(`/api/templates/${id}/acts`, { sequence, act: what });
const today = '2026-11-20';

/** The shipped approval letter with the plan's own title, written by the administrator. */
const drafted = async (title = 'Good news about your care') => {
  const template = { ...(await shipped('approval-member')), title };
  const { body } = await act(admin, 0, { type: 'DraftTemplate', template, note: 'Friendlier.' });
  return body as OwnTemplate;
};
const published = async () => {
  await drafted();
  await act(director, 1, { type: 'ApproveTemplate', version: '1' });
  return act(admin, 2, { type: 'PublishTemplate', version: '1', effectiveFrom: today });
};

const letterOf = async (index = 0): Promise<{ document: NoticeDocument; issued: object }> => {
  await senderOf(app, tokens.plan).submit(homeOxygenBundle());
  const caseId = (await world.store.cases.caseIds(plan, undefined, 1))[0]!;
  await issueNotices(world.casework, plan, caseId);
  const view = (await director.get(`/api/cases/${caseId}`)).body as { state: { notices: { noticeId: string }[] } };
  const issued = view.state.notices[index]!;
  const { text } = await director.get(`/api/cases/${caseId}/notices/${issued.noticeId}/html`);
  return { issued, document: JSON.parse(text.replace(/^<pre>|<\/pre>$/g, '')) as NoticeDocument };
};

describe("a plan's own template", () => {
  test('is written, approved by another person, published, and then the letters are made from it', async () => {
    const own = (await published()).body as OwnTemplate;
    expect(own.versions.map(versionStatus)).toEqual(['published']);
    const { document, issued } = await letterOf();
    expect(document).toMatchObject({ title: 'Good news about your care', templateVersion: '1' });
    expect(issued).toMatchObject({ templateId: 'approval-member', templateVersion: '1' });
    expect(issued).toHaveProperty('templateSha256', expect.stringMatching(/^[0-9a-f]{64}$/));
  });

  test('changes no letter before it is published', async () => {
    await drafted();
    expect((await letterOf()).document.title).not.toBe('Good news about your care');
  });

  test('is not approved by its writer, and not published without approval', async () => {
    await drafted();
    const own = await act(admin, 1, { type: 'ApproveTemplate', version: '1' });
    expect(own.body).toMatchObject({ code: 'secondPersonRequired' });
    const early = await act(admin, 1, { type: 'PublishTemplate', version: '1', effectiveFrom: today });
    expect(early.body).toMatchObject({ code: 'templateNotApproved' });
  });

  test('that lacks a demanded element is not published, and the answer names the element and its rule', async () => {
    const template = await shipped('approval-member');
    const without = template.sections.map((s) => ({
      ...s,
      blocks: s.blocks.filter((b) => b.element !== 'validityEnd'),
    }));
    await act(admin, 0, { type: 'DraftTemplate', template: { ...template, sections: without }, note: '' });
    await act(director, 1, { type: 'ApproveTemplate', version: '1' });
    const refused = await act(admin, 2, { type: 'PublishTemplate', version: '1', effectiveFrom: today });
    expect(refused.status).toBe(422);
    expect((refused.body as { message: string }).message).toContain('validityEnd (42 CFR 422.122');
  });

  test('is changed by one person at a time', async () => {
    await drafted();
    const template = await shipped('approval-member');
    const late = await act(director, 0, { type: 'DraftTemplate', template, note: '' });
    expect([late.status, late.body]).toEqual([409, expect.objectContaining({ code: 'staleVersion' })]);
  });

  test('is seen by no other plan and changed by no nurse', async () => {
    await published();
    const nurse = await as('clinicalReviewer');
    expect((await nurse.get('/api/templates')).status).toBe(403);
    expect((await list(admin)).own).toHaveLength(1);
    expect((await world.store.letters.templates.events({ tenantId: 'another' })).length).toBe(0);
  });
});

describe('a letter of an appeal', () => {
  /** A denied request of the sample bundle, appealed by the member. */
  const appealed = async (): Promise<string> => {
    await senderOf(app, tokens.plan).submit(homeOxygenBundle({ name: 'appealed', spo2: 92 }));
    const caseId = (await world.store.cases.caseIds(plan, undefined, 1))[0]!;
    const version = async () =>
      ((await director.get(`/api/cases/${caseId}`)).body as { state: { version: number } }).state.version;
    const physician = await as('medicalDirector');
    const { state } = (await physician.get(`/api/cases/${caseId}`)).body as {
      state: { documents: { documentId: string }[] };
    };
    for (const d of state.documents) await physician.get(`/api/cases/${caseId}/documents/${d.documentId}`);
    const decision = { outcome: 'denied', itemSequence: 1, reasonClass: 'medicalNecessity', reasonCodes: ['0F'] };
    const denied = await physician.act(caseId, await version(), {
      type: 'DetermineItems',
      decisions: [{ ...decision, rationale, memberRationale }],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
    });
    expect(denied.status).toBe(200);
    await issueNotices(world.casework, plan, caseId);
    const filed = await director.act(caseId, await version(), {
      type: 'FileAppeal',
      levelId: 'MA-RECONSIDERATION',
      filedBy: { party: 'member', name: 'Rosalind Akerman' },
      itemSequences: [1],
      timing: 'preService',
      receivedAt: world.casework.environment.now(),
      channel: 'phone',
      statement: 'I do not agree.',
    });
    expect(filed.status).toBe(200);
    return caseId;
  };

  test('is changed, approved by another, published, and the next letter of an appeal is made from it', async () => {
    const id = 'appeal-acknowledgement-member';
    const template = { ...(await shipped(id)), title: 'Your appeal is with us' };
    await act(admin, 0, { type: 'DraftTemplate', template, note: 'Shorter.' }, id);
    await act(director, 1, { type: 'ApproveTemplate', version: '1' }, id);
    const done = await act(admin, 2, { type: 'PublishTemplate', version: '1', effectiveFrom: today }, id);
    expect((done.body as OwnTemplate).versions.map(versionStatus)).toEqual(['published']);
    const caseId = await appealed();
    await issueNotices(world.casework, plan, caseId);
    const { state } = (await director.get(`/api/cases/${caseId}`)).body as { state: { notices: object[] } };
    expect(state.notices.at(-1)).toMatchObject({ kind: 'appealAcknowledgement', templateId: id, templateVersion: '1' });
  });

  test('of every shipped kind may be taken over and published as it stands', async () => {
    const { shipped: all } = await list(admin);
    for (const t of all.filter((x) => x.kind.startsWith('appeal'))) {
      await act(admin, 0, { type: 'DraftTemplate', template: t, note: '' }, t.id);
      await act(director, 1, { type: 'ApproveTemplate', version: '1' }, t.id);
      const done = await act(admin, 2, { type: 'PublishTemplate', version: '1', effectiveFrom: today }, t.id);
      expect([t.id, done.status]).toEqual([t.id, 200]);
    }
  });
});

describe('a preview', () => {
  const preview = async (template: NoticeTemplate, caseNumber?: string) =>
    admin.post('/api/templates/preview', { template, ...(caseNumber ? { caseNumber } : {}) });

  test('shows every shipped text of a kind that the sample case has, with nothing missing', async () => {
    const { shipped: all } = await list(admin);
    for (const t of all.filter((x) => x.kind !== 'detailedExplanation')) {
      const { status, body } = await preview(t);
      expect([t.id, status, (body as TemplatePreviewAnswer).missing]).toEqual([t.id, 200, []]);
    }
  });

  test('of a case of the plan says what that case holds, and is in its log of reads', async () => {
    await letterOf();
    const { rows } = await world.store.workList.page(plan, {}, undefined, 1);
    const { body } = await preview(await shipped('approval-member'), rows[0]!.caseNumber);
    expect((body as TemplatePreviewAnswer).html).toContain('Akerman');
    expect((await world.store.readLog.ofCase(plan, rows[0]!.caseId, 9)).length).toBeGreaterThan(0);
    const denial = await preview(await shipped('adverse-member'), rows[0]!.caseNumber);
    expect(denial.body).toMatchObject({ code: 'fieldInvalid', facts: { field: 'case' } });
  });

  test('names what is missing, and a value that no letter has', async () => {
    const template = await shipped('adverse-member');
    const without = template.sections.filter((s) => s.heading !== 'How to appeal');
    const { body } = await preview({ ...template, sections: without });
    expect((body as TemplatePreviewAnswer).missing.map((m) => m.element)).toContain('appealWindow');
    const wrong = await preview({ ...template, title: '{{member.shoeSize}}' });
    expect((wrong.body as { message: string }).message).toContain('{{member.shoeSize}} is no value of a letter');
  });

  test('is also to be had as PDF', async () => {
    const pdf = await admin.post('/api/templates/preview/pdf', { template: await shipped('approval-member') });
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});
