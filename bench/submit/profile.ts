import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { benchDatabase } from '../database.ts';
import { machine } from '../figures.ts';
import { startClients } from './sending.ts';
import { shares } from './share.ts';
import { serverOn } from './world.ts';

/** Where the server's processor time goes on `$submit`. Run: node bench/submit/profile.ts [requests] [clients] [file for the profile] */
const count = Number(process.argv[2] ?? 3000);
const concurrency = Number(process.argv[3] ?? 4);
const file = process.argv[4];

const database = await benchDatabase();
const server = await serverOn(database.url);
const clients = startClients();
const session = new Session();
session.connect();

const load = (from: number, n: number) => {
  const { port, path, token } = server;
  return clients.prepare({ from, count: n, clients: concurrency, port, path, token });
};

try {
  console.log(machine());
  await load(0, 1500);
  await clients.go();
  await load(1500, count);
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  const before = process.cpuUsage();
  const { milliseconds } = await clients.go();
  const used = process.cpuUsage(before);
  const { profile } = await session.post('Profiler.stop');
  if (file) writeFileSync(file, JSON.stringify(profile));
  const found = [...shares(profile)].sort(([, a], [, b]) => b - a);
  const all = found.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(`${count} requests in ${Math.round(milliseconds)} ms, ${concurrency} clients`);
  console.log(`processor time of the server process: ${((used.user + used.system) / 1000 / count).toFixed(2)} ms each`);
  for (const [kind, ms] of found)
    console.log(`${((100 * ms) / all).toFixed(1).padStart(6)} %  ${(ms / count).toFixed(3)} ms  ${kind}`);
} finally {
  clients.stop();
  await server.stop();
  await database.stop();
}
