import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Caller, callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { type HttpWorld, httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { ImportKind, ImportPreview, ImportsView, RowResult } from '../../contract/practice/import.ts';
import { liveHub } from '../../live/hub.ts';

let world: HttpWorld;
let app: FastifyInstance;
let staff: Caller;
beforeEach(async () => {
  world = await httpWorld();
  await addPractices(world);
  app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  staff = callerOf(app, await world.sessionOf('utilizationReviewStaff@lakeside.example'));
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  await world.store.practiceRegister.savePayers(lakeside, [{ payerId: 'payer-1', name: 'Ridge Health', active: true }]);
});
afterEach(() => app.close());

const preview = (kind: ImportKind, csv: string) => staff.post('/api/practice/imports/preview', { kind, csv });
const previewed = async (kind: ImportKind, csv: string) => (await preview(kind, csv)).body as ImportPreview;
/** Previews a file and writes it, as the page does. */
const readIn = async (kind: ImportKind, csv: string, name: string = kind): Promise<readonly RowResult[]> => {
  const { rows, sha256 } = await previewed(kind, csv);
  const body = { kind, importId: uuidOf(`import/${name}`), fileName: `${name}.csv`, sha256, rows };
  return ((await staff.post('/api/practice/imports', body)).body as { results: readonly RowResult[] }).results;
};
const outcomes = (results: readonly RowResult[]) => results.map((r) => r.outcome);

const patients = [
  'Chart Number;Family name;Given name;Birth date;Programme;Admitted on;Payer;Member number',
  'C-1;Quigley;Maeve;1990-04-02;Harbor House;2026-11-16;Ridge Health;R-1',
  'C-2;Núñez;Ana;1985-01-31;;;;',
].join('\n');
const authorizations = 'chart_number,authorization number,first day,last day,units\nC-1,A-9,2026-11-16,2026-11-19,3\n';
const attendance = 'chart number,day\nC-1,2026-11-16\nC-1,2026-11-17\n';

describe('a file', () => {
  test('is shown before anything is written, and read in once however often it is sent', async () => {
    expect(outcomes((await previewed('patients', patients)).results)).toEqual(['new', 'new']);
    expect(await world.store.practiceRegister.patientByChart(lakeside, 'C-1')).toBeUndefined();
    expect(outcomes(await readIn('patients', patients))).toEqual(['new', 'new']);
    expect(outcomes(await readIn('patients', patients, 'again'))).toEqual(['known', 'known']);
    expect((await previewed('patients', patients)).before).toMatchObject({
      startedBy: 'utilizationReviewStaff of Lakeside',
    });
    const { imports } = (await staff.get('/api/practice/imports')).body as ImportsView;
    expect(imports.map((i) => i.result).sort((a, b) => b.done - a.done)).toEqual([
      { done: 2, known: 0, problems: 0 },
      { done: 0, known: 2, problems: 0 },
    ]);
  });

  test('of authorizations and of attendance goes into the episode of the chart number', async () => {
    await readIn('patients', patients);
    expect(outcomes(await readIn('authorizations', authorizations))).toEqual(['new']);
    expect(outcomes(await readIn('attendance', attendance))).toEqual(['new', 'new']);
    expect(outcomes(await readIn('attendance', attendance, 'again'))).toEqual(['known', 'known']);
    expect(outcomes(await readIn('authorizations', authorizations, 'more'))).toEqual(['known']);
    const [row] = await world.store.episodes.list(lakeside, { presence: 'all' }, undefined, 9);
    expect(row).toMatchObject({ services: 2, uncoveredServices: 0, authorizedThrough: '2026-11-19' });
  });

  test('of coverages sets the payer, and leaves alone what stands', async () => {
    await readIn('patients', patients);
    const csv = 'chart number,order,payer,member number\nC-1,1,Ridge Health,R-1\nC-1,2,ridge health,R-2\n';
    expect(outcomes(await readIn('coverages', csv))).toEqual(['known', 'new']);
  });
});

describe('a row that cannot be read in', () => {
  test.each<[ImportKind, string, string]>([
    ['patients', 'C-9,Kim,Jo,02.04.1990', 'Field birth date: a day is written YYYY-MM-DD.'],
    ['patients', 'C-9,,Jo,1990-04-02', 'Field family name is missing.'],
    ['attendance', 'C-1,2026-11-15', 'Field on: 2026-11-15 lies before the admission.'],
    ['attendance', 'C-8,2026-11-16', 'Field chart number: no episode of a patient has it.'],
    ['authorizations', 'C-1,A-9,2026-11-19,2026-11-16', 'the last day'],
    ['coverages', 'C-1,4,Ridge Health,R-1', 'Field order: it is 1, 2 or 3.'],
    ['coverages', 'C-1,2,Moon Health,R-1', 'Field payer: no payer of the register has this name.'],
  ])('names line, field and rule: %s %s', async (kind, line, message) => {
    await readIn('patients', patients);
    const heads: Record<ImportKind, string> = {
      patients: 'chart number,family name,given name,birth date',
      attendance: 'chart number,day',
      authorizations: 'chart number,authorization number,first day,last day',
      coverages: 'chart number,order,payer,member number',
    };
    const csv = `${heads[kind]}\n${line}\n`;
    const [shown] = (await previewed(kind, csv)).results;
    expect(shown).toMatchObject({ line: 2, outcome: 'problem', message: expect.stringContaining(message) });
    expect(await readIn(kind, csv, 'bad')).toEqual([shown]);
  });

  test('twice in one file is known the second time, in the preview too', async () => {
    await readIn('patients', patients);
    const twice = 'chart number,day\nC-1,2026-11-16\nC-1,2026-11-16\n';
    expect(outcomes((await previewed('attendance', twice)).results)).toEqual(['new', 'known']);
  });

  test('of a file that is no table, or lacks a column, stops the whole file', async () => {
    expect(await preview('attendance', 'chart number\nC-1\n')).toMatchObject({
      status: 422,
      body: { message: 'Field csv: these columns are missing: day' },
    });
    expect(await preview('attendance', 'chart number,day\n"C-1,2026')).toMatchObject({ status: 422 });
    expect(await preview('attendance', 'chart number,day\n')).toMatchObject({ status: 422 });
    const biller = callerOf(app, await world.sessionOf('biller@lakeside.example'));
    expect((await biller.get('/api/practice/imports')).status).toBe(403);
  });
});
