import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inUse } from './ownership.ts';
import { runs, waitUntil } from './process.ts';

const stopSeconds = 60;

/** postmaster.pid: process, data folder, start time, port, socket folder, address, shared memory, state. */
const lines = (dataDir: string): readonly string[] => {
  try {
    return readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
};

export const isReady = (dataDir: string, pid: number): boolean => {
  const found = lines(dataDir);
  return Number(found[0]) === pid && found[7]?.trim() === 'ready';
};

const isPostgres = (pid: number): boolean => {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
};

const running = (dataDir: string): number | undefined => {
  const pid = Number(lines(dataDir)[0]);
  return pid > 0 && runs(pid) && isPostgres(pid) ? pid : undefined;
};

/** SIGINT is PostgreSQL's fast stop: it ends the sessions, writes a checkpoint and leaves. False when there is no such process. */
export const signalStop = (pid: number): boolean => {
  try {
    return process.kill(pid, 'SIGINT');
  } catch {
    return false;
  }
};

export const stopProcess = async (pid: number): Promise<void> => {
  if (!signalStop(pid)) return;
  if (!(await waitUntil(() => !runs(pid), stopSeconds)))
    throw new Error(`PostgreSQL (process ${pid}) did not stop in ${stopSeconds} s`);
};

/**
 * A server that outlived its killed parent is stopped, so that the new one owns what it runs on. A server that nobody here started
 * is left alone.
 */
export const stopLeftover = async (dataDir: string, afterCrash: boolean): Promise<void> => {
  const pid = running(dataDir);
  if (pid !== undefined && !afterCrash) throw new Error(inUse(dataDir, pid));
  if (pid !== undefined) await stopProcess(pid);
  // The number may since have gone to another program, which PostgreSQL would take for itself.
  if (running(dataDir) === undefined) rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
};
