import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Role } from '@openum/domain/actor/actor.ts';

export type SignIns = {
  readonly url: string;
  readonly fhir: string;
  readonly token: string;
  readonly users: readonly {
    readonly email: string;
    readonly password: string;
    readonly tenant: string;
    readonly roles: readonly Role[];
  }[];
};

const file = (dataDir: string): string => path.join(dataDir, 'demo.json');

/** Written whole or not at all, readable by the owner only. */
export const writeSignIns = (dataDir: string, signIns: SignIns): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const beside = `${file(dataDir)}.new`;
  writeFileSync(beside, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file(dataDir));
};

export const readSignIns = (dataDir: string): SignIns | undefined =>
  existsSync(file(dataDir)) ? (JSON.parse(readFileSync(file(dataDir), 'utf8')) as SignIns) : undefined;

const unfinished = (dataDir: string): string => path.join(dataDir, 'first-start-unfinished');

/** True when a first start began to fill the database and did not come to its end. */
export const isUnfinished = (dataDir: string): boolean => existsSync(unfinished(dataDir));

export const markUnfinished = (dataDir: string): void => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(unfinished(dataDir), 'The first start is filling the database.\n', { mode: 0o600 });
};

export const markFinished = (dataDir: string): void => rmSync(unfinished(dataDir), { force: true });
