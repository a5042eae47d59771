import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPayerLines, writeOwnLine } from './payerLines.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'openum-lines-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const provider = {
  npi: '1467512343',
  name: 'Cedar Point',
  phone: '1-212-555-0177',
  street: '88 Cedar Point Road',
  city: 'Rochester',
  state: 'NY',
  postalCode: '14604',
};
const own = { tenantId: 't1', name: 'prairie-harbor', token: 'secret', provider };
const base = () => 'http://127.0.0.1:9/fhir/pas/2.2';

test('a line to the own review desk leads to wherever this server is', () => {
  expect(readPayerLines(dir, base)).toEqual([]);
  writeOwnLine(dir, own);
  expect(readPayerLines(dir, base)).toEqual([{ ...own, baseUrl: base() }]);
  expect(statSync(path.join(dir, 'payer-lines', 'prairie-harbor.token')).mode & 0o077).toBe(0);
});

test('a mistake is named by its field; a token never goes over a line that others can read', () => {
  writeOwnLine(dir, own);
  const write = (change: object) => {
    mkdirSync(path.join(dir, 'payer-lines'), { recursive: true });
    const { token: _, ...line } = own;
    const all = [{ ...line, baseUrl: 'own', tokenFile: 'prairie-harbor.token', ...change }];
    writeFileSync(path.join(dir, 'payer-lines', 'lines.json'), JSON.stringify(all));
  };
  write({ baseUrl: 'http://payer.example.com/pas' });
  expect(() => readPayerLines(dir, base)).toThrow('0.baseUrl');
  write({ tokenFile: '../../etc/passwd' });
  expect(() => readPayerLines(dir, base)).toThrow('0.tokenFile');
  write({ baseUrl: 'https://payer.example.com/pas/' });
  expect(readPayerLines(dir, base)[0]?.baseUrl).toBe('https://payer.example.com/pas');
});
