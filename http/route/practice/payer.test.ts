import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { PayerBehaviourView } from '../../contract/practice/payer.ts';
import type { RequestDesk } from '../../contract/practice/request.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;

const episodeId = uuidOf('episode/payer-behaviour');
const behaviour = async (payerId: string): Promise<PayerBehaviourView> =>
  (await staff.get(`/api/practice/payer-cards/${payerId}/behaviour`)).body as PayerBehaviourView;

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
  await staff.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-16',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'R-77' }],
  });
});
afterEach(() => app.close());

describe('what a payer did, over HTTP', () => {
  test('is nothing as long as nothing was decided', async () => {
    expect(await behaviour('payer-1')).toEqual({
      behaviour: { levels: [], talks: [], appeals: { decided: 0, overturned: 0 } },
      drift: [],
    });
  });

  test('counts the answers on record, and says nothing of patients', async () => {
    const submissionId = uuidOf('payer-behaviour/submission');
    const requests = `/api/practice/episodes/${episodeId}/requests`;
    await staff.post(requests, {
      commandId: submissionId,
      expectedVersion: 2,
      kind: 'initial',
      coverageId: 'cov-1',
      levelOfCare: 'residential',
      codes: ['H0018'],
      from: '2026-11-16',
      to: '2026-11-22',
      units: 7,
      urgency: 'expedited',
      channel: 'phone',
      sentAt: '2026-11-20T10:00:00Z',
      spokeWith: 'Intake',
      clinicalSummary: 'Tremor and sweats; two tries at a lower level failed.',
    });
    const answered = await staff.post(`${requests}/${submissionId}/answer`, {
      commandId: uuidOf('payer-behaviour/answer'),
      expectedVersion: ((await staff.get(requests)).body as RequestDesk).version,
      outcome: 'approved',
      answeredAt: '2026-11-20T14:00:00Z',
      reference: 'R-1',
      authorizations: [{ number: 'A-1', from: '2026-11-16', to: '2026-11-20' }],
    });
    expect(answered).toMatchObject({ status: 200 });
    const found = await behaviour('payer-1');
    expect(found.behaviour).toMatchObject({
      since: '2026-11-16',
      levels: [
        {
          levelOfCare: 'residential',
          step: 'first',
          decided: 1,
          asked: { median: 7, count: 1 },
          granted: { median: 5, count: 1 },
          hoursToAnswer: { median: 4, count: 1 },
        },
      ],
    });
    expect(JSON.stringify(found)).not.toMatch(/Quigley|Maeve|R-77/);
  });

  test('is another practice’s own', async () => {
    const other = callerOf(app, await world.sessionOf('utilizationReviewStaff@hillside.example'));
    expect((await other.get('/api/practice/payer-cards/payer-1/behaviour')).body).toMatchObject({
      behaviour: { levels: [] },
    });
  });
});
