import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan } from '@openum/testkit/case/plan.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyProofFile, writeProof } from './proof.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'openum-proof-command-'));
const file = path.join(folder, 'pack.zip');
let plan: Plan;
let caseNumber: string;
let lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
};

beforeAll(async () => {
  plan = await aPlan();
  const { state } = await plan.receive(oxygenArrival({ facts: noSaturation }));
  caseNumber = state.caseNumber;
  expect(await writeProof(plan.casework, caseNumber.toLowerCase(), file, say)).toBe(0);
});
beforeEach(() => {
  lines = [];
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a pack that was written is found sound, and the head of its chain is named', async () => {
  expect(await verifyProofFile(file, say)).toBe(0);
  expect(lines[0]).toContain(`Case ${caseNumber}`);
  expect(lines.filter((l) => l.startsWith('NO'))).toEqual([]);
  const [last] = (
    await plan.casework.cases.events(
      { tenantId: 'plan' },
      (await plan.casework.cases.caseIds({ tenantId: 'plan' }, undefined, 1))[0] ?? '',
    )
  ).slice(-1);
  expect(lines.join('\n')).toContain(`head ${last?.hash}`);
});

test('a changed pack is named as such, with exit code 1', async () => {
  const changed = path.join(folder, 'changed.zip');
  const bytes = readFileSync(file);
  bytes[1000] = (bytes[1000] ?? 0) ^ 1;
  writeFileSync(changed, bytes);
  expect(await verifyProofFile(changed, say)).toBe(1);
  expect(lines.at(-1)).toContain('NOT SOUND');
});

test('nothing is replaced, no case is made up, and a missing file is said to be missing', async () => {
  expect(await writeProof(plan.casework, caseNumber, file, say)).toBe(1);
  expect(lines.at(-1)).toContain('replaces nothing');
  expect(await writeProof(plan.casework, 'UM-999', path.join(folder, 'other.zip'), say)).toBe(1);
  expect(lines.at(-1)).toBe('There is no case UM-999.');
  expect(await verifyProofFile(path.join(folder, 'none.zip'), say)).toBe(2);
});
