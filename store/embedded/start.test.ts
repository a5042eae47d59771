import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { discardAbandoned } from './abandoned.ts';
import { chooseAccount } from './account.ts';
import { nativeFolder } from './binaries.ts';
import { claim } from './ownership.ts';
import { runs, waitUntil } from './process.ts';
import { type EmbeddedServer, startEmbedded } from './start.ts';

/** A data folder that is made once and copied, because making one takes longer than anything else here. */
let made: string;
let folder: string;
let dataDir: string;
let children: ChildProcess[];
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  made = mkdtempSync(path.join(tmpdir(), 'openum-made-'));
  await (await startEmbedded(path.join(made, 'data'))).stop();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'openum-embedded-'));
  chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'data');
  children = [];
});

const useMade = () => {
  cpSync(path.join(made, 'data'), dataDir, { recursive: true });
  cpSync(path.join(made, 'data.password'), `${dataDir}.password`);
};

afterEach(async () => {
  for (const c of children) {
    c.kill('SIGKILL');
    await waitUntil(() => c.pid === undefined || !runs(c.pid), 10);
  }
  await discardAbandoned(dataDir);
  rmSync(folder, { recursive: true, force: true });
});

const query = async (url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Another process that starts the server on the data folder and then lives on. Resolves with the URL. */
const startElsewhere = async (): Promise<{ child: ChildProcess; url: string }> => {
  const urlFile = path.join(folder, 'url');
  const program = path.join(folder, 'elsewhere.ts');
  writeFileSync(
    program,
    `const { startEmbedded } = await import(${JSON.stringify(path.join(import.meta.dirname, 'start.ts'))});
     const { renameSync, writeFileSync } = await import('node:fs');
     const server = await startEmbedded(${JSON.stringify(dataDir)});
     writeFileSync(${JSON.stringify(`${urlFile}.new`)}, server.url);
     renameSync(${JSON.stringify(`${urlFile}.new`)}, ${JSON.stringify(urlFile)});
     setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, [program], { stdio: 'inherit' });
  children.push(child);
  expect(await waitUntil(() => existsSync(urlFile), 60)).toBe(true);
  return { child, url: readFileSync(urlFile, 'utf8') };
};

describe('the embedded server', () => {
  test('keeps its data over a stop, writes it through to the disk, and is reached by this machine only', async () => {
    const one = await startEmbedded(dataDir);
    await query(one.url, 'create table kept as select 42 as x');
    const [settings] = await query(
      one.url,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('data_checksums') as sums,
        current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as sockets,
        current_setting('password_encryption') as password, current_setting('synchronous_commit') as sync`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      pages: 'on',
      sums: 'on',
      address: '127.0.0.1',
      sockets: '',
      password: 'scram-sha-256',
      sync: 'on',
    });
    await one.stop();
    expect(runs(one.pid)).toBe(false);
    const two = await startEmbedded(dataDir);
    expect(await query(two.url, 'select x from kept')).toEqual([{ x: 42 }]);
    await two.stop();
  });

  test('asks for a password that only its owner can read', async () => {
    useMade();
    const server = await startEmbedded(dataDir);
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
    const wrong = new URL(server.url);
    wrong.password = 'wrong';
    await expect(query(wrong.toString(), 'select 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  test('has one owner at a time, and says who it is', async () => {
    useMade();
    const server = await startEmbedded(dataDir);
    await expect(startEmbedded(dataDir)).rejects.toThrow(`${dataDir} is already in use by process ${process.pid}`);
    expect(await query(server.url, 'select 1 as x')).toEqual([{ x: 1 }]);
    await server.stop();
    const { child } = await startElsewhere();
    await expect(startEmbedded(dataDir)).rejects.toThrow(`is already in use by process ${child.pid}`);
  });

  test('outlives a killed application, loses nothing, and is taken over by the next one', async () => {
    useMade();
    const { child, url } = await startElsewhere();
    await query(url, 'create table kept as select 42 as x');
    const before = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    child.kill('SIGKILL');
    await waitUntil(() => !runs(child.pid ?? 0), 10);
    expect(runs(before)).toBe(true);
    const server = await startEmbedded(dataDir);
    expect(runs(before)).toBe(false);
    expect(await query(server.url, 'select x from kept')).toEqual([{ x: 42 }]);
    await server.stop();
  });

  test('loses nothing that was committed when it is killed together with the application', async () => {
    useMade();
    const { child, url } = await startElsewhere();
    await query(url, 'create table kept as select 42 as x');
    const postmaster = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    child.kill('SIGKILL');
    process.kill(postmaster, 'SIGKILL');
    await waitUntil(() => !runs(postmaster) && !runs(child.pid ?? 0), 10);
    const server = await startEmbedded(dataDir);
    expect(await query(server.url, 'select x from kept')).toEqual([{ x: 42 }]);
    await server.stop();
  });

  test('starts where an earlier process file names a process that is something else now', async () => {
    useMade();
    writeFileSync(path.join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n127.0.0.1\n\nready\n`);
    writeFileSync(`${dataDir}.owner`, `${process.pid}\nanother start\n`);
    const server = await startEmbedded(dataDir);
    expect(await query(server.url, 'select 1 as x')).toEqual([{ x: 1 }]);
    await server.stop();
  });

  test('starts again after an installation that was cut off', async () => {
    writeFileSync(`${dataDir}.password`, 'kept', { mode: 0o600 });
    writeFileSync(`${dataDir}.unfinished`, 'rubbish');
    const server = await startEmbedded(dataDir);
    expect(server.url).toContain(':kept@127.0.0.1:');
    await server.stop();
  });

  test('says what PostgreSQL said when it cannot start', async () => {
    useMade();
    await expect(startEmbedded(dataDir, { settings: { shared_buffers: 'nonsense' } })).rejects.toThrow(
      'shared_buffers',
    );
    const server = await startEmbedded(dataDir);
    await server.stop();
  });

  test.runIf(isRoot)('runs as nobody where root has no namespaces of its own', async () => {
    const native = nativeFolder();
    const account = chooseAccount(native, 'nobody', path.join(folder, 'copies'));
    expect(account.ids).toEqual({ uid: 65534, gid: 65534 });
    const server: EmbeddedServer = await startEmbedded(dataDir, {
      mode: 'nobody',
      copiesFolder: path.join(folder, 'copies'),
    });
    expect(statSync(`/proc/${server.pid}`).uid).toBe(65534);
    expect(await query(server.url, 'select 1 as x')).toEqual([{ x: 1 }]);
    await server.stop();
  });
});

describe('a data folder', () => {
  test('of a process that has died may be taken, and is known to be left over', () => {
    const file = path.join(folder, 'owner');
    const fresh = claim(file, folder);
    expect(fresh.afterCrash).toBe(false);
    expect(() => claim(file, folder)).toThrow(`in use by process ${process.pid}`);
    fresh.release();
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, `${process.pid}\nan earlier process with this number\n`);
    const taken = claim(file, folder);
    expect(taken.afterCrash).toBe(true);
    taken.release();
  });
});
