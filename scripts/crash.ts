/**
 * `node scripts/crash.ts [rounds] [answers]`: kills a server in the middle of submissions, each second round its PostgreSQL as well,
 * starts it again and asks for every answer that a sender had been given. Exit 1 when one is lost or changed, or `verify` finds a
 * difference. Everything happens in a temporary folder; only processes that this script started are killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dateInZone, instant, zoneId } from '@openum/domain/time/instant.ts';
import { asOf } from '@openum/server/demo/bundles.ts';
import { homeOxygenBundle, lungScreeningBundle } from '@openum/testkit/fhir/bundles.ts';

const rounds = Number(process.argv[2] ?? 4);
const answersBeforeKill = Number(process.argv[3] ?? 40);
const senders = 8;

const start = path.join(import.meta.dirname, '..', 'server', 'start.js');
const dataDir = mkdtempSync(path.join(tmpdir(), 'openum-crash-'));
const environment = { ...process.env, OPENUM_DATA_DIR: dataDir, PORT: '0', OPENUM_LOG: 'error', DATABASE_URL: '' };
const today = dateInZone(instant(new Date().toISOString()), zoneId('America/Chicago'));

type Server = { readonly child: ChildProcess; readonly submit: (body: string) => Promise<string | undefined> };

/** Not what a crash does: then the script itself is wrong. */
class Refused extends Error {}

const run = (command: string): ChildProcess =>
  spawn(process.execPath, [start, command], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });

const outputUntil = (child: ChildProcess, sign: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (sign.test(said)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready`)));
  });

const launch = async (): Promise<Server> => {
  const child = run('serve');
  await outputUntil(child, /Ctrl-C ends it/);
  const { fhir, token } = JSON.parse(readFileSync(path.join(dataDir, 'demo.json'), 'utf8'));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' };
  return {
    child,
    /** The answer, or nothing when the server died before it had given one. */
    submit: async (body) => {
      try {
        const response = await fetch(`${fhir}/Claim/$submit`, { method: 'POST', headers, body });
        const text = await response.text();
        if (response.status === 200) return text;
        throw new Refused(`the server refused a request with ${response.status}`);
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      return undefined;
    },
  };
};

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  child.kill(signal);
  await ended;
};

/** First line of postmaster.pid in our own data folder: the server that our child started. */
const killPostgres = (): void => {
  const pid = Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (pid > 1) process.kill(pid, 'SIGKILL');
};

/** Every third approved at once, so that letters are being made when the blow falls. */
const requestOf = (round: number, n: number): string => {
  const name = `crash-${round}-${n}`;
  const bundle = n % 3 === 0 ? lungScreeningBundle({ name }) : homeOxygenBundle({ name, spo2: 89 });
  return JSON.stringify(asOf(bundle, today));
};

type Sent = { readonly body: string; readonly answer: string | undefined };

const submitUntilKilled = async (server: Server, round: number, kill: () => void): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  let next = 0;
  let answers = 0;
  let killed = false;
  const sender = async (): Promise<void> => {
    while (!killed) {
      const body = requestOf(round, next++);
      const answer = await server.submit(body);
      sent.push({ body, answer });
      if (answer !== undefined) answers += 1;
      if (!killed && answers >= answersBeforeKill) {
        killed = true;
        kill();
      }
      if (server.child.exitCode !== null) return;
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return sent;
};

const verify = async (): Promise<number> => {
  const child = run('verify');
  child.stdout?.resume();
  const [code] = await once(child, 'exit');
  return code ?? 1;
};

const playRound = async (round: number) => {
  const withPostgres = round % 2 === 0;
  const first = await launch();
  const sent = await submitUntilKilled(first, round, () => {
    first.child.kill('SIGKILL');
    if (withPostgres) killPostgres();
  });
  await end(first.child, 'SIGKILL');

  const restarted = performance.now();
  const second = await launch();
  const restartSeconds = (performance.now() - restarted) / 1000;
  let lost = 0;
  let unanswered = 0;
  for (const { body, answer } of sent) {
    const again = await second.submit(body);
    if (again === undefined || (answer !== undefined && again !== answer)) lost += 1;
    if (answer === undefined) unanswered += 1;
  }
  await end(second.child, 'SIGTERM');
  return {
    round,
    killed: withPostgres ? 'server and PostgreSQL' : 'server',
    sent: sent.length,
    acknowledged: sent.length - unanswered,
    'lost or changed': lost,
    'restart (s)': restartSeconds.toFixed(1),
    verify: (await verify()) === 0 ? 'agrees' : 'DIFFERS',
  };
};

const table = [];
try {
  for (let round = 1; round <= rounds; round++) table.push(await playRound(round));
} finally {
  if (table.length > 0) console.table(table);
  rmSync(dataDir, { recursive: true, force: true });
}
const good = table.every((r) => r['lost or changed'] === 0 && r.verify === 'agrees');
console.log(good ? 'Nothing that was acknowledged was lost.' : 'Something was lost.');
process.exitCode = good ? 0 : 1;
