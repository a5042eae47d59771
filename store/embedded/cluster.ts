import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';

export const superuser = 'openum';

/** Files that belong to a data folder but must not lie in it. */
export const besides = (dataDir: string) => ({
  password: `${dataDir}.password`,
  owner: `${dataDir}.owner`,
  log: `${dataDir}.log`,
  unfinished: `${dataDir}.unfinished`,
});

const password = (file: string, account: Account): string => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  account.own(file);
  return readFileSync(file, 'utf8').trim();
};

/**
 * Makes the data folder where there is none and returns the password of the superuser. The builtin collation does not change with
 * the operating system, so indexes stay right; checksums find damaged pages. A half-made folder is thrown away: initdb works in a
 * folder beside, which gets its name only when it is complete.
 */
export const ensureCluster = (dataDir: string, account: Account): string => {
  const { password: passwordFile, unfinished } = besides(dataDir);
  const secret = password(passwordFile, account);
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return secret;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);
  const [program = '', ...args] = [
    ...account.prefix,
    path.join(account.binFolder, 'initdb'),
    `--pgdata=${unfinished}`,
    `--username=${superuser}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
  try {
    execFileSync(program, args, { ...account.ids, cwd: '/', stdio: 'pipe' });
  } catch (cause) {
    throw new Error(
      `the data folder ${dataDir} could not be made: ${String((cause as { stderr?: Buffer }).stderr ?? cause)}`,
      { cause },
    );
  }
  renameSync(unfinished, dataDir);
  return secret;
};
