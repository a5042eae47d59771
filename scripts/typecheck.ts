import { spawnSync } from 'node:child_process';

// Three programs, because the ground floor must compile without Node and without a browser, and the browser without Node.
const programs = ['domain', '.', 'web'];
const failed = programs.filter((p) => spawnSync('tsc', ['-p', p], { stdio: 'inherit', shell: false }).status !== 0);
if (failed.length > 0) {
  console.error(`type errors in: ${failed.join(', ')}`);
  process.exit(1);
}
