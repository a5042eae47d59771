import { existsSync } from 'node:fs';
import path from 'node:path';

const webFolder = path.join(import.meta.dirname, '..', 'web');

/** The built browser application; built now when this is the first start. */
export const builtWeb = async (say: (line: string) => void): Promise<string> => {
  const dist = path.join(webFolder, 'dist');
  if (existsSync(path.join(dist, 'index.html'))) return dist;
  say('Building the browser application (first start only) ...');
  const { build } = await import('vite');
  await build({ root: webFolder, configFile: path.join(webFolder, 'vite.config.ts'), logLevel: 'error' });
  return dist;
};
