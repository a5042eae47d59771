import { calendarDate } from '@openum/domain/time/instant.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { writeInterchange } from '@openum/x12/envelope/write.ts';
import { remittanceVersion, writeRemittance } from '@openum/x12/remittance/write.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { DenialPage, DenialsReading } from '../../contract/practice/denial.ts';
import type { PayerFileView, TakenFile } from '../../contract/practice/payerFile.ts';
import type { AppliedClaim, PlannedClaim, RemittanceAnswer } from '../../contract/practice/remittance.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
let biller: Caller;
const as = async (name: string, organization = 'lakeside'): Promise<Caller> =>
  callerOf(app, await world.sessionOf(`${name}@${organization}.example`));

const episodeId = uuidOf('episode/denials');
let commands = 0;
const commandId = () => uuidOf(`denial-test/${++commands}`);
const record = (expectedVersion: number, command: object, who = staff) =>
  who.post(`/api/practice/episodes/${episodeId}/commands`, { commandId: commandId(), expectedVersion, command });

const days = ['2026-11-16', '2026-11-17', '2026-11-18'];
const file = (claimId = 'C-1', paid = 0): string =>
  writeInterchange({
    sender: { qualifier: 'ZZ', id: 'RIDGE' },
    receiver: { qualifier: 'ZZ', id: 'LAKESIDE' },
    control: 5,
    usage: 'P',
    on: '20261118',
    at: '0900',
    groupCode: 'HP',
    version: remittanceVersion,
    transactions: [
      {
        set: '835',
        version: remittanceVersion,
        body: writeRemittance({
          traceNumber: 'T-5',
          payerId: '1999999999',
          payerName: 'Ridge Health',
          payeeName: 'Lakeside',
          payeeNpi: '1234567893',
          paidOn: calendarDate('2026-11-30'),
          amount: paid,
          method: 'ACH',
          claims: [
            {
              claimId,
              status: '1',
              charge: 270_000,
              paid,
              patient: { family: 'Quigley', given: 'Maeve' },
              adjustments: [],
              remarkCodes: [],
              services: days.map((on) => ({
                qualifier: 'HC',
                code: 'H0018',
                modifiers: [],
                charge: 90_000,
                paid: paid / 3,
                from: calendarDate(on),
                to: calendarDate(on),
                adjustments:
                  paid === 0
                    ? [{ group: 'CO' as const, code: '197', amount: 90_000 }]
                    : [{ group: 'CO' as const, code: '45', amount: 90_000 - paid / 3 }],
                remarkCodes: paid === 0 ? ['M62'] : [],
              })),
            },
          ],
          providerAdjustments: [],
        }),
      },
    ],
  });

beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  [staff, biller] = [await as('utilizationReviewStaff'), await as('biller')];
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
  await world.store.practiceRegister.saveSettings(lakeside, { recordUncovered: 'warn', billUncovered: 'warn' });
  await staff.post('/api/practice/episodes', {
    commandId: episodeId,
    newPatient: { family: 'Quigley', given: 'Maeve', birthDate: '1990-04-02', chartNumber: 'C-100' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-16',
    emergency: false,
    coverages: [{ coverageId: 'cov-1', order: 1, payerId: 'payer-1', memberNumber: 'R-77' }],
  });
  await record(2, { type: 'RecordServices', services: days.map((on) => ({ on, units: 1 })) });
  const found = await world.store.episodes.events(lakeside, episodeId);
  const serviceIds = found.flatMap((e) =>
    e.type === 'ServicesRecorded' ? e.data.services.map((s) => s.serviceId) : [],
  );
  await record(3, { type: 'BillServices', serviceIds, claimId: 'C-1', billedOn: '2026-11-18' }, biller);
});
afterEach(() => app.close());

const keep = async (text: string, who = biller): Promise<string> => {
  const headers = { 'content-type': 'application/edi-x12' };
  const kept = await who.call('POST', '/api/practice/files?name=remittance.835', Buffer.from(text), headers);
  return (kept.body as TakenFile).fileId;
};
const at = (fileId: string) => `/api/practice/files/${fileId}/remittances`;
const preview = async (text: string) => (await biller.get(at(await keep(text)))).body as RemittanceAnswer<PlannedClaim>;
const apply = async (text: string, despite: readonly number[] = []) =>
  (await biller.post(at(await keep(text)), { despite })).body as RemittanceAnswer<AppliedClaim>;
const standing = async (text: string) =>
  ((await biller.get(`/api/practice/files/${await keep(text)}`)).body as PayerFileView).file.standing;
const denials = async (who = staff) => (await who.get('/api/practice/denials')).body as DenialsReading;
const version = async () => (await world.store.episodes.events(lakeside, episodeId)).length;

describe('a remittance that is read in', () => {
  test('shows first what it would change, and changes nothing by that', async () => {
    const { payments, problems } = await preview(file());
    expect(problems).toEqual([]);
    expect(payments).toMatchObject([
      {
        traceNumber: 'T-5',
        claims: [{ claimId: 'C-1', standing: 'ready', denied: 270_000, patientName: 'Quigley, Maeve' }],
      },
    ]);
    expect((await denials()).denials).toEqual([]);
    expect(await standing(file())).toBe('kept');
  });

  test('is kept byte by byte before anything is read of it', async () => {
    const broken = `${file().slice(0, 300)}\u0000ü`;
    const fileId = await keep(broken);
    expect((await biller.get(`/api/practice/files/${fileId}/content`)).text).toBe(broken);
    expect(await standing(broken)).toBe('broken');
  });

  test('records payment and denial with its cause once, however often it comes', async () => {
    expect((await apply(file())).payments[0]?.claims).toMatchObject([{ done: true }]);
    expect((await apply(file())).payments[0]?.claims).toMatchObject([{ done: false, standing: 'applied' }]);
    expect(await standing(file())).toBe('taken');
    const { denials: list, clusters, labels } = await denials();
    expect(list).toMatchObject([
      {
        amount: 270_000,
        from: '2026-11-16',
        to: '2026-11-18',
        cause: 'notObtained',
        source: 'remittance',
        patientName: 'Quigley, Maeve',
      },
    ]);
    expect(clusters).toMatchObject([{ cause: 'notObtained', payerName: 'Ridge Health', count: 1, amount: 270_000 }]);
    expect(labels['197']).toBe('No authorization or notification');
  });

  test('that pays less by agreement is a payment and no denial', async () => {
    expect((await apply(file('C-1', 240_000))).payments[0]?.claims).toMatchObject([{ done: true, denied: 0 }]);
    expect((await denials()).denials).toEqual([]);
  });

  test('for a claim of nobody here says so and goes on', async () => {
    expect((await apply(file('C-9'))).payments[0]?.claims).toMatchObject([{ standing: 'unknownClaim', done: false }]);
    expect(await standing(file('C-9'))).toBe('kept');
  });

  test('keeps out a claim that does not add up, until a person takes it all the same', async () => {
    const wrong = file().replace('CAS*CO*197*900', 'CAS*CO*197*800');
    const [claim] = (await apply(wrong)).payments[0]?.claims ?? [];
    expect(claim).toMatchObject({ done: false, standing: 'ready' });
    expect(claim?.problems[0]).toContain('charge less adjustments');
    expect((await apply(wrong, [claim?.position ?? 0])).payments[0]?.claims).toMatchObject([{ done: true }]);
  });

  test('is read in by those who bill, and tells what is wrong with a file that is none', async () => {
    expect((await staff.post(at(await keep(file())), {})).status).toBe(403);
    expect((await preview('Dear practice')).problems).toMatchObject([{ text: expect.stringContaining('ISA') }]);
  });

  test('of another practice finds no claim here', async () => {
    const other = await as('biller', 'hillside');
    expect((await other.post(at(await keep(file())), {})).status).toBe(404);
    const { body } = await other.post(at(await keep(file(), other)), {});
    expect((body as RemittanceAnswer<AppliedClaim>).payments[0]?.claims).toMatchObject([{ standing: 'unknownClaim' }]);
  });
});

describe('a denial', () => {
  const act = async (body: object) =>
    staff.post(`/api/practice/episodes/${episodeId}/denial-acts`, {
      commandId: commandId(),
      expectedVersion: await version(),
      act: body,
    });

  test('gets another cause from a person with a reason, and the finding stays beside it', async () => {
    await apply(file());
    const denialId = (await denials()).denials[0]?.denialId;
    expect((await act({ type: 'AssignCause', denialId, cause: 'coding', reason: 'Box 63 was empty' })).status).toBe(
      200,
    );
    expect((await denials()).denials).toMatchObject([
      { cause: 'coding', assigned: true, found: { cause: 'notObtained' }, assignedBy: { reason: 'Box 63 was empty' } },
    ]);
  });

  test('is appealed, and what comes back is counted', async () => {
    await apply(file());
    const denialId = (await denials()).denials[0]?.denialId;
    const sent = {
      type: 'SendAppeal',
      denialId,
      level: 1,
      urgency: 'standard',
      sentOn: '2026-11-18',
      letter: 'We ask …',
    };
    expect((await act(sent)).status).toBe(200);
    const appeals = (await denials()).denials[0]?.appeals;
    const answer = { type: 'RecordAppealAnswer', appealId: appeals?.[0]?.appealId, outcome: 'overturned' };
    expect((await act({ ...answer, answeredOn: '2026-11-18', recovered: 270_000 })).status).toBe(200);
    expect((await denials()).denials).toMatchObject([
      { recovered: 270_000, appeals: [{ answered: { outcome: 'overturned' } }] },
    ]);
  });

  test('are found by payer, cause and open appeal, page by page, while the sums stay those of all', async () => {
    await apply(file());
    const page = async (query: string) => (await staff.get(`/api/practice/denials?${query}`)).body as DenialPage;
    const [cluster] = (await page('')).clusters;
    const sums = { count: 1, denied: 270_000, recovered: 0, open: 270_000 };
    expect(await page(`payer=${cluster?.payerId}&programme=${cluster?.programmeId}&cause=notObtained`)).toMatchObject({
      total: 1,
      denials: [{ cause: 'notObtained' }],
      sums,
    });
    expect(await page('cause=coding')).toMatchObject({ total: 0, denials: [], sums });
    expect(await page('appeal=open')).toMatchObject({ total: 1, sums });
    expect(await page('page=2')).toMatchObject({ total: 1, denials: [], sums });
    expect((await staff.get('/api/practice/denials?cause=weather')).status).toBe(400);
  });

  test('are given as tables', async () => {
    expect((await biller.get('/api/practice/denials.csv')).text).toMatch(
      /^\ufeffpatient,episode,payer,programme,received,/,
    );
    expect((await biller.get('/api/practice/retro.csv')).text).toMatch(/^\ufeffpatient,episode,payer,emergency,/);
  });
});
