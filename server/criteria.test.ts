import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { criteriaFiles } from '@openum/content/criteria/load.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criteriaCommand } from './criteria.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'openum-criteria-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const shipped = criteriaFiles().find((f) => f.endsWith('medicare-lung-cancer-screening.json'))!;
const text = readFileSync(shipped, 'utf8');

const check = (written: string) => {
  const file = path.join(dir, 'set.json');
  writeFileSync(file, written);
  const said: string[] = [];
  return { code: criteriaCommand(['check', file], (line) => said.push(line)), said: said.join('\n') };
};

describe('criteria check', () => {
  test('a sound set is named with what was tried', () => {
    const { code, said } = check(text);
    expect(code).toBe(0);
    expect(said).toMatch(
      /^ok +medicare-lung-cancer-screening \S+ \(active\): \d+ points, \d+ examples, \d+ small errors/,
    );
    expect(said).toContain('1 set checked, 0 with something to mend.');
  });

  test('an example that comes out otherwise is named', () => {
    const { code, said } = check(text.replace('"max": 77', '"max": 76'));
    expect(code).toBe(1);
    expect(said).toContain('Examples that come out otherwise');
    expect(said).toMatch(/expected met, found notMet/);
  });

  test('an error that no example notices is named', () => {
    const set = JSON.parse(text);
    const { code, said } = check(JSON.stringify({ ...set, vectors: set.vectors.slice(0, 6) }));
    expect(code).toBe(1);
    expect(said).toContain('Errors that no example notices');
  });

  test('a problem of the set is named', () => {
    const { code, said } = check(text.replace('"status": "active"', '"status": "draft"'));
    expect(code).toBe(1);
    expect(said).toContain('is a draft, so it cannot approve automatically');
  });

  test.each([
    ['{', 'JSON'],
    ['[]', 'the file holds no object'],
    ['{"id":"mine","vectors":{},"pitfals":[]}', 'sources is missing: an object in { }'],
    ['{"id":"mine","vectors":{},"pitfals":[]}', 'vectors is not a list in [ ]'],
    ['{"id":"mine","vectors":{},"pitfals":[]}', 'pitfals is no field of a criteria set'],
    [text.replaceAll('"from": "ncd"', '"from": "nothing"'), 'has no source'],
  ])('a file that cannot be read as a set says why', (written, why) => {
    const { code, said } = check(written);
    expect([code, said.startsWith('WRONG'), said.includes(why)]).toEqual([1, true, true]);
  });

  test('the example of the page for writers is sound', () => {
    const page = readFileSync(path.join(import.meta.dirname, '../docs/add-a-criteria-set.md'), 'utf8');
    const { code, said } = check(page.match(/```json\n(\{\n[\s\S]*?\n\})\n```/)?.[1] ?? '');
    expect([code, said]).toEqual([0, expect.stringContaining('ok     my-oxygen-at-rest')]);
  });

  test('without a word what to do, says what may be asked', () => {
    const said: string[] = [];
    expect(criteriaCommand([], (line) => said.push(line))).toBe(2);
    expect(said).toEqual(['Say what to do: criteria check [file]']);
  });
});
