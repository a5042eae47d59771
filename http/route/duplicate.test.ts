import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { CaseView } from '../contract/case.ts';
import type { DuplicatesAnswer, DuplicatesQuery } from '../contract/intake.ts';
import type { PortalAnswer, PortalRequest } from '../contract/request.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let coordinator: Caller;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  coordinator = callerOf(app, await world.sessionOf('umCoordinator@plan.example'));
});
afterEach(() => app.close());

const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const form: PortalRequest = {
  submissionId: '0190d000-0000-7000-8000-00000000000a',
  memberId: uuidOf('member/PHP1000001'),
  requestingProviderNpi: clinicNpi,
  urgency: 'standard',
  setting: 'home',
  diagnoses: ['J44.9'],
  items: [{ system: hcpcs, code: 'E1390', start: '2026-12-01', end: '2027-02-28' }],
};
let sent = 0;
const send = async (more: object = {}): Promise<string> => {
  const submissionId = `0190d000-0000-7000-8000-0000000001${String(++sent).padStart(2, '0')}`;
  return ((await coordinator.post('/api/requests', { ...form, ...more, submissionId })).body as PortalAnswer).caseId;
};
const view = async (caseId: string) => (await coordinator.get(`/api/cases/${caseId}`)).body as CaseView;
const act = async (caseId: string, command: object) =>
  coordinator.act(caseId, (await view(caseId)).state.version, command);

describe('a request that was asked for before', () => {
  test('is told before it is sent, and found when it is', async () => {
    const first = await send();
    world.pass({ hours: 10 });
    const query: DuplicatesQuery = {
      memberId: form.memberId,
      requestingProviderNpi: clinicNpi,
      items: [...form.items],
    };
    const { candidates } = (await coordinator.post('/api/intake/duplicates', query)).body as DuplicatesAnswer;
    expect(candidates).toMatchObject([{ caseId: first, reasons: expect.arrayContaining(['same service E1390']) }]);
    const second = await view(await send({ channel: 'phone' }));
    expect(second.state.possibleDuplicates[0]).toMatchObject({ caseId: first, score: 100 });
    expect(second.tasks.map((t) => t.stepId)).toContain('settleDuplicate');
  });

  test('is voided with a link that both cases show', async () => {
    const first = await send();
    const second = await send();
    const voided = await act(second, { type: 'Void', reason: 'Sent twice.', duplicateOfCaseId: first });
    expect(voided.status).toBe(200);
    expect((await view(second)).intake.duplicateOf?.caseId).toBe(first);
    expect((await view(first)).intake.duplicatesOfThis).toMatchObject([{ caseId: second, reason: 'Sent twice.' }]);
  });

  test('is a duplicate of another standing case of the same member only', async () => {
    const first = await send();
    const other = await send({ memberId: uuidOf('member/PHP1000002') });
    const wrong = async (duplicateOfCaseId: string) =>
      (await act(first, { type: 'Void', reason: 'x', duplicateOfCaseId })).status;
    expect([await wrong(first), await wrong(other), await wrong(uuidOf('nowhere'))]).toEqual([422, 422, 422]);
  });

  test('is another request once a person has said so, with the reason, and is not asked again', async () => {
    const first = await send();
    const second = await send();
    const ruleOut = (reason: string) => act(second, { type: 'RuleOutDuplicate', ofCaseId: first, reason });
    expect((await ruleOut('A second device for the other house.')).status).toBe(200);
    const after = await view(second);
    expect(after.state.possibleDuplicates[0]?.ruledOut?.reason).toBe('A second device for the other house.');
    expect(after.tasks.map((t) => t.stepId)).not.toContain('settleDuplicate');
    expect((await ruleOut('again')).body).toMatchObject({ code: 'duplicateRuledOut' });
  });
});

describe('what is not sent', () => {
  test('is known by the kind of a document that a person names', async () => {
    const file = { title: 'Note', contentType: 'text/plain', base64: Buffer.from('note').toString('base64') };
    const caseId = await send({
      documents: [
        { ...file, kind: 'order' },
        { ...file, base64: 'bm90ZTI=' },
      ],
    });
    const states = async () => (await view(caseId)).intake.checklist.map((p) => `${p.pieceId} ${p.state}`);
    expect(await states()).toEqual(['order present', 'oximetry unknown']);
    const plain = (await view(caseId)).state.documents.find(
      (d) => d.kind === undefined && d.origin.startsWith('portal'),
    );
    const set = (kind: string) => act(caseId, { type: 'SetDocumentKind', documentId: plain?.documentId, kind });
    expect((await set('progressNote')).status).toBe(200);
    expect(await states()).toEqual(['order present', 'oximetry missing']);
    expect((await set('oximetry')).status).toBe(200);
    expect(await states()).toEqual(['order present', 'oximetry present']);
    expect((await set('oximetry')).body).toMatchObject({ code: 'documentKindUnchanged' });
  });
});
