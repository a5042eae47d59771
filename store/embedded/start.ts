import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { linkLibraries, nativeFolder } from './binaries.ts';
import { besides, ensureCluster, superuser } from './cluster.ts';
import { claim } from './ownership.ts';
import { freePort } from './port.ts';
import { isReady, signalStop, stopLeftover, stopProcess } from './postmaster.ts';
import { waitUntil } from './process.ts';

export type EmbeddedServer = {
  /** Connects as the superuser to the database `postgres`. Holds the password. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly mode: Account['mode'];
  /** Ends sessions, writes everything down and leaves. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly mode?: Account['mode'];
  /** Where the programs are copied to in the mode `nobody`; a path that every user may read. */
  readonly copiesFolder?: string;
  /** More server settings, for example `{ fsync: "off" }` for data that a test throws away. */
  readonly settings?: Readonly<Record<string, string>>;
};

const startSeconds = 60;

/** Loopback only. Log lines name no values: a failing statement may hold health information. */
const baseSettings = (port: number): Readonly<Record<string, string>> => ({
  port: String(port),
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  jit: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
});

const launch = async (
  dataDir: string,
  account: Account,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<number> => {
  const logFile = besides(dataDir).log;
  const log = openSync(logFile, 'w', 0o600);
  const [program = '', ...args] = [
    ...account.prefix,
    path.join(account.binFolder, 'postgres'),
    '-D',
    dataDir,
    ...Object.entries({ ...baseSettings(port), ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  // A group of its own: Ctrl-C goes to the application, which stops the server last.
  const child = spawn(program, args, {
    ...account.ids,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failed: string | undefined;
  child.once('error', (e) => {
    failed = e.message;
  });
  child.once('exit', (code) => {
    failed = `it ended with code ${code}`;
  });
  child.unref();
  const pid = child.pid ?? 0;
  await waitUntil(() => failed !== undefined || isReady(dataDir, pid), startSeconds);
  if (isReady(dataDir, pid) && failed === undefined) return pid;
  if (failed === undefined) await stopProcess(pid);
  throw new Error(
    `PostgreSQL did not start on ${dataDir}: ${failed ?? 'it was not ready in time'}\n${readFileSync(logFile, 'utf8').slice(-2000)}`,
  );
};

/** Starts the PostgreSQL that comes with the application on a data folder, which is made when it does not exist. */
export const startEmbedded = async (dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> => {
  const folder = path.resolve(dataDir);
  const native = nativeFolder();
  linkLibraries(native);
  const account = chooseAccount(native, options.mode, options.copiesFolder);
  mkdirSync(path.dirname(folder), { recursive: true });
  const claimed = claim(besides(folder).owner, folder);
  try {
    const password = ensureCluster(folder, account);
    await stopLeftover(folder, claimed.afterCrash);
    const port = await freePort();
    const pid = await launch(folder, account, port, options.settings ?? {});
    const onExit = () => signalStop(pid);
    process.once('exit', onExit);
    return {
      url: `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`,
      port,
      pid,
      mode: account.mode,
      stop: async () => {
        process.removeListener('exit', onExit);
        await stopProcess(pid);
        claimed.release();
      },
    };
  } catch (e) {
    claimed.release();
    throw e;
  }
};
