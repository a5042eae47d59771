import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { writeInterchange } from '@openum/x12/envelope/write.ts';
import { type Content, segment } from '@openum/x12/text/segment.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { ClaimsAnswer, PlannedBill, RecordedBill } from '../../contract/practice/claim.ts';
import type { EpisodeView } from '../../contract/practice/episode.ts';
import type { PayerFileView, TakenFile } from '../../contract/practice/payerFile.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let biller: Caller;
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));
const episodeId = uuidOf('episode/claims');
let commands = 0;
const record = (expectedVersion: number, command: object) =>
  staff.post(`/api/practice/episodes/${episodeId}/commands`, {
    commandId: uuidOf(`claim-test/${++commands}`),
    expectedVersion,
    command,
  });

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  [staff, biller] = [await as('utilizationReviewStaff'), await as('biller')];
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
  await staff.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-14',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'R-77' }],
  });
  const authorization = {
    number: 'PA-100',
    coverageId: 'cov-1',
    levelOfCare: 'residential',
    codes: [],
    from: '2026-11-14',
    to: '2026-11-16',
  };
  await record(2, { type: 'RecordAuthorization', authorization });
  await record(3, { type: 'RecordServices', services: [{ on: '2026-11-14', units: 1 }] });
});
afterEach(() => app.close());

const hl = (...v: string[]) => segment('HL', ...v);
const nm1 = (code: string, kind: string, family: string, given?: string, qualifier?: string, id?: string) =>
  segment('NM1', code, kind, family, given, undefined, undefined, undefined, qualifier, id);
const claim = (id: string, days: readonly string[], member = 'R77'): readonly Content[] => [
  hl('2', '1', '22', '0'),
  segment('SBR', 'P', '18'),
  nm1('IL', '1', 'QUIGLEY', 'MAEVE', 'MI', member),
  segment('DMG', 'D8', '19900402', 'F'),
  nm1('PR', '2', 'RIDGE', undefined, 'PI', 'R1'),
  segment('CLM', id, String(900 * days.length), undefined, undefined, { parts: ['86', 'A', '1'] }),
  segment('REF', 'G1', 'PA-100'),
  segment('HI', { parts: ['ABK', 'F1020'] }),
  ...days.flatMap((on, at) => [
    segment('LX', String(at + 1)),
    segment('SV2', '1002', { parts: ['HC', 'H0018'] }, '900', 'UN', '1'),
    segment('DTP', '472', 'D8', on.replaceAll('-', '')),
  ]),
];
const file = (...claims: readonly (readonly Content[])[]): string =>
  writeInterchange({
    sender: { qualifier: 'ZZ', id: 'A' },
    receiver: { qualifier: 'ZZ', id: 'B' },
    control: 1,
    usage: 'T',
    on: '20261118',
    at: '1200',
    groupCode: 'HC',
    version: '005010X223A2',
    transactions: [
      {
        set: '837',
        version: '005010X223A2',
        body: [
          segment('BHT', '0019', '00', 'B1', '20261118', '1200', 'CH'),
          nm1('41', '2', 'LAKESIDE', undefined, '46', 'L1'),
          nm1('40', '2', 'RIDGE', undefined, '46', 'R1'),
          hl('1', '', '20', '1'),
          nm1('85', '2', 'LAKESIDE', undefined, 'XX', '1234567893'),
          ...claims.flat(),
        ],
      },
    ],
  });

const keep = async (text: string, who = biller): Promise<string> => {
  const headers = { 'content-type': 'application/edi-x12' };
  const kept = await who.call('POST', '/api/practice/files?name=claims.837', Buffer.from(text), headers);
  return (kept.body as TakenFile).fileId;
};
const path = (fileId: string) => `/api/practice/files/${fileId}/claims`;
const check = async (text: string) =>
  ((await biller.get(path(await keep(text)))).body as ClaimsAnswer<PlannedBill>).claims;
const bill = async (text: string, body: object = {}) =>
  ((await biller.post(path(await keep(text)), body)).body as ClaimsAnswer<RecordedBill>).claims;
const standing = async (text: string) =>
  ((await biller.get(`/api/practice/files/${await keep(text)}`)).body as PayerFileView).file.standing;
const episode = async () => (await staff.get(`/api/practice/episodes/${episodeId}`)).body as EpisodeView;
const billed = async () =>
  (await episode()).days.flatMap((d) => d.services.filter((s) => s.billed).map((s) => [d.on, s.billed?.claimId]));

describe('claims of a file (837)', () => {
  test('are checked before they go, and nothing changes by that', async () => {
    const [covered, beyond] = await check(
      file(claim('C-1', ['2026-11-14', '2026-11-15']), claim('C-2', ['2026-11-16', '2026-11-17'])),
    );
    expect(covered).toMatchObject({
      standing: 'ready',
      episodeId,
      patientName: 'QUIGLEY, MAEVE',
      days: [{ was: 'attended' }, { was: 'new' }],
      warnings: [],
      found: [],
    });
    expect(beyond).toMatchObject({ standing: 'blocked', atStake: 90_000, days: [{}, { covered: 'expired' }] });
    expect(await billed()).toEqual([]);
  });

  test('are recorded as delivered and billed, once, however often they come', async () => {
    const text = file(claim('C-1', ['2026-11-14', '2026-11-15']));
    expect(await standing(text)).toBe('kept');
    expect(await bill(text)).toMatchObject([{ done: true }]);
    expect(await billed()).toEqual([
      ['2026-11-14', 'C-1'],
      ['2026-11-15', 'C-1'],
    ]);
    expect(await bill(text)).toMatchObject([{ done: false, standing: 'known' }]);
    expect(await standing(text)).toBe('taken');
    expect((await episode()).totals.byState.covered).toMatchObject({ services: 2, units: 2 });
  });

  test('with a day that nothing covers go out only with the reason of a person, which stays in the record', async () => {
    const text = file(claim('C-2', ['2026-11-17']));
    expect(await bill(text)).toMatchObject([{ done: false, standing: 'blocked' }]);
    expect(await billed()).toEqual([]);
    const [planned] = await check(text);
    const overrides = [{ position: planned?.position, reason: 'The payer confirmed the day by telephone.' }];
    expect(await bill(text, { overrides })).toMatchObject([{ done: true }]);
    expect((await episode()).overrides).toMatchObject([{ reason: 'The payer confirmed the day by telephone.' }]);
  });

  test('of nobody here, or wrong in themselves, say so and keep no other out', async () => {
    const broken = claim('C-4', ['2026-11-15']).map((s) => (s.id === 'CLM' ? segment('CLM', 'C-4', '17') : s));
    const text = file(claim('C-3', ['2026-11-14'], 'NOBODY'), broken, claim('C-5', ['2026-11-16']));
    const [nobody, wrong, right] = await bill(text);
    expect(nobody).toMatchObject({ standing: 'unknownPatient', done: false });
    expect(wrong).toMatchObject({ done: false, found: [expect.stringContaining('do not add up')] });
    expect(right).toMatchObject({ done: true });
    expect(await standing(text)).toBe('kept');
    expect((await bill(text, { despite: [wrong?.position] }))[1]).toMatchObject({ done: true });
  });

  test('are the biller’s to record, of this practice alone', async () => {
    const fileId = await keep(file(claim('C-1', ['2026-11-14'])));
    expect((await staff.get(path(fileId))).status).toBe(403);
    const other = await as('biller', 'hillside');
    expect((await other.get(path(fileId))).status).toBe(404);
    const theirs = await keep(file(claim('C-1', ['2026-11-14'])), other);
    expect(((await other.get(path(theirs))).body as ClaimsAnswer<PlannedBill>).claims).toMatchObject([
      { standing: 'unknownPatient' },
    ]);
  });
});
