import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { X12Line } from '@openum/http/payer/fileLines.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskFolders } from './fileFolders.ts';
import { readFileLines, writeFileLines } from './fileLines.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'openum-files-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const line: X12Line = {
  tenantId: 't1',
  name: 'juniper',
  sender: { qualifier: 'ZZ', id: 'CEDAR' },
  receiver: { qualifier: 'ZZ', id: 'JUNIPER' },
  usage: 'T',
  payer: { name: 'Juniper Mutual', id: 'JM001', idQualifier: 'PI' },
  provider: {
    npi: '1467512343',
    name: 'Cedar Point',
    phone: '1-212-555-0177',
    street: '88 Cedar Point Road',
    city: 'Rochester',
    state: 'NY',
    postalCode: '14604',
  },
  folder: 'juniper',
  acknowledges: true,
};

describe('lines for X12 files', () => {
  test('are read from the data folder, and a mistake is named by its field', () => {
    expect(readFileLines(dir)).toEqual([]);
    writeFileLines(dir, [line]);
    expect(readFileLines(dir)).toEqual([line]);
    writeFileLines(dir, [{ ...line, folder: '../elsewhere' }]);
    expect(() => readFileLines(dir)).toThrow('0.folder');
    writeFileLines(dir, [{ ...line, receiver: { qualifier: 'ZZ', id: 'MUCH TOO LONG AN ID' } }]);
    expect(() => readFileLines(dir)).toThrow('0.receiver.id');
  });
});

describe('folders of a line', () => {
  const bytes = new Uint8Array([73, 83, 65, 255]);
  const long = () => Date.now() + 60_000;

  test('get each file whole, and the same one twice is one', async () => {
    const folders = diskFolders(dir, Date.now);
    expect(await folders.put('juniper', { fileName: 'a.x12', bytes })).toBe(true);
    expect(await folders.put('juniper', { fileName: 'a.x12', bytes })).toBe(true);
    expect(readdirSync(path.join(dir, 'juniper', 'out'))).toEqual(['a.x12']);
    expect(new Uint8Array(readFileSync(path.join(dir, 'juniper', 'out', 'a.x12')))).toEqual(bytes);
  });

  test('say when a file could not be put there', async () => {
    writeFileSync(path.join(dir, 'juniper'), 'a file where the folder should be');
    expect(await diskFolders(dir, Date.now).put('juniper', { fileName: 'a.x12', bytes })).toBe(false);
  });

  test('give what nobody writes to any more, and keep it beside when it is taken', async () => {
    const inbox = path.join(dir, 'juniper', 'in');
    mkdirSync(inbox, { recursive: true });
    for (const name of ['a.278', 'b.278.part', '.hidden']) writeFileSync(path.join(inbox, name), bytes);
    expect(await diskFolders(dir, Date.now).whole('juniper')).toEqual([]);
    const later = diskFolders(dir, long);
    expect(await later.whole('juniper')).toEqual([{ fileName: 'a.278', bytes }]);
    await later.takeAway('juniper', 'a.278');
    expect(await later.whole('juniper')).toEqual([]);
    expect(existsSync(path.join(dir, 'juniper', 'done', 'a.278'))).toBe(true);
  });
});
