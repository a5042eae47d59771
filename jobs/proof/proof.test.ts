import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { issueNotices } from '@openum/casework/notice/issue.ts';
import { collectProof } from '@openum/casework/proof/collect.ts';
import type { IndexDocument } from '@openum/casework/proof/index/document.ts';
import type { Proof } from '@openum/casework/proof/proof.ts';
import { nurse, physician } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, scope } from '@openum/testkit/case/plan.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveOf } from './archive.ts';
import { createIndexPrinter } from './print.ts';
import { verifyPackFile } from './verify.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'openum-proof-'));
const file = path.join(folder, 'pack.zip');
let proof: Proof;
let printed: IndexDocument;
let bytes: Buffer;

/** Referred by a nurse, denied by a physician, told to member and provider. */
beforeAll(async () => {
  const plan = await aPlan();
  const { caseId } = await plan.receive(oxygenArrival({ facts: noSaturation }));
  await plan.act(nurse, caseId, {
    type: 'SetUrgency',
    urgency: 'expedited',
    basis: 'Saturation is falling.',
    attested: true,
  });
  await plan.act(nurse, caseId, {
    type: 'CompleteReview',
    outcome: 'refer',
    itemSequences: [1],
    summary: 'No value at rest.',
  });
  await plan.decide(caseId, [denial()]);
  await issueNotices(plan.casework, scope, caseId);
  const print = createIndexPrinter();
  const found = await collectProof(plan.casework, scope, {
    caseId,
    madeBy: { name: physician.name, userId: physician.userId },
    software: 'openum test',
    print: (document) => {
      printed = document;
      return print(document);
    },
  });
  if (!found) throw new Error('given: there is a case');
  proof = found;
  const { stream, sizeBytes } = await archiveOf(proof);
  bytes = await buffer(stream);
  expect(bytes.length).toBe(sizeBytes);
  writeFileSync(file, bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

const problemsOf = async (changed: Uint8Array): Promise<readonly string[]> => {
  const other = path.join(folder, 'changed.zip');
  writeFileSync(other, changed);
  const { checks, sound } = await verifyPackFile(other);
  const problems = checks.flatMap((c) => c.problems);
  expect(sound).toBe(problems.length === 0);
  return problems;
};

test('a pack holds the record, what it was worked by, what came in and what went out', () => {
  const folders = new Set(
    proof.manifest.files.map((f) => (f.path.includes('/') ? f.path.replace(/[^/]+$/, '') : f.path)),
  );
  for (const part of [
    'index.pdf',
    'events.jsonl',
    'state.json',
    'clocks.json',
    'facts.json',
    'reads.jsonl',
    'rules/',
    'calendars/',
    'criteria/',
    'messages/',
    'documents/',
    'letters/',
  ])
    expect(folders).toContain(part);
  expect(proof.manifest.missing).toEqual([]);
});

test('its index names the physician with the licence of that day, the criteria with version, and each clock with its citation', () => {
  const text = JSON.stringify(printed);
  expect(text).toContain('licence IL 036.112233, active, valid to 2027-07-31');
  expect(text).toContain('Home oxygen, version');
  expect(text).toContain('42 CFR 422');
  expect(text).toContain('Another clock took its place');
  for (const f of proof.manifest.files) if (f.path !== 'index.pdf') expect(text).toContain(f.path);
});

test('an unchanged pack is found sound, by every check', async () => {
  const { checks, sound } = await verifyPackFile(file);
  expect(checks.flatMap((c) => c.problems)).toEqual([]);
  expect([sound, checks.length]).toEqual([true, 9]);
});

test('whatever byte is changed, and however, the pack is found out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ change;
      expect(await problemsOf(changed)).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a pack that was cut short, or to which something was added, is found out', async () => {
  expect(await problemsOf(bytes.subarray(0, bytes.length - 1))).not.toEqual([]);
  const longer = path.join(folder, 'longer.zip');
  writeFileSync(longer, bytes);
  appendFileSync(longer, ' ');
  expect(await problemsOf(readFileSync(longer))).not.toEqual([]);
});

/** Written anew by somebody who knows the format and makes seal, lengths and manifest fit. */
const forged = async (target: string, change: (text: string) => string): Promise<readonly string[]> => {
  const texts = new Map<string, Uint8Array>();
  for (const f of proof.files) texts.set(f.path, await f.bytes());
  const edited = Buffer.from(change(Buffer.from(texts.get(target) ?? []).toString()));
  texts.set(target, edited);
  const described = (p: string, b: Uint8Array) => ({
    path: p,
    sizeBytes: b.byteLength,
    sha256: createHash('sha256').update(b).digest('hex'),
  });
  const manifest = {
    ...proof.manifest,
    files: proof.manifest.files.map((f) => described(f.path, texts.get(f.path) ?? Buffer.of())),
  };
  texts.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  const files = [...texts].map(([p, b]) => ({ ...described(p, b), bytes: async () => b }));
  return problemsOf(await buffer((await archiveOf({ manifest, files })).stream));
};

test('a forger who makes manifest and seal fit is found out by the chain, the replay, the receipts and the record', async () => {
  expect(await forged('events.jsonl', (t) => t.replace('No value at rest.', 'All is well......'))).toContainEqual(
    expect.stringContaining('its content is not what was written'),
  );
  expect(await forged('state.json', (t) => t.replace('"denied"', '"approved"'))).toEqual([
    'the events do not give the state that the pack states',
  ]);
  expect(await forged('clocks.json', (t) => t.replace('"state": "met"', '"state": "missed"'))).toEqual([
    'counting the clocks again does not give the receipts that the pack states',
  ]);
  const letter = proof.manifest.files.find((f) => f.path.endsWith('.html'))?.path ?? '';
  expect(await forged(letter, (t) => `${t} `)).toEqual([`${letter} is not what the record says`]);
});
