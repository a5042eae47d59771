// Plain JavaScript on purpose: an older Node must be able to read it and hand over to the one that came with `npm ci`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import path from 'node:path';

const needed = 26;
const major = Number(process.versions.node.split('.')[0]);
const bundled = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
  'node_modules',
  '.bin',
  'node',
);
const args = process.argv.slice(2).length > 0 ? process.argv.slice(2) : ['serve'];

if (major >= needed) {
  // Compiled modules are kept between starts; where the folder cannot be written nothing is lost but time.
  modules.enableCompileCache(path.join(path.dirname(bundled), '..', '.cache', 'openum'));
  const { main } = await import('./main.ts');
  await main(args);
  // All work of ours has ended here; an idle thread of a library must not hold the process.
  process.exit();
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [process.argv[1], ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  process.stderr.write(
    `OpenUM needs Node ${needed} and found ${process.versions.node}. \`npm ci\` installs a fitting one for Linux and macOS on x64 and arm64; ` +
      'if it was left out (npm ci --omit=optional), run `npm ci` again without that, or install Node 26.\n',
  );
  process.exit(1);
}
