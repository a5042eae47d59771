import { loadCase } from '@openum/casework/case/load.ts';
import { type AdtChange, adt } from '@openum/testkit/hl7/adt.ts';
import { plan as tenant } from '@openum/testkit/http/people.ts';
import { type HttpWorld, httpWorld, tokens } from '@openum/testkit/http/world.ts';
import type { FastifyInstance } from 'fastify';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { liveHub } from '../live/hub.ts';
import { er7 } from './receive.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
let world: HttpWorld;
let app: FastifyInstance;
/** The world's clock stands at 16:00 UTC on Friday 20 November 2026, 10:00 in Chicago. */
beforeEach(async () => {
  world = await httpWorld();
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
});

const post = (payload: Buffer | string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/hl7/v2',
    headers: { authorization: `Bearer ${tokens.plan}`, 'content-type': er7, ...headers },
    payload: typeof payload === 'string' ? bytes(payload) : payload,
  });

/** The acknowledgement as code and the errors' code, place and sentence. */
const answered = (text: string) => {
  const segments = text.split('\r').map((s) => s.split('|'));
  const msa = segments.find(([name]) => name === 'MSA');
  return {
    code: msa?.[1],
    of: msa?.[2],
    errors: segments.filter(([name]) => name === 'ERR').map((e) => `${e[3]?.split('^')[0]} ${e[2]}`),
    text,
  };
};
const send = async (change: AdtChange = {}) => answered((await post(adt(change))).body);

const scope = { tenantId: tenant.tenantId };
const visits = async (filter: { incomplete?: boolean } = {}) =>
  (await world.store.visits.page(scope, filter, undefined, 50)).rows;
const theCase = async () => {
  const [visit] = await visits();
  const loaded = visit?.caseId === undefined ? undefined : await loadCase(world.store.cases, scope, visit.caseId);
  return loaded?.state;
};
const caseIds = () => world.store.cases.caseIds(scope, undefined, 10);

describe('an admission sent by HL7 v2', () => {
  test('opens a concurrent review and is acknowledged to its sender', async () => {
    const answer = await send();
    expect(answer).toMatchObject({ code: 'AA', of: 'C-1', errors: [] });
    expect(answer.text).toMatch(/^MSH\|\^~\\&\|OPENUM\|PLAN\|HIS\|Lakeside Hospital\|\d{14}\+0000\|\|ACK\^A01\^ACK\|/);
    const c = await theCase();
    expect(c?.request).toMatchObject({
      channel: 'admissionNotice',
      reviewType: 'concurrent',
      diagnoses: [{ code: 'J96.01', principal: true }],
      stay: {
        admittedAt: '2026-11-20T14:15:00.000Z',
        levelOfCare: 'medicalSurgical',
        admissionSource: 'emergency',
        visitNumber: { value: 'V-100' },
      },
    });
    expect(c?.documents[0]).toMatchObject({ contentType: er7, title: 'Original admission notice' });
  });

  test('is kept as it came, byte for byte', async () => {
    const sent = adt({ family: 'Åkerman' });
    await post(sent);
    const c = await theCase();
    const kept = await world.store.cases.message(scope, c?.request.messageId ?? '');
    expect(Buffer.from(kept?.bytes ?? []).equals(bytes(sent))).toBe(true);
  });

  test('repeated gets the same answer and does nothing twice; the control id with other content is refused', async () => {
    const first = (await post(adt())).body;
    expect((await post(adt())).body).toBe(first);
    expect(await caseIds()).toHaveLength(1);
    expect(await send({ unit: 'ICU' })).toMatchObject({ code: 'AR', errors: ['205 MSH^1^10'] });
    expect(await caseIds()).toHaveLength(1);
  });

  test('that was told by a form before joins its case instead of opening another', async () => {
    await send();
    await send({ control: 'C-2', visit: 'V-101', admittedAt: '20261120093000' });
    expect(await caseIds()).toHaveLength(1);
    expect((await visits()).map((v) => v.caseId)).toEqual([...(await caseIds()), ...(await caseIds())]);
  });
});

describe('the course of a stay', () => {
  test('transfer, discharge, its cancellation and the cancelled admission are followed by the visit number', async () => {
    await send();
    expect(await send({ control: 'C-2', event: 'A02', unit: 'ICU', sentAt: '20261120094000' })).toMatchObject({
      code: 'AA',
    });
    expect((await theCase())?.stay?.levels.map((l) => l.level)).toEqual(['medicalSurgical', 'intensiveCare']);
    const left = { dischargedAt: '20261120095000', disposition: '03', sentAt: '20261120095100', unit: 'ICU' };
    await send({ control: 'C-3', event: 'A03', ...left });
    expect((await theCase())?.stay?.discharge).toEqual({
      dischargedAt: '2026-11-20T15:50:00.000Z',
      disposition: 'skilledNursing',
    });
    await send({ control: 'C-4', event: 'A13', sentAt: '20261120095500', unit: 'ICU' });
    expect((await theCase())?.stay).not.toHaveProperty('discharge');
    await send({ control: 'C-5', event: 'A11', sentAt: '20261120095800' });
    expect((await theCase())?.stay?.cancelled).toBeDefined();
    expect((await theCase())?.items[0]).toMatchObject({ cancelled: true });
  });

  test('a discharge that overtakes its admission waits for it', async () => {
    const left = { event: 'A03', dischargedAt: '20261120094500', disposition: '01', sentAt: '20261120094600' };
    expect(await send({ control: 'C-2', ...left, admittedAt: '' })).toMatchObject({ code: 'AA' });
    expect(await caseIds()).toEqual([]);
    await send();
    expect((await theCase())?.stay?.discharge).toMatchObject({ dischargedAt: '2026-11-20T15:45:00.000Z' });
  });

  test('a correction of the time of admission is taken with its reason in the record', async () => {
    await send();
    await send({ control: 'C-2', event: 'A08', admittedAt: '20261120071000', sentAt: '20261120094000' });
    expect((await theCase())?.stay?.admittedAt).toBe('2026-11-20T13:10:00.000Z');
  });

  test('a visit to the emergency department opens no review until the patient is admitted', async () => {
    const emergency = { event: 'A04', patientClass: 'E', admittedAt: '20261120060000', sentAt: '20261120060500' };
    expect(await send({ ...emergency })).toMatchObject({ code: 'AA' });
    expect(await visits()).toMatchObject([{ phase: 'emergency', inpatient: false }]);
    expect(await caseIds()).toEqual([]);
    await send({ control: 'C-2' });
    expect(await visits()).toMatchObject([{ phase: 'inpatient', inpatient: true }]);
    expect(await caseIds()).toHaveLength(1);
  });
});

describe('what cannot be taken is kept for a person', () => {
  test('an unknown member: an error on the field, and a visit to complete', async () => {
    expect(await send({ memberNumber: 'NOBODY' })).toMatchObject({ code: 'AE', errors: ['204 PID^1^3'] });
    expect(await visits({ incomplete: true })).toMatchObject([{ visitNumber: 'V-100', memberNumber: 'NOBODY' }]);
    expect(await send({ control: 'C-2', event: 'A08', sentAt: '20261120094000' })).toMatchObject({ code: 'AA' });
    expect(await visits({ incomplete: true })).toEqual([]);
    expect(await caseIds()).toHaveLength(1);
  });

  test.each<readonly [string, AdtChange, string, string]>([
    ['no visit number', { visit: '' }, 'AE', '101 PV1^1^19'],
    ['no birth date', { birthDate: '' }, 'AE', '101 PID^1^7'],
    ['a birth date that is none', { birthDate: '19510230' }, 'AE', '102 PID^1^7'],
    ['another birth date than on file', { birthDate: '19510310' }, 'AE', '204 PID^1^7'],
    ['no patient class', { patientClass: '' }, 'AE', '101 PV1^1^2'],
    ['a time that is none', { admittedAt: '2026112025' }, 'AE', '102 PV1^1^44'],
    ['an admission in the future', { admittedAt: '20261121080000' }, 'AE', '102 PV1^1^44'],
    ['a discharge before the admission', { dischargedAt: '20261119080000', event: 'A03' }, 'AE', '102 PV1^1^45'],
    ['an event that nobody here knows', { event: 'A60' }, 'AR', '201 MSH^1^9'],
    ['the character NUL, which no text can hold', { family: 'Aker\0man' }, 'AR', '102 MSH^1'],
    ['a character set that nobody here knows', { charset: 'EBCDIC' }, 'AR', '102 MSH^1^18'],
  ])('%s is answered with its field and rule', async (_name, change, code, error) => {
    const answer = await send(change);
    expect(answer).toMatchObject({ code, errors: [error] });
    expect(await caseIds()).toEqual([]);
  });

  test.each<readonly [string, string, string]>([
    ['no message at all', 'hello', '100 MSH^1'],
    ['an empty body', '', '100 MSH^1'],
    ['separators that are letters', adt().replace('^~\\&', 'abcd'), '102 MSH^1^2'],
    ['the same separator twice', adt().replace('^~\\&', '^^\\&'), '102 MSH^1^2'],
    ['a message of another type', adt().replace('ADT^A01', 'ORU^R01'), '200 MSH^1^9'],
    ['a message of a test system', adt().replace('|P|2.5.1', '|T|2.5.1'), '202 MSH^1^11'],
    ['a version that is no second one', adt().replace('|P|2.5.1', '|P|3.0'), '203 MSH^1^12'],
    ['a message without a control id', adt({ control: '' }), '101 MSH^1^10'],
  ])('%s is refused', async (_name, message, error) => {
    expect(answered((await post(message)).body)).toMatchObject({ code: 'AR', errors: [error] });
  });

  test('an escape of the character NUL stays as it was sent', async () => {
    expect(await send({ given: 'Rosa\\X00\\lind' })).toMatchObject({ code: 'AA' });
    expect(await caseIds()).toHaveLength(1);
  });

  test('the answer says nothing of the patient', async () => {
    const { text } = await send({ memberNumber: 'NOBODY' });
    expect(text).not.toMatch(/Akerman|Rosalind|1951|NOBODY|J96/);
  });
});

describe('text and time', () => {
  test.each<readonly [string, AdtChange, string]>([
    ['the wall clock of the plan, in winter', { admittedAt: '20261120081500' }, '2026-11-20T14:15:00.000Z'],
    ['an offset of its own', { admittedAt: '20261120081500-0500' }, '2026-11-20T13:15:00.000Z'],
    [
      'the offset of the message',
      { sentAt: '20261120143000+0000', admittedAt: '20261120081500' },
      '2026-11-20T08:15:00.000Z',
    ],
    ['a day alone, from its beginning', { admittedAt: '20261119' }, '2026-11-19T06:00:00.000Z'],
  ])('a time is read by %s', async (_name, change, expected) => {
    await send(change);
    expect((await visits())[0]?.admittedAt).toBe(expected);
  });

  test.each<readonly [string, Buffer, string]>([
    ['UTF-8 without saying so', bytes(adt({ family: 'Åkerman' })), 'Åkerman'],
    ['UTF-8 by name', bytes(adt({ family: '王', charset: 'UNICODE UTF-8' })), '王'],
    ['Latin 1 by name', Buffer.from(adt({ family: 'Åkerman', charset: '8859/1' }), 'latin1'), 'Åkerman'],
    ['Latin 1 without saying so', Buffer.from(adt({ family: 'Åkerman' }), 'latin1'), 'Åkerman'],
    ['escape sequences', bytes(adt({ family: 'O\\T\\Neil\\X2D\\Smith\\H\\' })), 'O&Neil-Smith'],
  ])('a name comes in %s', async (_name, message, expected) => {
    expect(answered((await post(message)).body).code).toBe('AA');
    expect((await visits())[0]?.memberName).toBe(`${expected}, Rosalind`);
  });

  test('other separators than the usual ones are read and answered with', async () => {
    const [msh = '', ...rest] = adt().split('\r');
    const translate = (s: string) => s.replaceAll('|', '!').replaceAll('^', ':').replaceAll('~', '*');
    const body = (await post([translate(msh), ...rest.map(translate)].join('\n'))).body;
    expect(body).toContain('MSA!AA!C-1');
  });
});

describe('the way in', () => {
  test('needs a token, of a client that may send here', async () => {
    expect((await post(adt(), { authorization: 'Bearer nobody' })).statusCode).toBe(401);
    expect((await post(adt(), { authorization: `Bearer ${tokens.otherPlan}` })).statusCode).toBe(403);
    expect(await visits()).toEqual([]);
  });

  test('takes HL7 and plain text and nothing else, up to its limit', async () => {
    expect((await post(adt(), { 'content-type': 'text/plain' })).statusCode).toBe(200);
    expect((await post(adt(), { 'content-type': 'application/json' })).statusCode).toBe(415);
    expect((await post(Buffer.alloc(5 * 1024 * 1024, 65))).statusCode).toBe(413);
  });
});
