import { issueNotices } from '@openum/casework/notice/issue.ts';
import { capabilities } from '@openum/domain/case/capability.ts';
import { memberRationale, rationale } from '@openum/testkit/case/acts.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { addPractices } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import {
  type AppealsAnswer,
  appealBodies,
  appealsQuery,
  type CaseAppealsView,
  type OwnAppeals,
} from '../contract/appeal.ts';
import type { CaseView } from '../contract/case.ts';
import type { PortalAnswer } from '../contract/request.ts';
import { liveHub } from '../live/hub.ts';

test('every act of an appeal that comes as a command has its body, and each body is an act', () => {
  const named = appealBodies.map((b) => b.shape.type.value).toSorted();
  const acts = Object.keys(capabilities)
    .filter((a) => /Appeal|Aid|ReviewOrganization|External(Decision|Answer)|Reconsideration/.test(a))
    // The file is made by the server, on a route of its own.
    .filter((a) => a !== 'ForwardAppeal')
    .toSorted();
  expect(named).toEqual(acts);
});

test('a status that does not exist is refused, several are taken', () => {
  expect(appealsQuery.safeParse({ status: 'upheld,dismissed' }).data?.status).toEqual(['upheld', 'dismissed']);
  expect(appealsQuery.safeParse({ status: 'lost' }).success).toBe(false);
});

describe('over HTTP', () => {
  let world: HttpWorld;
  let app: FastifyInstance;
  let caseId: string;
  const as = async (name: string, organization = 'plan'): Promise<Caller> =>
    callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
  const practice = () => as('utilizationReviewStaff', 'lakeside');
  const commandId = (name: string) => uuidOf(`command/${name}`);
  const atDesk = async (name: string, command: object) => {
    const person = await as(name);
    const { version } = ((await person.get(`/api/cases/${caseId}`)).body as CaseView).state;
    return person.act(caseId, version, command);
  };
  const page = async (who: Caller) => (await who.get(`/api/cases/${caseId}/appeals`)).body as CaseAppealsView;
  const own = async () => (await (await practice()).get(`/api/portal/requests/${caseId}/appeals`)).body as OwnAppeals;

  /** A request of the practice that a physician denied, with its letters. */
  beforeEach(async () => {
    world = await httpWorld();
    await addPractices(world);
    app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
    const sent = await (await practice()).post('/api/portal/requests', {
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
    });
    ({ caseId } = sent.body as PortalAnswer);
    const physician = await as('medicalDirector');
    const { state } = (await physician.get(`/api/cases/${caseId}`)).body as CaseView;
    for (const { documentId } of state.documents) await physician.get(`/api/cases/${caseId}/documents/${documentId}`);
    const denied = await atDesk('medicalDirector', {
      type: 'DetermineItems',
      decisions: [
        {
          outcome: 'denied',
          itemSequence: 1,
          reasonClass: 'medicalNecessity',
          reasonCodes: ['0F'],
          rationale,
          memberRationale,
        },
      ],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
    });
    expect([denied.status, denied.body]).toMatchObject([200, {}]);
    await issueNotices(world.casework, plan, caseId);
  });
  afterEach(() => app.close());

  const filed = async (more: object = {}) =>
    (await practice()).post(`/api/portal/requests/${caseId}/appeal`, {
      commandId: commandId('file'),
      levelId: 'MA-RECONSIDERATION',
      party: 'provider',
      filedBy: 'Lakeside Clinic',
      itemSequences: [1],
      timing: 'preService',
      statement: 'The walk test shows 85 percent.',
      consentAttached: false,
      ...more,
    });

  test('a practice appeals for the member, hands in what is missing, and follows it to its end', async () => {
    expect((await own()).filing[0]).toMatchObject({ levelId: 'MA-RECONSIDERATION', itemSequences: [1] });
    expect((await filed()).status).toBe(200);
    expect((await own()).appeals[0]).toMatchObject({ status: 'awaitingStanding', missing: 'appointment' });
    const { appealId = '' } = (await own()).appeals[0] ?? {};
    const to = `/api/portal/requests/${caseId}/appeals/${appealId}`;
    await (await practice()).post(`${to}/consent`, { commandId: commandId('consent'), by: 'Rosalind Akerman' });
    expect((await own()).appeals[0]).toMatchObject({ status: 'toAssign', dueAt: expect.any(String) });
    await (await practice()).post(`${to}/withdraw`, { commandId: commandId('back'), reason: 'The member is better.' });
    expect((await own()).appeals[0]?.status).toBe('withdrawn');
  });

  test('sent twice, an appeal is filed once', async () => {
    await filed({ party: 'physician', filedBy: 'Dr. Amara Osei' });
    await filed({ party: 'physician', filedBy: 'Dr. Amara Osei' });
    expect((await page(await as('appealsCoordinator'))).appeals).toHaveLength(1);
  });

  test('another practice and another plan find nothing, and who is not signed in is told so', async () => {
    await filed({ party: 'physician', filedBy: 'Dr. Amara Osei' });
    const strangers = await as('clinicalReviewer', 'other');
    expect((await strangers.get(`/api/cases/${caseId}/appeals`)).status).toBe(404);
    expect(((await strangers.get('/api/appeals')).body as AppealsAnswer).rows).toEqual([]);
    for (const path of ['/api/appeals', '/api/appeals/rates?from=2026-01-01&until=2027-01-01', '/api/reporting-lines'])
      expect((await callerOf(app).get(path)).status).toBe(401);
  });

  test('the list holds it with its due moment, and every look is in the log of reads', async () => {
    await filed({ party: 'physician', filedBy: 'Dr. Amara Osei' });
    const desk = await as('appealsCoordinator');
    const { rows, statuses } = (await desk.get('/api/appeals?open=yes&urgency=standard')).body as AppealsAnswer;
    expect(rows).toMatchObject([
      { caseId, status: 'toAssign', dueRuleId: 'MA-APPEAL-STD', levelName: 'Reconsideration' },
    ]);
    expect(statuses).toEqual({ toAssign: 1 });
    expect((await desk.get('/api/appeals?after=nonsense')).status).toBe(400);
    await page(desk);
    const reads = await world.store.readLog.ofCase(plan, caseId, 50);
    expect(reads.map((r) => r.userId)).toContain(uuidOf(`user/${plan.tenantId}/appealsCoordinator`));
  });

  test('only some roles take the file home, and only the administrator and the director say who works under whom', async () => {
    await filed({ party: 'physician', filedBy: 'Dr. Amara Osei' });
    const { appealId } = (await page(await as('appealsCoordinator'))).appeals[0]?.appeal ?? { appealId: '' };
    const packet = `/api/cases/${caseId}/appeals/${appealId}/packet`;
    expect((await (await as('clinicalReviewer')).get(packet)).status).toBe(403);
    expect((await (await as('appealsCoordinator')).get(packet)).status).toBe(200);
    const second = uuidOf(`user/${plan.tenantId}/secondPhysician`);
    const above = uuidOf(`user/${plan.tenantId}/medicalDirector`);
    const line = { userId: second, supervisorUserId: above };
    expect((await (await as('clinicalReviewer')).call('PUT', '/api/reporting-lines', line)).status).toBe(403);
    expect((await (await as('administrator')).call('PUT', '/api/reporting-lines', line)).status).toBe(204);
    const people = (await (await as('appealsCoordinator')).get(`/api/cases/${caseId}/appeals/${appealId}/reviewers`))
      .body;
    expect(people).toContainEqual(
      expect.objectContaining({ userId: second, excluded: expect.stringContaining('works under') }),
    );
    const assigned = await atDesk('appealsCoordinator', { type: 'AssignAppealReviewer', appealId, toUserId: second });
    expect(assigned).toMatchObject({ status: 422, body: { code: 'appealReviewerSubordinate' } });
  });
});
