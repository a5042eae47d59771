import { adt } from '@openum/testkit/hl7/adt.ts';
import { members, providers } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import type { AdmissionNotice } from '../contract/admission.ts';
import { liveHub } from '../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});

const [rosalind] = members;
const [clinic, doctor] = providers;
const notice = (change: Partial<AdmissionNotice> = {}): AdmissionNotice => ({
  submissionId: '0190d000-0000-7000-8000-000000000abc',
  memberId: rosalind?.memberId ?? '',
  facilityNpi: clinic?.npi ?? '',
  admittedAt: '2026-11-18T08:15:00-06:00',
  admissionSource: 'emergency',
  levelOfCare: 'intensiveCare',
  requestedDays: 2,
  diagnoses: ['J96.01'],
  ...change,
});

const as = async (role: string) => ({ cookie: await world.sessionOf(`${role}@plan.example`), 'x-openum': '1' });
const post = async (role: string, body: unknown) =>
  app.inject({ method: 'POST', url: '/api/admissions', headers: await as(role), payload: body as object });
const get = async (role: string, url: string) => app.inject({ method: 'GET', url, headers: await as(role) });

describe('an admission notice over HTTP', () => {
  test('answers with the case, when the answer is due, and how late the notice came', async () => {
    const response = await post('umCoordinator', notice());
    expect(response.statusCode).toBe(201);
    expect(response.json()).toMatchObject({
      items: [{ status: 'pended' }],
      nextDueAt: expect.any(String),
      admission: {
        levelLabel: 'Intensive care',
        notice: { dueAt: '2026-11-19T14:15:00.000Z', lateBySeconds: 25 * 3600 + 45 * 60 },
      },
    });
    const view = await get('umCoordinator', `/api/cases/${response.json().caseId}`);
    expect(view.json()).toMatchObject({ admission: { levelLabel: 'Intensive care' } });
  });

  test.each<readonly [string, Partial<AdmissionNotice>]>([
    ['facilityNpi', { facilityNpi: '1999999999' }],
    ['facilityNpi', { facilityNpi: doctor?.npi ?? '' }],
    ['levelOfCare', { levelOfCare: 'attic' }],
    ['admittedAt', { admittedAt: '2026-12-18T08:15:00-06:00' }],
  ])('names the field that is wrong: %s', async (path, change) => {
    const response = await post('umCoordinator', notice(change));
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.json().fields).toMatchObject([{ path }]);
  });

  test.each(['qualityManager', 'biller', 'administrator'])('is not open to a %s', async (role) => {
    expect((await post(role, notice())).statusCode).toBe(403);
    expect((await get(role, '/api/visits')).statusCode).toBe(403);
    expect((await get(role, '/api/visits/counts')).statusCode).toBe(403);
  });
});

describe('the list of visits', () => {
  const send = (message: string) =>
    app.inject({
      method: 'POST',
      url: '/hl7/v2',
      headers: { authorization: `Bearer ${tokens.plan}`, 'content-type': 'text/plain' },
      payload: message,
    });

  test('shows what facilities told, and what a person has to complete; completing it follows the visit from then on', async () => {
    await send(adt({ memberNumber: 'TYPO' }));
    const incomplete = await get('umCoordinator', '/api/visits?incomplete=1');
    const [visit] = incomplete.json().rows;
    expect(visit).toMatchObject({
      visitNumber: 'V-100',
      problems: [expect.stringMatching(/No member/)],
    });
    const counted = async () => (await get('clinicalReviewer', '/api/visits/counts')).json();
    expect(await counted()).toEqual({ incomplete: 1 });
    const { clientId, visitNumber } = visit;
    const one = await get('umCoordinator', `/api/visit?clientId=${clientId}&visitNumber=${visitNumber}`);
    expect(one.json()).toMatchObject({
      visit: { visitNumber: 'V-100' },
      admissionSource: 'emergency',
      levelOfCare: 'medicalSurgical',
      diagnoses: [{ code: 'J96.01' }],
    });
    expect((await get('umCoordinator', `/api/visit?clientId=${clientId}&visitNumber=V-9`)).statusCode).toBe(404);
    const entered = await post('umCoordinator', notice({ visit: { clientId, visitNumber } }));
    const { caseId } = entered.json();
    expect((await get('umCoordinator', '/api/visits?incomplete=1')).json().rows).toEqual([]);
    expect(await counted()).toEqual({ incomplete: 0 });
    await send(
      adt({
        control: 'C-2',
        event: 'A03',
        memberNumber: 'TYPO',
        dischargedAt: '20261120090000',
        admittedAt: '20261118081500',
      }),
    );
    const state = (await get('umCoordinator', `/api/cases/${caseId}`)).json().state;
    expect(state.stay.discharge).toMatchObject({ dischargedAt: '2026-11-20T15:00:00.000Z' });
  });

  test('is open to reviewers, and refused at a place where no page ended', async () => {
    expect((await get('umCoordinator', '/api/visits?after=nowhere')).statusCode).toBe(400);
    expect((await get('clinicalReviewer', '/api/visits')).statusCode).toBe(200);
  });
});
