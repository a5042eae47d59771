import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const house = path.join(import.meta.dirname, '..');
const webFolder = path.join(house, 'web');

/** What the browser application is made of. */
const sourceFolders = ['web', 'domain', 'http/contract'].map((f) => path.join(house, f));
const notSource = /(^|\/)(node_modules|dist)(\/|$)|\.test\.tsx?$/;

const newestSource = (): number => {
  const files = sourceFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => !notSource.test(f))
      .map((f) => statSync(path.join(folder, f)))
      .filter((s) => s.isFile())
      .map((s) => s.mtimeMs),
  );
  return Math.max(...files);
};

/** Builds the browser application into a folder of its own. */
export const buildWeb = async (folder: string): Promise<string> => {
  const { build } = await import('vite');
  await build({
    root: webFolder,
    configFile: path.join(webFolder, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
  return folder;
};

/** The built browser application; built now when this is the first start or its source is newer. */
export const builtWeb = async (say: (line: string) => void): Promise<string> => {
  const dist = path.join(webFolder, 'dist');
  const index = path.join(dist, 'index.html');
  if (existsSync(index) && newestSource() <= statSync(index).mtimeMs) return dist;
  say('Building the browser application (first start, or its source has changed) ...');
  return buildWeb(dist);
};
