import { calendarDate } from '@openum/domain/time/instant.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { harborCard } from '@openum/testkit/practice/payer.ts';
import { readInquiry, writeEligibilityAnswer } from '@openum/x12/eligibility/codec.ts';
import { type EligibilityAnswer, eligibilityVersion } from '@openum/x12/eligibility/eligibility.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import { writeInterchange } from '@openum/x12/envelope/write.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { BenefitDesk, BenefitPage, BenefitsBody } from '../../contract/practice/benefits.ts';
import type { PayerFileView, TakenFile } from '../../contract/practice/payerFile.ts';
import type { TaskLine } from '../../contract/practice/request.ts';
import { liveHub } from '../../live/hub.ts';
import { createFileLines, type X12Line } from '../../payer/fileLines.ts';

const line: X12Line = {
  tenantId: lakeside.tenantId,
  name: 'juniper',
  sender: { qualifier: 'ZZ', id: 'LAKESIDE' },
  receiver: { qualifier: 'ZZ', id: 'JUNIPER' },
  usage: 'T',
  payer: { name: 'Juniper Mutual', id: 'JM001', idQualifier: 'PI' },
  provider: {
    npi: '1467512343',
    name: 'Lakeside Clinic',
    phone: '1-312-555-0100',
    street: '12 Harbor Road',
    city: 'Springfield',
    state: 'IL',
    postalCode: '62701',
  },
  acknowledges: false,
};

let world: HttpWorld;
let app: FastifyInstance;
let desk: Caller;
const episodeId = uuidOf('episode/benefits');
const questionId = uuidOf('question/1');
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  const fileLines = createFileLines(() => [line], {
    put: async () => true,
    whole: async () => [],
    takeAway: async () => undefined,
  });
  app = await buildApp({
    ...world.options,
    casework: { ...world.casework, fileLines },
    hub: liveHub(world.store.live),
  });
  desk = await as('frontDesk');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Juniper', active: true }]);
  await desk.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-18',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'JM-77' }],
  });
  const staff = await as('utilizationReviewStaff');
  const { benefitsValidDays: _, ...card } = harborCard;
  await staff.call('PUT', '/api/practice/payer-cards/payer-1', {
    card: { ...card, payerId: 'payer-1', line: line.name },
    expectedVersion: 0,
    reason: 'Read in the manual.',
  });
});
afterEach(() => app.close());

const path = `/api/practice/episodes/${episodeId}/benefits`;
const benefits = async (who = desk) => (await who.get(path)).body as BenefitDesk;
const cov = async () => (await benefits()).coverages[0];
const due = async () => {
  const { tasks } = (await desk.get('/api/practice/tasks')).body as { readonly tasks: readonly TaskLine[] };
  return tasks.find((t) => t.kind === 'benefitsDue');
};
const write = async (change: Partial<BenefitsBody> = {}, who = desk) =>
  who.post(path, {
    commandId: uuidOf('benefits/1'),
    expectedVersion: (await benefits()).version,
    coverageId: 'cov-1',
    spokeWith: 'Lena, member services',
    active: 'yes',
    levels: [
      {
        levelOfCare: 'residential',
        covered: 'yes',
        authorizationRequired: 'yes',
        limit: { unit: 'days', allowed: 30, used: 4 },
      },
    ],
    ...change,
  });

const answer = (change: Partial<EligibilityAnswer> = {}): string =>
  writeInterchange({
    sender: line.receiver,
    receiver: line.sender,
    control: 3,
    usage: 'T',
    on: '20261120',
    at: '1100',
    groupCode: 'HB',
    version: eligibilityVersion,
    transactions: [
      {
        set: '271',
        version: eligibilityVersion,
        body: writeEligibilityAnswer({
          reference: questionId,
          answeredOn: calendarDate('2026-11-20'),
          payer: line.payer,
          provider: { name: 'Lakeside', id: line.provider.npi, idQualifier: 'XX' },
          subscriber: {
            family: 'QUIGLEY',
            given: 'MAEVE',
            birthDate: calendarDate('1990-04-02'),
            memberNumber: 'JM77',
          },
          trace: { number: questionId, by: line.provider.npi },
          rejections: [],
          benefits: [
            { code: '1', serviceTypes: ['30'], plan: 'Juniper PPO' },
            { code: '1', serviceTypes: ['A7'], authorization: 'Y' },
            { code: 'C', serviceTypes: ['30'], period: '23', amount: 150_000, coverageLevel: 'IND' },
            { code: 'C', serviceTypes: ['30'], period: '29', amount: 40_000, coverageLevel: 'IND' },
            { code: 'F', serviceTypes: ['A7'], period: '29', quantityKind: 'DY', quantity: 21 },
            { code: 'U', serviceTypes: ['MH'], contact: { name: 'Quiet Mind', phone: '8005550142' } },
          ],
          ...change,
        }),
      },
    ],
  });
const upload = async (text: string) => {
  const headers = { 'content-type': 'application/edi-x12' };
  const kept = await desk.call('POST', '/api/practice/files?name=answer.271', Buffer.from(text), headers);
  return (kept.body as TakenFile).fileId;
};
const view = async (fileId: string) => (await desk.get(`/api/practice/files/${fileId}`)).body as PayerFileView;
const settle = (fileId: string, act: object) => desk.post(`/api/practice/files/${fileId}/settle`, { act });

describe('benefits that somebody learned by telephone', () => {
  test('stand on the card through the month, and the task to verify moves on', async () => {
    expect(await due()).toMatchObject({ dueAt: '2026-11-19T06:00:00.000Z' });
    expect(await write()).toMatchObject({ status: 200 });
    expect(await cov()).toMatchObject({
      standing: 'valid',
      left: 26,
      verification: { source: 'manual', spokeWith: 'Lena, member services', validThrough: '2026-11-30' },
      warnings: [{ kind: 'authorizationNeeded', levelOfCare: 'residential' }],
    });
    expect(await due()).toMatchObject({ dueAt: '2026-12-01T06:00:00.000Z' });
  });

  test('are listed for everybody who is in, with what the rule card says about authorization', async () => {
    const list = async (who = desk) => (await who.get('/api/practice/benefits')).body as BenefitPage;
    expect((await list()).rows).toMatchObject([
      { episodeId, patientName: 'Quigley, Maeve', levelOfCare: 'residential', card: { standing: 'none' } },
    ]);
    await write();
    expect((await list()).rows).toMatchObject([{ card: { standing: 'valid', left: 26 } }]);
    expect((await list(await as('frontDesk', 'hillside'))).rows).toEqual([]);
    expect((await cov())?.rules).toMatchObject([
      { levelOfCare: 'residential', authorization: { value: 'required', source: 'providerManual' } },
    ]);
  });

  test('sent twice by the same form are one verification', async () => {
    await write();
    expect(await write({ expectedVersion: 2 })).toMatchObject({ status: 200 });
    expect((await cov())?.earlier).toEqual([]);
  });

  test('say who said it, and are for those who verify', async () => {
    expect(await write({ spokeWith: ' ' })).toMatchObject({ status: 400 });
    const clinician = await as('treatingClinician');
    expect(await write({}, clinician)).toMatchObject({ status: 403 });
    expect((await (await as('frontDesk', 'hillside')).get(path)).status).toBe(404);
  });
});

describe('benefits by file', () => {
  test('are asked for with a 270 that names the member, the day and what it is about', async () => {
    const ask = () => desk.post(`${path}/question`, { commandId: questionId, coverageId: 'cov-1' });
    expect(await ask()).toMatchObject({ status: 200, body: { fileId: questionId } });
    expect(await ask()).toMatchObject({ status: 200 });
    expect((await benefits()).questions).toMatchObject([{ fileId: questionId, standing: 'made', line: 'juniper' }]);
    const { text } = await desk.get(`/api/practice/files/${questionId}/content`);
    const { inquiry, problems } = readInquiry(readFile([text]).interchanges[0]!.groups[0]!.transactions[0]!);
    expect(problems).toEqual([]);
    expect(inquiry).toMatchObject({
      trace: { number: questionId },
      subscriber: { family: 'Quigley', memberNumber: 'JM-77' },
      on: '2026-11-20',
      serviceTypes: ['30', 'MH', 'A4', 'AI', 'A7'],
    });
  });

  test('come back as a 271 that fills the card, and the question is answered', async () => {
    await desk.post(`${path}/question`, { commandId: questionId, coverageId: 'cov-1' });
    const fileId = await upload(answer());
    expect(await view(fileId)).toMatchObject({ file: { standing: 'taken', kinds: ['271'] } });
    expect(await cov()).toMatchObject({
      standing: 'valid',
      left: 21,
      verification: {
        source: 'x12',
        fileId,
        active: 'yes',
        planName: 'Juniper PPO',
        deductible: { total: 150_000, met: 110_000, left: 40_000 },
        carveOut: { name: 'Quiet Mind', phone: '8005550142' },
        levels: [{ levelOfCare: 'residential', covered: 'yes', authorizationRequired: 'yes' }],
      },
    });
    expect((await benefits()).questions[0]?.standing).toBe('answered');
  });

  test('that nobody asked for here find the patient by member number and birth date', async () => {
    await upload(answer({ reference: 'X', trace: { number: 'X', by: 'Y' } }));
    expect((await cov())?.standing).toBe('valid');
  });

  test('of somebody else wait until a person says whose they are', async () => {
    const subscriber = { family: 'QUIGLEY', birthDate: calendarDate('2012-01-01'), memberNumber: 'JM77' };
    const fileId = await upload(answer({ reference: 'X', trace: { number: 'X', by: 'Y' }, subscriber }));
    expect((await cov())?.standing).toBe('none');
    const [part] = (await view(fileId)).parts;
    expect(part).toMatchObject({ standing: 'unmatched', coverages: [{ episodeId, coverageId: 'cov-1' }] });
    const act = { type: 'matchBenefits', part: 1, episodeId, coverageId: 'cov-1' };
    expect(await settle(fileId, act)).toMatchObject({ status: 200, body: { recorded: true } });
    expect((await cov())?.standing).toBe('valid');
  });

  test('that the payer could not answer say why, and the question waits for a person', async () => {
    await desk.post(`${path}/question`, { commandId: questionId, coverageId: 'cov-1' });
    const fileId = await upload(answer({ benefits: [], rejections: [{ loop: '2100C', reason: '75', followUp: 'C' }] }));
    expect((await view(fileId)).parts[0]?.text).toContain('The payer cannot find the member.');
    expect((await cov())?.standing).toBe('none');
    expect((await benefits()).questions[0]?.standing).toBe('refused');
  });
});
