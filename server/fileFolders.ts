import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileFolders } from '@openum/http/payer/fileLines.ts';

/** A file that somebody is still writing changes; one that has been still for so long is whole. */
const stillMs = 5000;
const mostBytes = 32 * 1024 * 1024;

/** Half-written files are named so by the programmes that carry them. */
const isWhole = (name: string): boolean => !name.startsWith('.') && !/\.(part|tmp|filepart|writing)$/i.test(name);

/**
 * Folders of lines for X12 files: `out` is fetched by whatever carries files to the payer, `in` is filled by it, and `done` holds what
 * was taken from there.
 */
export const diskFolders = (root: string, nowMs: () => number): FileFolders => {
  const inside = async (folder: string, part: 'in' | 'out' | 'done'): Promise<string> => {
    const dir = path.join(root, folder, part);
    await mkdir(dir, { recursive: true, mode: 0o700 });
    return dir;
  };
  return {
    put: async (folder, { fileName, bytes }) => {
      try {
        const dir = await inside(folder, 'out');
        const half = path.join(dir, `.${path.basename(fileName)}.part`);
        await writeFile(half, bytes, { mode: 0o600 });
        await rename(half, path.join(dir, path.basename(fileName)));
        return true;
      } catch {
        return false;
      }
    },
    whole: async (folder) => {
      const dir = await inside(folder, 'in');
      const names = (await readdir(dir)).filter(isWhole).toSorted();
      const found = await Promise.all(
        names.map(async (fileName) => {
          const file = path.join(dir, fileName);
          const { mtimeMs, size } = await stat(file);
          const ready = nowMs() - mtimeMs >= stillMs && size > 0 && size <= mostBytes;
          return ready ? [{ fileName, bytes: new Uint8Array(await readFile(file)) }] : [];
        }),
      );
      return found.flat();
    },
    takeAway: async (folder, fileName) => {
      const name = path.basename(fileName);
      await rename(path.join(await inside(folder, 'in'), name), path.join(await inside(folder, 'done'), name));
    },
  };
};
