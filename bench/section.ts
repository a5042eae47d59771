import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a section of docs/performance.md between its marks, and prints it. */
export const writeSection = (name: string, lines: readonly string[]): void => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = [begin, ...lines, end].join('\n');
  const file = path.join(import.meta.dirname, '../docs/performance.md');
  const before = readFileSync(file, 'utf8');
  const from = before.indexOf(begin);
  const kept = from < 0 ? `${before.trimEnd()}\n\n` : before.slice(0, from);
  const rest = from < 0 ? '\n' : before.slice(before.indexOf(end) + end.length);
  writeFileSync(file, `${kept}${section}${rest}`);
  process.stdout.write(`${section}\n`);
};
