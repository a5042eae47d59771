import type { MadeFile } from '@openum/casework/port/fileLines.ts';
import { pickUpFiles } from '@openum/casework/practice/payerFile/pickUp.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { harborCard } from '@openum/testkit/practice/payer.ts';
import type { GroupAcknowledgment } from '@openum/x12/acknowledgment/acknowledgment.ts';
import { acknowledgmentVersion } from '@openum/x12/acknowledgment/acknowledgment.ts';
import { readGroupAcknowledgment, writeGroupAcknowledgment } from '@openum/x12/acknowledgment/codec.ts';
import { writeAuthorizationAnswer } from '@openum/x12/authorization/answer.ts';
import { readAuthorizationRequest } from '@openum/x12/authorization/readRequest.ts';
import { type AuthorizationAnswer, authorizationVersion } from '@openum/x12/authorization/request.ts';
import { readFile } from '@openum/x12/envelope/read.ts';
import { type OutgoingInterchange, writeInterchange } from '@openum/x12/envelope/write.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { PayerFilePage, PayerFileView, TakenFile } from '../../contract/practice/payerFile.ts';
import type { RequestBody, RequestDesk, TaskLine } from '../../contract/practice/request.ts';
import { liveHub } from '../../live/hub.ts';
import { createFileLines, type FileFolders, type X12Line } from '../../payer/fileLines.ts';
import { readPayerFile } from '../../payer/x12/read.ts';

const line: X12Line = {
  tenantId: lakeside.tenantId,
  name: 'juniper-278',
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
  folder: 'juniper',
  acknowledges: true,
};

const memoryFolders = () => {
  const out: MadeFile[] = [];
  let inbox: readonly MadeFile[] = [];
  let works = true;
  const folders: FileFolders = {
    put: async (_, file) => {
      if (works) out.push(file);
      return works;
    },
    whole: async () => inbox,
    takeAway: async (_, name) => {
      inbox = inbox.filter((f) => f.fileName !== name);
    },
  };
  return {
    folders,
    out,
    left: () => inbox.map((f) => f.fileName),
    arrive: (fileName: string, text: string) => {
      inbox = [...inbox, { fileName, bytes: new TextEncoder().encode(text) }];
    },
    breakDown: (broken: boolean) => {
      works = !broken;
    },
  };
};

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let folder: ReturnType<typeof memoryFolders>;
let casework: HttpWorld['casework'];
let lines: readonly X12Line[];

const episodeId = uuidOf('episode/files');
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  folder = memoryFolders();
  lines = [line];
  casework = { ...world.casework, fileLines: createFileLines(() => lines, folder.folders) };
  app = await buildApp({ ...world.options, casework, hub: liveHub(world.store.live) });
  staff = await as('utilizationReviewStaff');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Juniper', active: true }]);
  await staff.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-18',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'JM-77' }],
  });
  const card: PayerCard = { ...harborCard, payerId: 'payer-1', line: line.name };
  const saved = await staff.call('PUT', '/api/practice/payer-cards/payer-1', {
    card,
    expectedVersion: 0,
    reason: 'Read in the companion guide.',
  });
  expect(saved.status).toBe(200);
});
afterEach(() => app.close());

const desk = async (): Promise<RequestDesk> =>
  (await staff.get(`/api/practice/episodes/${episodeId}/requests`)).body as RequestDesk;
const submissionId = uuidOf('submission/file-1');
const ask = async (change: Partial<RequestBody> = {}) =>
  staff.post(`/api/practice/episodes/${episodeId}/requests`, {
    commandId: submissionId,
    expectedVersion: (await desk()).version,
    kind: 'initial',
    coverageId: 'cov-1',
    levelOfCare: 'residential',
    codes: ['H0018'],
    from: '2026-11-18',
    to: '2026-11-24',
    units: 7,
    urgency: 'expedited',
    channel: 'x12',
    clinicalSummary: 'Withdrawal signs on admission; two tries at a lower level failed within a month.',
    diagnoses: ['F10.20', 'F33.1'],
    ...change,
  });
const submission = async () => (await desk()).submissions.find((s) => s.submissionId === submissionId);
const tasks = async () =>
  ((await staff.get('/api/practice/tasks')).body as { readonly tasks: readonly TaskLine[] }).tasks;

type Sent = Pick<OutgoingInterchange, 'groupCode' | 'version' | 'transactions'>;
const fromPayer = (content: Sent, control = 9): string =>
  writeInterchange({
    sender: line.receiver,
    receiver: line.sender,
    control,
    usage: 'T',
    on: '20261120',
    at: '1100',
    acknowledgmentWanted: true,
    ...content,
  });
const answer = (change: Partial<AuthorizationAnswer> = {}): string =>
  fromPayer({
    groupCode: 'HI',
    version: authorizationVersion,
    transactions: [
      {
        set: '278',
        version: authorizationVersion,
        body: writeAuthorizationAnswer({
          reference: submissionId,
          answeredOn: calendarDate('2026-11-20'),
          answeredAt: '1100',
          payer: line.payer,
          requester: { name: line.provider.name, id: line.provider.npi, idQualifier: 'XX' },
          subscriber: { family: 'QUIGLEY', given: 'MAEVE', memberNumber: 'JM77' },
          trace: { number: submissionId, by: line.provider.npi },
          rejections: [],
          services: [
            {
              code: 'H0018',
              outcome: { action: 'A1', authorizationNumber: 'AUTH-5', reasonCodes: [] },
              from: calendarDate('2026-11-18'),
              to: calendarDate('2026-11-24'),
              quantity: 7,
            },
          ],
          ...change,
        }),
      },
    ],
  });
const receipt = (standing: GroupAcknowledgment['standing'], control = 1): string =>
  fromPayer({
    groupCode: 'FA',
    version: acknowledgmentVersion,
    transactions: [
      {
        set: '999',
        version: acknowledgmentVersion,
        body: writeGroupAcknowledgment({
          groupCode: 'HI',
          groupControl: String(control),
          sets: [
            {
              set: '278',
              control: '0001',
              errors:
                standing === 'A'
                  ? []
                  : [{ segment: 'NM1', position: 9, loop: '2010C', code: '8', elements: [{ element: 9, code: '1' }] }],
              standing,
              codes: standing === 'A' ? [] : ['5'],
            },
          ],
          standing,
          included: 1,
          received: 1,
          accepted: standing === 'A' ? 1 : 0,
          codes: [],
        }),
      },
    ],
  });

const failures: unknown[] = [];
const round = () => pickUpFiles(casework, readPayerFile, (_, error) => failures.push(error));
const upload = async (name: string, text: string, who = staff) => {
  const reply = await who.call('POST', `/api/practice/files?name=${name}`, Buffer.from(text), {
    'content-type': 'application/edi-x12',
  });
  return { status: reply.status, ...(reply.body as TakenFile) };
};
const files = async (query = '', who = staff) =>
  ((await who.get(`/api/practice/files${query}`)).body as PayerFilePage).files;
const view = async (fileId: string) => (await staff.get(`/api/practice/files/${fileId}`)).body as PayerFileView;
const settle = (fileId: string, act: object, who = staff) => who.post(`/api/practice/files/${fileId}/settle`, { act });
const textOf = (f: MadeFile | undefined) => new TextDecoder().decode(f?.bytes);

describe('a request that goes as a file (278)', () => {
  test('is written down, numbered, kept, and put into the folder of the line', async () => {
    expect(await ask()).toMatchObject({ status: 200 });
    expect(await submission()).toMatchObject({ channel: 'x12', sentTo: 'juniper-278', file: { control: 1 } });
    expect(folder.out.map((f) => f.fileName)).toEqual(['278-juniper-278-000000001.x12']);
    const [i] = readFile([textOf(folder.out[0])]).interchanges;
    expect(i).toMatchObject({ sender: line.sender, receiver: line.receiver, control: '000000001', problems: [] });
    const { request, problems } = readAuthorizationRequest(i!.groups[0]!.transactions[0]!);
    expect(problems).toEqual([]);
    expect(request).toMatchObject({
      reference: submissionId,
      // Ten in the morning of Chicago, where the practice is.
      madeOn: '2026-11-20',
      madeAt: '1000',
      subscriber: { family: 'Quigley', memberNumber: 'JM-77', birthDate: '1990-04-02' },
      category: 'AR',
      certification: 'I',
      serviceType: 'AI',
      levelOfService: 'U',
      admittedOn: '2026-11-18',
      diagnoses: [
        { qualifier: 'ABK', code: 'F1020' },
        { qualifier: 'ABF', code: 'F331' },
      ],
      services: [{ code: 'H0018', quantity: 7, from: '2026-11-18', to: '2026-11-24' }],
    });
    const kept = await staff.get(`/api/practice/files/${submissionId}/content`);
    expect(kept.text).toBe(textOf(folder.out[0]));
  });

  test('sent twice by the same form is one file with one number', async () => {
    await ask();
    expect(await ask({ expectedVersion: 2 })).toMatchObject({ status: 200 });
    expect(folder.out).toHaveLength(1);
    expect(await files('?show=all')).toHaveLength(1);
  });

  test('waits where the folder cannot be reached, and is put there by a later round', async () => {
    folder.breakDown(true);
    await ask();
    expect(await submission()).toMatchObject({ file: { standing: 'made' } });
    expect((await files()).map((f) => f.standing)).toEqual(['made']);
    await round();
    expect(folder.out).toEqual([]);
    folder.breakDown(false);
    await round();
    expect(folder.out).toHaveLength(1);
    expect(await submission()).toMatchObject({ file: { standing: 'handedOver' } });
  });

  test('needs a line to this payer and a diagnosis', async () => {
    expect(await ask({ diagnoses: [] })).toMatchObject({ status: 422 });
    lines = [];
    expect(await ask()).toMatchObject({ status: 422, body: { message: expect.stringContaining('no line for X12') } });
    expect((await desk()).submissions).toEqual([]);
  });

  test('for more days names the authorization that it goes on from', async () => {
    await ask();
    folder.arrive('a.278', answer());
    await round();
    await ask({
      commandId: uuidOf('submission/file-2'),
      kind: 'continuedStay',
      from: '2026-11-25',
      to: '2026-11-29',
      units: 5,
    });
    const request = folder.out.find((f) => f.fileName.startsWith('278') && f !== folder.out[0]);
    const [t] = readFile([textOf(request)]).interchanges[0]?.groups[0]?.transactions ?? [];
    const back = readAuthorizationRequest(t!).request;
    expect(back).toMatchObject({ certification: '4', previousAuthorization: 'AUTH-5' });
    expect(back?.services).toHaveLength(1);
  });
});

describe('what comes back', () => {
  test('from the folder is kept, recorded on the episode, answered with a 999 and a TA1, and leaves the folder', async () => {
    await ask();
    folder.arrive('ack.999', receipt('A'));
    folder.arrive('answer.278', answer());
    expect(await round()).toBe(2);
    expect(failures).toEqual([]);
    expect(folder.left()).toEqual([]);
    const s = await submission();
    expect(s?.answers.map((a) => a.outcome)).toEqual(['approved']);
    expect((await desk()).authorizations).toMatchObject([{ number: 'AUTH-5', units: 7, to: '2026-11-24' }]);
    expect(s?.file?.standing).toBe('answered');
    expect(await files()).toEqual([]);
    const [, ...acks] = folder.out;
    const sets = acks.map((f) => readFile([textOf(f)]).interchanges[0]!);
    // The acknowledgment of an acknowledgment is its envelope at most.
    expect(sets.map((i) => [i.acknowledgments.length, i.groups.length])).toEqual([
      [1, 0],
      [1, 1],
    ]);
    const { acknowledgment } = readGroupAcknowledgment(sets[1]!.groups[0]!.transactions[0]!);
    expect(acknowledgment).toMatchObject({ groupCode: 'HI', groupControl: '9', standing: 'A' });
    const controls = folder.out.map((f) => readFile([textOf(f)]).interchanges[0]?.control);
    expect(new Set(controls).size).toBe(controls.length);
  });

  test('of the same file again changes nothing', async () => {
    await ask();
    expect(await upload('answer.278', answer())).toMatchObject({ status: 201, repeated: false });
    expect(await upload('again.278', answer())).toMatchObject({ status: 200, repeated: true });
    expect((await desk()).authorizations).toHaveLength(1);
  });

  test('with a 999 that does not take the request ends it, in words, and the request is due again', async () => {
    await ask();
    expect((await tasks()).some((t) => t.kind === 'requestDue')).toBe(false);
    await upload('ack.999', receipt('R'));
    expect((await submission())?.answers).toMatchObject([
      { outcome: 'rejected', reason: expect.stringContaining('Segment 9 (NM1), element 9: it is missing.') },
    ]);
    expect((await files()).map((f) => [f.fileId, f.standing])).toEqual([[submissionId, 'refused']]);
    expect((await tasks()).some((t) => t.kind === 'requestDue')).toBe(true);
  });

  test('with reject reasons instead of a decision ends the request with the reasons in words', async () => {
    await ask();
    await upload('a.278', answer({ services: [], rejections: [{ loop: '2010C', reason: '75', followUp: 'C' }] }));
    expect((await submission())?.answers).toMatchObject([
      {
        outcome: 'rejected',
        reason: 'The payer cannot find the member. Mend it and send it again.',
      },
    ]);
  });

  test('with a pend that wants information asks for it', async () => {
    await ask();
    const outcome = { action: 'A4' as const, authorizationNumber: 'PEND-1', reasonCodes: ['0U'] };
    await upload('a.278', answer({ services: [{ code: 'H0018', outcome }], message: 'Send the last three notes.' }));
    expect((await submission())?.answers).toMatchObject([
      {
        outcome: 'informationRequested',
        reference: 'PEND-1',
        wanted: ['The payer wants further information. Send the last three notes.'],
      },
    ]);
  });

  test('with a denial records the denied days and their money', async () => {
    await ask();
    const outcome = { action: 'A3' as const, reasonCodes: ['06'] };
    await upload('a.278', answer({ services: [{ code: 'H0018', outcome }] }));
    expect((await submission())?.answers).toMatchObject([
      { outcome: 'denied', reason: 'The care could be given at a lower level.' },
    ]);
  });

  test('that belongs to nothing is shown with the reason until a person says what it answers', async () => {
    await ask();
    const stray = answer({ reference: 'THEIR-1', trace: { number: 'THEIR-1', by: 'JM' } });
    const { fileId } = await upload('a.278', stray);
    expect((await submission())?.answers).toEqual([]);
    const shown = await view(fileId);
    expect(shown).toMatchObject({
      file: { standing: 'unmatched', kinds: ['278'], keptBy: { name: 'utilizationReviewStaff of Lakeside' } },
      parts: [{ part: 1, standing: 'unmatched', text: expect.stringContaining('has the number') }],
    });
    expect(shown.parts[0]?.candidates).toMatchObject([{ episodeId, submissionId, patientName: 'Quigley, Maeve' }]);
    const desk1 = await as('frontDesk');
    const match = { type: 'match', part: 1, episodeId, submissionId };
    expect(await settle(fileId, match, desk1)).toMatchObject({ status: 403 });
    expect(await settle(fileId, match)).toMatchObject({ status: 200, body: { recorded: true } });
    expect((await submission())?.answers.map((a) => a.outcome)).toEqual(['approved']);
    expect((await view(fileId)).file.standing).toBe('taken');
    expect((await submission())?.file?.standing).toBe('answered');
    expect(await settle(fileId, match)).toMatchObject({ status: 422 });
  });

  test('for another member than the request is not recorded by itself', async () => {
    await ask();
    await upload('a.278', answer({ subscriber: { family: 'OTHER', memberNumber: 'JM-78' } }));
    expect((await submission())?.answers).toEqual([]);
    expect((await files('?kind=278&direction=in')).map((f) => f.standing)).toEqual(['unmatched']);
  });

  test('that is broken or no X12 is kept byte by byte and set aside with a reason', async () => {
    const cut = answer().slice(0, 400);
    const { fileId } = await upload('cut.278', cut);
    expect(await view(fileId)).toMatchObject({ file: { standing: 'broken' }, parts: [] });
    expect((await staff.get(`/api/practice/files/${fileId}/content`)).text).toBe(cut);
    expect(await settle(fileId, { type: 'setAside', part: 0, reason: ' ' })).toMatchObject({ status: 400 });
    const aside = { type: 'setAside', part: 0, reason: 'The payer sends it again.' };
    expect(await settle(fileId, aside)).toMatchObject({ status: 200 });
    expect(await files()).toEqual([]);
    const { fileId: text } = await upload('letter.txt', 'Dear practice');
    expect((await view(text)).unread[0]).toContain('begins with an ISA');
  });

  test('is nobody else’s to see, and every look is written down', async () => {
    const { fileId } = await upload('a.278', answer());
    const other = await as('utilizationReviewStaff', 'hillside');
    expect(await other.get(`/api/practice/files/${fileId}`)).toMatchObject({ status: 404 });
    expect(await other.get(`/api/practice/files/${fileId}/content`)).toMatchObject({ status: 404 });
    expect(await files('?show=all', other)).toEqual([]);
    const clinician = await as('treatingClinician');
    expect(await clinician.get('/api/practice/files')).toMatchObject({ status: 403 });
    expect(await upload('empty', '')).toMatchObject({ status: 422 });
  });
});
