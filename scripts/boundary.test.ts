import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');

/** Who may import whom; the table of docs/architecture.md. */
const allowed: Record<string, readonly string[]> = {
  domain: [],
  content: ['domain'],
  casework: ['domain', 'content'],
  store: ['domain', 'casework'],
  fhir: ['domain'],
  x12: ['domain'],
  http: ['domain', 'content', 'casework', 'fhir', 'x12'],
  jobs: ['domain', 'casework'],
  web: ['domain', 'http/contract'],
  server: ['domain', 'content', 'casework', 'store', 'fhir', 'x12', 'http', 'jobs', 'testkit'],
  testkit: ['domain', 'content', 'casework', 'store/embedded', 'store/migration'],
  bench: ['domain', 'content', 'casework', 'store', 'fhir', 'http', 'jobs', 'server', 'testkit'],
  scripts: ['domain', 'content', 'casework', 'store', 'fhir', 'http', 'jobs', 'server', 'testkit', 'bench'],
};

const sources = (dir: string): string[] =>
  readdirSync(path.join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.(ts|tsx|js|mjs)$/.test(f) && !f.includes('node_modules') && !f.startsWith('dist'))
    .map((f) => path.join(dir, f));

const imports = (file: string): string[] => {
  const text = readFileSync(path.join(root, file), 'utf8');
  // A statement begins a line; the word `from` inside a text is no import.
  const statements = text.matchAll(/^(?:import\s|(?:import|export)\b[^'";=]*\bfrom\s*)['"]([^'"\n]+)['"]/gm);
  const calls = text.matchAll(/\b(?:import|resolve)\(\s*['"]([^'"\n]+)['"]/g);
  return [...statements, ...calls].map((m) => m[1] ?? '');
};

/** `@openum/store/x/y.ts` and `../store/x/y.ts` both mean `store/x/y.ts`; anything else is outside the house. */
const target = (file: string, specifier: string): string | undefined => {
  if (specifier.startsWith('@openum/')) return specifier.slice('@openum/'.length);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier);
  return undefined;
};

const breaches = (room: string): string[] =>
  sources(room).flatMap((file) => {
    const isTest = /\.test\.tsx?$/.test(file);
    const isRoot = room === 'testkit';
    return imports(file).flatMap((specifier) => {
      const to = target(file, specifier);
      if (to === undefined) return room === 'domain' && !isTest ? [`${file} imports the package ${specifier}`] : [];
      const toRoom = to.split('/')[0] ?? '';
      if (toRoom === room || !(toRoom in allowed)) return [];
      if (isTest && toRoom === 'testkit') return [];
      if (isRoot && isTest) return [];
      return (allowed[room] ?? []).some((a) => to === a || to.startsWith(`${a}/`)) ? [] : [`${file} imports ${to}`];
    });
  });

describe('the rooms of the house', () => {
  test.each(Object.keys(allowed))('%s imports only what the architecture allows', (room) => {
    expect(breaches(room)).toEqual([]);
  });

  test('each folder of the repository with code is a room of the table', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((e) => e.isDirectory() && !e.name.startsWith('.') && !['node_modules', 'docs'].includes(e.name))
      .map((e) => e.name);
    expect(folders.filter((f) => !(f in allowed))).toEqual([]);
  });

  test('the check sees a forbidden import', () => {
    expect(target('domain/case/x.ts', '../../store/y.ts')).toBe('store/y.ts');
    expect(target('domain/case/x.ts', '@openum/http/contract/a.ts')).toBe('http/contract/a.ts');
  });
});
