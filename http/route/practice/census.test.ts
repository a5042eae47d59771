import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, hillside, lakeside } from '@openum/testkit/http/practices.ts';
import { httpWorld } from '@openum/testkit/http/world.ts';
import { residential } from '@openum/testkit/practice/episode.ts';
import { expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import type { CensusPage } from '../../contract/practice/census.ts';
import { liveHub } from '../../live/hub.ts';

test('who was in without attendance is told to the practice alone, as a page and as a table, and the look is logged', async () => {
  const world = await httpWorld();
  await addPractices(world);
  const app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  const as = async (who: string) => callerOf(app, await world.sessionOf(`${who}.example`));
  const staff = await as('utilizationReviewStaff@lakeside');
  await world.store.practiceRegister.saveProgrammes(lakeside, [{ ...residential, active: true }]);
  const admission = {
    commandId: uuidOf('episode/census'),
    newPatient: { family: '=Quigley', given: 'Maeve', birthDate: '1990-04-02' },
    programmeId: residential.programmeId,
    admittedOn: '2026-11-16',
    emergency: false,
    coverages: [],
  };
  expect((await staff.post('/api/practice/episodes', admission)).status).toBe(200);
  const check = async (query = '', who = staff) =>
    (await who.get(`/api/practice/census-check${query}`)).body as CensusPage;

  const { lines, through, sums, arrivals } = await check();
  expect(lines).toMatchObject([
    { kind: 'notEntered', patientName: '=Quigley, Maeve', from: '2026-11-16', to: through },
  ]);
  expect(sums.notEntered).toMatchObject({ lines: 1, days: lines[0]?.days });
  expect(arrivals).toBe(0);
  expect((await check(`?from=${through}`)).lines).toMatchObject([{ from: through, days: 1 }]);
  expect(await check('?kind=notBilled')).toMatchObject({ lines: [], total: 0, sums: { notEntered: { lines: 1 } } });

  const table = await staff.get('/api/practice/census-check.csv');
  expect(table.text).toContain("'=Quigley, Maeve");
  for (const from of ['2026-12-01', '2020-01-01', 'yesterday'])
    expect((await staff.get(`/api/practice/census-check?from=${from}`)).status).toBe(400);
  expect((await check('', await as('utilizationReviewStaff@hillside'))).lines).toEqual([]);

  const looks = (practice: typeof lakeside) =>
    world.store.readLog.ofUser(practice, uuidOf(`user/${practice.tenantId}/utilizationReviewStaff`), 99);
  expect((await looks(lakeside)).filter((l) => l.what === 'report')).toHaveLength(4);
  expect((await looks(hillside)).filter((l) => l.what === 'report')).toHaveLength(1);
  await app.close();
});
