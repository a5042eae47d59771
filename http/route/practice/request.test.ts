import type { AddressInfo } from 'node:net';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import { inquireAll, inquireAppealed } from '@openum/casework/practice/request/inquire.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { clinicNpi } from '@openum/testkit/fhir/request.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { plan } from '@openum/testkit/http/people.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { harborCard } from '@openum/testkit/practice/payer.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { CaseView } from '../../contract/case.ts';
import type { DenialsReading } from '../../contract/practice/denial.ts';
import type { PayerHistory, PayerList } from '../../contract/practice/payer.ts';
import type { RequestBody, RequestDesk, TalkBoard, TaskLine } from '../../contract/practice/request.ts';
import { liveHub } from '../../live/hub.ts';
import { pasBase } from '../../pas/routes.ts';
import { createPayerLines } from '../../payer/lines.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let address: string;
let reachable: boolean;

const provider = {
  npi: clinicNpi,
  name: 'Lakeside Specialty Clinic',
  phone: '+1 555 010 0200',
  street: '12 Harbor Road',
  city: 'Springfield',
  state: 'OH',
  postalCode: '45501',
};

/** The practice and the plan are two organizations of one installation; between them lies real HTTP. */
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  reachable = true;
  const line = () => ({
    tenantId: lakeside.tenantId,
    name: 'own-desk',
    baseUrl: reachable ? `${address}${pasBase}` : 'http://127.0.0.1:1',
    token: tokens.plan,
    provider,
  });
  const casework = {
    ...world.casework,
    payerLines: createPayerLines(() => [line()], world.casework.environment.newId),
  };
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  staff = await as('utilizationReviewStaff');
  const { practiceRegister } = world.store;
  await practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: plan.name, active: true }]);
  expect(
    await staff.post('/api/practice/episodes', {
      commandId: episodeId,
      newPatient: { family: 'Dahlgren', given: 'Ingrid', birthDate: '1972-10-02', chartNumber: 'C-100' },
      programmeId: residential.programmeId,
      admittedOn: '2026-11-18',
      emergency: false,
      coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'PHP1000004' }],
    }),
  ).toMatchObject({ status: 200 });
});
afterEach(() => app.close());

const episodeId = uuidOf('episode/round-trip');
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const casework = () => ({
  ...world.casework,
  payerLines: createPayerLines(
    () => [
      {
        tenantId: lakeside.tenantId,
        name: 'own-desk',
        baseUrl: `${address}${pasBase}`,
        token: tokens.plan,
        provider,
      },
    ],
    world.casework.environment.newId,
  ),
});

const card: PayerCard = { ...harborCard, payerId: 'payer-1', line: 'own-desk' };
const saveCard = (change: Partial<PayerCard> = {}, expectedVersion = 0, who = staff) =>
  who.call('PUT', '/api/practice/payer-cards/payer-1', {
    card: { ...card, ...change },
    expectedVersion,
    reason: 'Read in the manual.',
  });

const desk = async (): Promise<RequestDesk> =>
  (await staff.get(`/api/practice/episodes/${episodeId}/requests`)).body as RequestDesk;
const ask = async (change: Partial<RequestBody> = {}, who = staff) =>
  who.post(`/api/practice/episodes/${episodeId}/requests`, {
    commandId: uuidOf('submission/1'),
    expectedVersion: (await desk()).version,
    kind: 'initial',
    coverageId: 'cov-1',
    levelOfCare: 'residential',
    codes: ['H0018'],
    from: '2026-11-18',
    to: '2026-11-24',
    units: 7,
    urgency: 'standard',
    channel: 'pas',
    clinicalSummary: 'Withdrawal signs on admission; two tries at a lower level failed within a month.',
    diagnoses: ['F10.20'],
    ...change,
  });
const submission = async (at = 0) => {
  const found = (await desk()).submissions[at];
  if (!found) throw new Error('there is no such submission');
  return found;
};
const outcome = async (at = 0) => (await submission(at)).answers.at(-1)?.outcome;
const poll = async () => {
  world.pass({ minutes: 2 });
  return inquireAll(casework(), (_, error) => {
    throw error;
  });
};

/** The one case of the plan, as somebody of the plan sees it. */
const planCase = async (): Promise<CaseView> => {
  const ids = await world.store.workList.ofMember({ tenantId: plan.tenantId }, 'PHP1000004', 10);
  expect(ids).toHaveLength(1);
  const nurse = await as('clinicalReviewer', 'plan');
  return (await nurse.get(`/api/cases/${ids[0]?.caseId}`)).body as CaseView;
};
const atDesk = async (name: string, command: object): Promise<void> => {
  const person = await as(name, 'plan');
  const { caseId, state } = await planCase();
  for (const d of state.documents) await person.get(`/api/cases/${caseId}/documents/${d.documentId}`);
  const { status, body } = await person.act(caseId, state.version, command);
  expect(status, JSON.stringify(body)).toBe(200);
};
const service = { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'H0018' };
const approve = (itemSequence: number, from: string, to: string, days: number) =>
  atDesk('clinicalReviewer', {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Meets what the plan asks for.',
    items: [
      {
        itemSequence,
        authorized: { service, period: { start: from, end: to }, quantity: { value: days, unit: 'DA' } },
      },
    ],
  });

const deny = async () => {
  const summary = 'Seven days asked for; what was sent shows no withdrawal risk after the third.';
  await atDesk('clinicalReviewer', { type: 'CompleteReview', outcome: 'refer', itemSequences: [1], summary });
  await atDesk('medicalDirector', {
    type: 'DetermineItems',
    decisions: [
      {
        outcome: 'denied',
        itemSequence: 1,
        reasonClass: 'administrative',
        reasonCodes: ['0F'],
        rationale:
          'The summary of 18 November names withdrawal signs on admission; no score, no vital sign and no physician note after it shows a need for care around the clock.',
        memberRationale:
          'Your clinic asked for care in a residential program. What they sent does not show signs that call for care day and night after the first days.',
        alternatives: 'Partial hospitalization may be asked for.',
      },
    ],
    attestation: { noConflictOfInterest: true, reviewedRecord: true },
  });
};

describe('a request and its answer between a practice and our own review desk', () => {
  beforeEach(async () => {
    expect((await saveCard()).status).toBe(200);
  });

  test('pended, asked back, answered and approved, each coming home by itself', async () => {
    expect(await ask()).toMatchObject({ status: 200 });
    expect(await outcome()).toBe('pended');
    expect((await submission()).messages).toMatchObject([{ operation: 'submit', status: 200, open: true }]);
    expect(await poll()).toBe(0);

    await atDesk('clinicalReviewer', {
      type: 'RequestInformation',
      items: [{ text: 'Send the last withdrawal scores.', itemSequence: 1 }],
      message: 'One thing is missing.',
      dueAt: '2026-11-23T16:00:00Z',
    });
    expect(await poll()).toBe(1);
    expect((await submission()).answers.at(-1)).toMatchObject({
      outcome: 'informationRequested',
      wanted: [expect.stringContaining('withdrawal scores')],
    });
    const tasks = async () =>
      ((await staff.get('/api/practice/tasks')).body as { tasks: readonly TaskLine[] }).tasks.map((t) => t.kind);
    expect(await tasks()).toContain('informationDue');

    const { submissionId } = await submission();
    const before = (await planCase()).state.documents.length;
    expect(
      await staff.post(`/api/practice/episodes/${episodeId}/requests/${submissionId}/information`, {
        commandId: uuidOf('information/1'),
        summary: 'CIWA-Ar 14 on 19 November, 12 on 20 November.',
        noteBefore: 'CIWA-Ar 14 on 19 November.',
      }),
    ).toMatchObject({ status: 200 });
    expect(await tasks()).not.toContain('informationDue');
    // Its words are read as those of the request were: as they came in, and as they went.
    const kept = await staff.get(`/api/practice/episodes/${episodeId}/note-checks`);
    expect(kept.body).toHaveProperty('checks.length', 3);
    // What was sent has reached the same case of the plan.
    expect((await planCase()).state.documents.length).toBeGreaterThan(before);

    await approve(1, '2026-11-18', '2026-11-24', 7);
    expect(await poll()).toBe(1);
    expect(await outcome()).toBe('approved');
  });

  test('approved: the authorization is on file, and the next request is due before it ends', async () => {
    await ask({ to: '2026-11-22', units: 5 });
    await approve(1, '2026-11-18', '2026-11-22', 5);
    expect(await poll()).toBe(1);
    const now = await desk();
    expect(now.authorizations).toMatchObject([
      { from: '2026-11-18', to: '2026-11-22', units: 5, levelOfCare: 'residential' },
    ]);
    expect(now.tasks.find((t) => t.kind === 'submissionDue')).toMatchObject({ about: { to: '2026-11-22' } });
    expect(now.likely).toBe('continuedStay');
    expect(now.suggestions.find((s) => s.kind === 'continuedStay')).toMatchObject({
      from: '2026-11-23',
      to: '2026-11-27',
      units: 5,
    });
    // Nothing is open with the payer any more.
    expect(await world.store.payerExchanges.open(lakeside, 9)).toEqual([]);

    // The next days are lines of the same case, not another one.
    expect(
      await ask({
        commandId: uuidOf('submission/2'),
        kind: 'continuedStay',
        from: '2026-11-23',
        to: '2026-11-27',
        units: 5,
      }),
    ).toMatchObject({ status: 200 });
    expect((await planCase()).state.items.map((i) => i.sequence)).toEqual([1, 2]);
    await approve(2, '2026-11-23', '2026-11-27', 5);
    expect(await poll()).toBe(1);
    expect((await desk()).authorizations).toMatchObject([{ to: '2026-11-22' }, { to: '2026-11-27' }]);
  });

  test('denied by a physician of the plan: the denial is on file with its money and the last day of its appeal', async () => {
    await ask();
    await deny();
    expect(await poll()).toBe(1);
    expect(await submission()).toMatchObject({
      answers: [{ outcome: 'pended' }, { outcome: 'denied', reason: expect.stringContaining('no score') }],
    });
    const { tasks } = await desk();
    // 65 days from 20 November, by the card.
    expect(tasks.find((t) => t.kind === 'appealDue')).toMatchObject({
      dueAt: '2027-01-25T06:00:00.000Z',
      about: { atStake: 630_000 },
    });
    expect(tasks.find((t) => t.kind === 'askPeerToPeer')?.dueAt).toBe('2026-11-25T05:59:59.999Z');
  });

  test('a request that the plan cannot take leaves nothing in the episode and says why', async () => {
    const reply = await ask({ diagnoses: ['F10.20'], codes: ['H0018'], coverageId: 'cov-9' });
    expect(reply).toMatchObject({ status: 422, body: { code: 'fieldInvalid' } });
    expect((await desk()).submissions).toEqual([]);
  });

  test('a payer that does not answer leaves nothing; the same message goes again and is one request', async () => {
    reachable = false;
    expect(await ask()).toMatchObject({ status: 502, body: { code: 'payerUnreachable' } });
    expect((await desk()).submissions).toEqual([]);
    reachable = true;
    expect(await ask()).toMatchObject({ status: 200 });
    expect(await ask()).toMatchObject({ status: 200 });
    expect((await desk()).submissions).toHaveLength(1);
    const went = await world.store.payerExchanges.ofSubmission(lakeside, uuidOf('submission/1'));
    expect(went.filter((x) => x.operation === 'submit').map((x) => x.status)).toEqual([200, undefined]);
    expect(went[0]?.sent).toEqual(went[1]?.sent);
    await planCase();
  });

  test('without a line, a diagnosis or the role nothing leaves the house', async () => {
    expect(await ask({ diagnoses: [] })).toMatchObject({ status: 422, body: { code: 'fieldMissing' } });
    const clerk = await as('frontDesk');
    expect(await ask({}, clerk)).toMatchObject({ status: 403 });
    const { line: _, ...bare } = card;
    await staff.call('PUT', '/api/practice/payer-cards/payer-1', { card: bare, expectedVersion: 1, reason: 'Closed.' });
    expect(await ask()).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('no electronic line') },
    });
    expect(await world.store.payerExchanges.ofSubmission(lakeside, uuidOf('submission/1'))).toEqual([]);
  });
});

describe('a talk that the plan offers about a request', () => {
  const board = async () => ((await staff.get('/api/practice/talks')).body as TalkBoard).talks;
  const talk = async (body: object) => {
    const { version } = await desk();
    return staff.post(`/api/practice/episodes/${episodeId}/talks`, {
      commandId: uuidOf(`talk/${version}`),
      expectedVersion: version,
      talk: body,
    });
  };
  const offer = () =>
    atDesk('clinicalReviewer', {
      type: 'OfferPeerToPeer',
      itemSequences: [1],
      because: 'demanded',
      slots: [{ startsAt: '2026-11-20T20:00:00Z', endsAt: '2026-11-20T20:30:00Z' }],
      to: { name: 'Dr. Ada Ortiz' },
      how: 'phone',
    });
  const offerId = async () => (await planCase()).state.peerToPeer[0]?.offerId;
  beforeEach(async () => {
    await saveCard();
    await ask();
  });

  test('comes home by itself, once, with its window and the question; the answer is as pended as before', async () => {
    await offer();
    expect(await poll()).toBe(1);
    expect(await poll()).toBe(0);
    expect(await board()).toMatchObject([
      {
        payerOfferId: await offerId(),
        submissionId: uuidOf('submission/1'),
        state: 'open',
        differences: [],
        task: { kind: 'peerToPeer' },
        said: [{ state: 'offered' }],
      },
    ]);
    expect((await submission()).answers).toHaveLength(1);
    expect(
      await talk({ type: 'offer', submissionId: uuidOf('submission/1'), closesAt: '2026-11-21T17:00:00Z' }),
    ).toMatchObject({
      status: 422,
      body: { code: 'talkSaidByPayer' },
    });
  });

  test('follows the plan from the agreed time to the end, beside what the practice wrote down', async () => {
    await offer();
    await poll();
    const [open] = await board();
    const clinician = { name: 'Dr. Ada Ortiz' };
    const closes = Date.parse(open?.closesAt ?? '');
    const ours = new Date(closes - 60_000).toISOString();
    await talk({ type: 'schedule', offerId: open?.offerId, at: ours, clinician });
    expect(await board()).toMatchObject([{ agreedAt: ours, differences: ['timeUnknown'] }]);
    const slot = { startsAt: '2026-11-20T20:00:00Z', endsAt: '2026-11-20T20:30:00Z' };
    await atDesk('clinicalReviewer', { type: 'SchedulePeerToPeer', offerId: await offerId(), slot });
    expect(await poll()).toBe(1);
    expect(await board()).toMatchObject([
      { state: 'scheduled', agreedAt: '2026-11-20T20:00:00.000Z', scheduled: { at: ours }, differences: ['time'] },
    ]);
    await talk({ type: 'held', offerId: open?.offerId, result: 'overturned', notes: 'Two more days, they said.' });
    world.pass({ hours: 5 });
    await atDesk('medicalDirector', {
      type: 'RecordPeerToPeerHeld',
      offerId: await offerId(),
      clinicians: [{ name: 'Dr. Ada Ortiz', credentials: 'MD' }],
      notes: 'The nights are still not documented.',
      outcome: 'upheldIntent',
      effect: 'The intent stands.',
    });
    expect(await poll()).toBe(1);
    expect(await board()).toMatchObject([
      { state: 'held', endedBy: 'practice', held: { result: 'overturned' }, differences: ['result'] },
    ]);
  });

  test('that only the plan wrote down as held is over for the practice too, and still takes its notes', async () => {
    await offer();
    await atDesk('medicalDirector', {
      type: 'RecordPeerToPeerHeld',
      offerId: await offerId(),
      clinicians: [{ name: 'Dr. Ada Ortiz', credentials: 'MD' }],
      notes: 'The nights are still not documented.',
      outcome: 'upheldIntent',
      effect: 'The intent stands.',
    });
    expect(await poll()).toBe(1);
    const [over] = await board();
    expect(over).toMatchObject({ state: 'held', endedBy: 'payer' });
    expect(over).not.toHaveProperty('task');
    expect(await talk({ type: 'held', offerId: over?.offerId, result: 'upheld', notes: 'Nothing new.' })).toMatchObject(
      {
        status: 200,
      },
    );
    expect(await board()).toMatchObject([{ state: 'held', endedBy: 'practice', differences: [] }]);
  });
});

describe('an appeal that the plan decides', () => {
  const denials = async () => ((await staff.get('/api/practice/denials')).body as DenialsReading).denials;
  const pollAppeals = async () => {
    world.pass({ hours: 1 });
    return inquireAppealed(casework(), (_, error) => {
      throw error;
    });
  };
  const denialAct = async (act: object) => {
    const [line] = await denials();
    return staff.post(`/api/practice/episodes/${episodeId}/denial-acts`, {
      commandId: uuidOf(`denial-act/${line?.version}`),
      expectedVersion: line?.version,
      act,
    });
  };
  const appealOf = async (): Promise<string> => (await planCase()).state.appeals[0]?.appealId ?? '';
  beforeEach(async () => {
    await saveCard();
    await ask();
    await deny();
    await poll();
    await issueNotices(world.casework, plan, (await planCase()).caseId);
    const [line] = await denials();
    const sent = { type: 'SendAppeal', denialId: line?.denialId, level: 1, urgency: 'standard', letter: 'We appeal.' };
    expect(await denialAct({ ...sent, sentOn: '2026-11-20' })).toMatchObject({ status: 200 });
    await atDesk('appealsCoordinator', {
      type: 'FileAppeal',
      levelId: 'MA-RECONSIDERATION',
      filedBy: { party: 'member', name: 'Ingrid Dahlgren' },
      itemSequences: [1],
      timing: 'preService',
      channel: 'mail',
      receivedAt: world.casework.environment.now(),
      statement: 'The nights are on page two.',
    });
  });
  const decide = async (line: object) => {
    const appealId = await appealOf();
    await issueNotices(world.casework, plan, (await planCase()).caseId);
    const toUserId = uuidOf(`user/${plan.tenantId}/secondPhysician`);
    await atDesk('appealsCoordinator', { type: 'AssignAppealReviewer', appealId, toUserId });
    await atDesk('secondPhysician', {
      type: 'DecideAppeal',
      appealId,
      lines: [{ itemSequence: 1, ...line }],
      attestation: { noConflictOfInterest: true, reviewedRecord: true },
      newEvidence: false,
    });
  };

  test('shows that it arrived, and overturned brings the days home; the money a person enters', async () => {
    expect((await submission()).appeal).toEqual({ level: 1, sentOn: '2026-11-20' });
    expect(await pollAppeals()).toBe(1);
    const { appeals } = (await planCase()).state;
    expect((await denials())[0]?.appeals).toMatchObject([{ said: [{ number: appeals[0]?.number, state: 'open' }] }]);
    expect(await pollAppeals()).toBe(0);
    await decide({
      outcome: 'overturned',
      rationale: 'Page two of the record documents medication at two and at four in both nights.',
      memberRationale: 'The record shows that you needed help twice in each of the nights, so the days are covered.',
      authorized: { service, period: { start: '2026-11-18', end: '2026-11-24' }, quantity: { value: 7, unit: 'DA' } },
    });
    expect(await pollAppeals()).toBe(1);
    const [won] = await denials();
    expect(won).toMatchObject({ recovered: 0, appeals: [{ answered: { outcome: 'overturned', saidByPayer: true } }] });
    expect(won?.appeals[0]?.answered).not.toHaveProperty('recovered');
    expect((await desk()).authorizations).toMatchObject([{ from: '2026-11-18', to: '2026-11-24', units: 7 }]);
    expect((await submission()).appeal).toMatchObject({ answered: { outcome: 'overturned' } });
    const { appealId } = won?.appeals[0] ?? {};
    await denialAct({ type: 'RecordAppealMoney', appealId, recovered: 630_000 });
    expect(await denials()).toMatchObject([{ recovered: 630_000 }]);
    expect(await pollAppeals()).toBe(0);
  });
});

describe('a request by telephone and its answer', () => {
  const phone = { channel: 'phone', spokeWith: 'Lena, intake', reference: 'R-77' } as const;
  const answer = async (change: object) => {
    const { version } = await desk();
    return staff.post(`/api/practice/episodes/${episodeId}/requests/${uuidOf('submission/1')}/answer`, {
      commandId: uuidOf(`answer/${version}`),
      expectedVersion: version,
      ...change,
    });
  };

  test('is written down with who was spoken with, and needs that', async () => {
    expect(await ask({ channel: 'phone' })).toMatchObject({ status: 422, body: { code: 'fieldMissing' } });
    expect(await ask(phone)).toMatchObject({ status: 200 });
    expect(await submission()).toMatchObject({ channel: 'phone', spokeWith: 'Lena, intake', reference: 'R-77' });
  });

  test('approved in part: the authorization and the denial of the rest', async () => {
    await saveCard();
    await ask(phone);
    const reply = await answer({
      outcome: 'partiallyApproved',
      answeredAt: '2026-11-20T09:30:00-06:00',
      spokeWith: 'Lena',
      reason: 'Five days only.',
      authorizations: [{ number: 'PA-9', from: '2026-11-18', to: '2026-11-22', units: 5 }],
      denied: { from: '2026-11-23', to: '2026-11-24' },
    });
    expect(reply).toMatchObject({ status: 200 });
    expect((await submission()).answers).toMatchObject([{ answeredAt: '2026-11-20T15:30:00.000Z' }]);
    const tasks = (await desk()).tasks;
    expect(tasks.find((t) => t.kind === 'appealDue')).toMatchObject({ about: { atStake: 180_000 } });
    expect(tasks.find((t) => t.kind === 'askPeerToPeer')).toBeDefined();
  });

  test('an approval without what it approves is refused by name', async () => {
    await ask(phone);
    expect(await answer({ outcome: 'approved' })).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('authorizations') },
    });
  });
});

describe('a talk with the physician of a payer', () => {
  const talk = async (body: object) => {
    const { version } = await desk();
    return staff.post(`/api/practice/episodes/${episodeId}/talks`, {
      commandId: uuidOf(`talk/${version}`),
      expectedVersion: version,
      talk: body,
    });
  };
  const board = async () => (await staff.get('/api/practice/talks')).body as TalkBoard;

  test('is offered, counts down, is agreed, held and kept with its result', async () => {
    await ask({ channel: 'phone', spokeWith: 'Lena' });
    await talk({
      type: 'offer',
      submissionId: uuidOf('submission/1'),
      closesAt: '2026-11-21T17:00:00-06:00',
      phone: '+1 555 010 0142',
      reason: 'The level is in question.',
    });
    const [open] = (await board()).talks;
    expect(open).toMatchObject({
      state: 'open',
      task: { dueAt: '2026-11-21T23:00:00.000Z' },
      sheet: {
        against: [{ text: 'The level is in question.' }],
        told: [{ text: expect.stringContaining('Withdrawal') }],
        missing: expect.arrayContaining(['Care around the clock', 'Discharge plan']),
      },
    });
    const offerId = open?.offerId;
    const clinician = { name: 'Dr. Ada Ortiz' };
    expect(await talk({ type: 'schedule', offerId, at: '2026-11-25T15:00:00Z', clinician })).toMatchObject({
      status: 422,
    });
    await talk({ type: 'schedule', offerId, at: '2026-11-20T20:00:00Z', clinician });
    expect((await board()).talks[0]).toMatchObject({ state: 'scheduled', task: { owner: clinician } });
    await talk({ type: 'held', offerId, result: 'overturned', notes: 'Two more days granted.' });
    expect((await board()).talks[0]).toMatchObject({ state: 'held', held: { result: 'overturned' } });
  });

  test('whose window closed is lapsed and stays on top until somebody writes down why', async () => {
    await talk({ type: 'offer', closesAt: '2026-11-20T17:00:00Z' });
    world.pass({ hours: 2 });
    const [lapsed] = (await board()).talks;
    expect(lapsed).toMatchObject({ state: 'lapsed', task: { escalation: 'overdue' } });
    await talk({ type: 'missed', offerId: lapsed?.offerId, reason: 'Nobody saw the message.' });
    expect((await board()).talks[0]?.state).toBe('missed');
  });
});

describe('rule cards', () => {
  test('are kept in versions; the second of two people is told who was first', async () => {
    expect(await saveCard()).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await saveCard()).toMatchObject({ status: 409, body: { code: 'staleVersion', version: 1 } });
    const narrower = { ...card, effectiveFrom: calendarDate('2026-12-01'), retro: undefined };
    await staff.call('PUT', '/api/practice/payer-cards/payer-1', {
      card: narrower,
      expectedVersion: 1,
      reason: 'New contract.',
    });
    const history = (await staff.get('/api/practice/payer-cards/payer-1')).body as PayerHistory;
    expect(history.versions.map((v) => v.version)).toEqual([2, 1]);
    expect(history.versions[0]?.changes.map((c) => c.path)).toContain('retro.value.accepted');
    // The second is in effect from December on.
    expect(history.current?.version).toBe(1);
  });

  test('list what is unknown for the levels that the practice has', async () => {
    const list = (await staff.get('/api/practice/payer-cards')).body as PayerList;
    expect(list.payers).toMatchObject([{ unknown: [{ levelOfCare: 'residential', questions: ['card'] }], present: 1 }]);
    expect(list.lines).toEqual(['own-desk']);
  });

  test('with a mistake are refused by field, from another practice are not there, and clinicians only read them', async () => {
    expect(await saveCard({ line: 'elsewhere' })).toMatchObject({ status: 422, body: { fields: [{ path: 'line' }] } });
    expect(await saveCard({}, 0, await as('treatingClinician'))).toMatchObject({ status: 403 });
    await saveCard();
    const stranger = await as('utilizationReviewStaff', 'hillside');
    expect((await stranger.get('/api/practice/payer-cards/payer-1')).status).toBe(404);
    expect((await stranger.get(`/api/practice/episodes/${episodeId}/requests`)).status).toBe(404);
  });
});

describe('tasks', () => {
  test('are taken by a person, and fall to the owner of the area before', async () => {
    await saveCard();
    const { userId } =
      (await world.store.identity.users(lakeside)).find((u) => u.roles.includes('practiceOwner')) ?? {};
    const duty = { review: { owner: { userId, name: 'Owner' } }, billing: {}, desk: {} };
    expect(await staff.call('PUT', '/api/practice/duty', { duty, expectedVersion: 0 })).toMatchObject({ status: 200 });
    const [first] = (await desk()).tasks.filter((t) => t.kind === 'requestDue');
    expect(first).toMatchObject({ owner: { name: 'Owner' }, taken: false });
    await staff.post(`/api/practice/episodes/${episodeId}/tasks`, { commandId: uuidOf('take/1'), task: first?.key });
    expect((await desk()).tasks.find((t) => t.key === first?.key)).toMatchObject({
      taken: true,
      owner: { name: 'utilizationReviewStaff of Lakeside' },
    });
  });
});
