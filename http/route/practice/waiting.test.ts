import { callerOf } from '@openum/testkit/http/caller.ts';
import { addPractices, lakeside } from '@openum/testkit/http/practices.ts';
import { httpWorld } from '@openum/testkit/http/world.ts';
import { expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { liveHub } from '../../live/hub.ts';

test('each person is told how much waits on the pages of their own work, and of no other', async () => {
  const world = await httpWorld();
  await addPractices(world);
  const app = await buildApp({ ...world.options, hub: liveHub(world.store.live) });
  const file = {
    direction: 'in',
    fileName: 'answer.x12',
    sha256: 'ab'.repeat(32),
    size: 3,
    keptAt: world.casework.environment.now(),
    keptBy: { name: 'Paul' },
  } as const;
  const { payerFiles } = world.store;
  await payerFiles.keep(lakeside, { ...file, fileId: 'waits' }, new Uint8Array(3));
  await payerFiles.keep(lakeside, { ...file, fileId: 'settled' }, new Uint8Array(3));
  await payerFiles.note(lakeside, 'settled', {
    at: file.keptAt,
    by: 'Paul',
    part: 0,
    standing: 'setAside',
    text: 'Twice.',
  });
  const seenBy = async (name: string) =>
    (await callerOf(app, await world.sessionOf(`${name}@lakeside.example`)).get('/api/practice/waiting')).body;
  expect(await seenBy('utilizationReviewStaff')).toEqual({ files: 1, arrivals: 0 });
  expect(await seenBy('biller')).toEqual({ files: 1 });
  expect(await seenBy('treatingClinician')).toEqual({});
  await app.close();
});
