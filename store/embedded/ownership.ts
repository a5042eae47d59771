import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { processStart } from './process.ts';

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** The process that has the folder, when it still runs. */
const livingOwner = (text: string | undefined): number | undefined => {
  const [pid, start] = text?.split('\n') ?? [];
  return pid && start && processStart(Number(pid)) === start ? Number(pid) : undefined;
};

export type Claim = {
  /** An earlier owner died without stopping its server. */
  readonly afterCrash: boolean;
  readonly release: () => void;
};

/** One process has a data folder at a time. Throws when another one that runs has it. */
export const claim = (ownerFile: string, dataDir: string): Claim => {
  const mine = `${process.pid}\n${processStart(process.pid) ?? ''}\n`;
  const draft = `${ownerFile}.${process.pid}`;
  const before = read(ownerFile);
  const owner = livingOwner(before);
  if (owner !== undefined) throw new Error(inUse(dataDir, owner));
  rmSync(ownerFile, { force: true });
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    // A link appears whole or not at all, and only once.
    linkSync(draft, ownerFile);
  } catch (cause) {
    throw new Error(inUse(dataDir, livingOwner(read(ownerFile)) ?? 0), {
      cause,
    });
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    afterCrash: before !== undefined,
    release: () => {
      if (read(ownerFile) === mine) rmSync(ownerFile, { force: true });
    },
  };
};

/** True when nobody who runs has the folder. */
export const isAbandoned = (ownerFile: string): boolean => livingOwner(read(ownerFile)) === undefined;

export const inUse = (dataDir: string, pid: number): string =>
  `the database folder ${dataDir} is already in use by process ${pid}`;
