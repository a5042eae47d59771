// Adds an entry for each optional platform package that the registry did not offer at that version, so that `npm ci`
// accepts the lock. Such an entry names an os and cpu that never match, so nothing is ever fetched for it.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [place, pkg] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(pkg.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`;
    if (lock.packages[at] || lock.packages[`${place}/${at}`]) continue;
    lock.packages[at] = {
      version: range.replace(/^[\^~]/, ''),
      optional: true,
      os: ['none'],
      cpu: ['none'],
      ...(pkg.dev ? { dev: true } : {}),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`completed the lock with ${added} entries\n`);
