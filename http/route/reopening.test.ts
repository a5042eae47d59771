import { loadCase } from '@openum/casework/case/load.ts';
import { adt } from '@openum/testkit/hl7/adt.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let caseId = '';
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  const headers = { authorization: `Bearer ${tokens.plan}`, 'content-type': 'text/plain' };
  await app.inject({ method: 'POST', url: '/hl7/v2', headers, payload: adt() });
  const { rows } = await world.store.visits.page({ tenantId: plan.tenantId }, {}, undefined, 1);
  caseId = rows[0]?.caseId ?? '';
});

const state = async () => {
  const loaded = await loadCase(world.store.cases, { tenantId: plan.tenantId }, caseId);
  if (!loaded) throw new Error('given: there is no case');
  return loaded.state;
};

let acts = 0;
const act = async (role: string, command: object) =>
  app.inject({
    method: 'POST',
    url: `/api/cases/${caseId}/commands`,
    headers: { cookie: await world.sessionOf(`${role}@plan.example`), 'x-openum': '1' },
    payload: {
      commandId: `0190d000-0000-7000-8000-${String(++acts).padStart(12, '0')}`,
      expectedVersion: (await state()).version,
      command,
    },
  });

const approve = async () => {
  const [item] = (await state()).items;
  const { service, quantity, period } = item ?? {};
  const authorized = { service: { system: service?.system, code: service?.code }, quantity, period };
  const items = [{ itemSequence: 1, authorized }];
  return act('clinicalReviewer', { type: 'CompleteReview', outcome: 'approve', summary: 'Meets.', items });
};
const reopen = async (ground: string) => {
  const [document] = (await state()).documents;
  const reason = 'The notice was about another member.';
  return { type: 'ReopenItem', itemSequence: 1, ground, reason, evidence: [document?.documentId] };
};

describe('an approved inpatient stay of Medicare Advantage', () => {
  test('is shown as bound, and opened again by a physician for an obvious error alone', async () => {
    expect((await approve()).statusCode).toBe(200);
    const headers = { cookie: await world.sessionOf('medicalDirector@plan.example') };
    const view = await app.inject({ method: 'GET', url: `/api/cases/${caseId}`, headers });
    expect(view.json().approvalLocks).toMatchObject([{ ruleId: 'MA-INPATIENT-LOCK', itemSequence: 1 }]);

    const refused = await act('medicalDirector', await reopen('newEvidence'));
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.json()).toMatchObject({ code: 'approvalLocked' });
    expect((await act('clinicalReviewer', await reopen('obviousError'))).statusCode).toBe(403);
    expect((await state()).items[0]?.determination?.outcome).toBe('approved');

    expect((await act('medicalDirector', await reopen('obviousError'))).statusCode).toBe(200);
    const after = await state();
    expect(after.items[0]).not.toHaveProperty('determination');
    expect(after.clocks.every((k) => k.itemSequences?.includes(1))).toBe(true);
  });
});
