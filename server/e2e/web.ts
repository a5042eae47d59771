import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runs } from '@openum/store/embedded/process.ts';
import { buildWeb } from '../web.ts';

const prefix = 'openum-e2e-web-';

const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)$`).exec(name)?.[1];
    if (pid !== undefined && !runs(Number(pid))) rmSync(path.join(tmpdir(), name), { recursive: true, force: true });
  }
};

/** The browser application of the present source, built once for a run: the first file that needs it builds, the others wait. */
export const webOfThisRun = async (): Promise<string> => {
  const folder = path.join(tmpdir(), `${prefix}${process.ppid}`);
  const built = path.join(folder, 'built');
  const dist = path.join(folder, 'dist');
  try {
    mkdirSync(folder);
  } catch {
    for (let tries = 0; !existsSync(built) && tries < 900; tries++) await pause(100);
    if (!existsSync(built)) throw new Error('the browser application was not built within 90 seconds');
    return dist;
  }
  sweep();
  await buildWeb(dist);
  writeFileSync(built, '');
  return dist;
};
