import { readyExtractionRules } from '@openum/content/extraction/load.ts';
import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from '../document/attach.ts';
import { readDocuments } from '../document/read.ts';
import { extractFacts } from './extract.ts';
import { extractedFacts } from './list.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  await readDocuments(plan.casework, scope, caseId, 60_000);
  await extract();
});

const attach = async (text: string): Promise<string> => {
  const attached = await attachDocument(plan.casework, scope, caseId, {
    title: 'Fax',
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode(text),
    actor: coordinator,
  });
  await readDocuments(plan.casework, scope, caseId, 60_000);
  return attached.documentId ?? '';
};
const extract = (milliseconds = 60_000) => extractFacts(plan.casework, scope, caseId, milliseconds);
const offered = async () => (await extractedFacts(plan.casework, scope, caseId, nurse))?.facts ?? [];
const told = async () =>
  (await offered()).map(({ fact: { key, value, page, at } }) => [
    key,
    value.kind === 'quantity' ? value.value : value.kind === 'text' ? '' : value.value,
    page,
    at,
  ]);

const saturation = 'vital.oxygenSaturation';

describe('facts read from the documents of a case', () => {
  test('are offered with their page and the day of the note, those that the criteria ask for first', async () => {
    await attach('Progress note\nDate of service: 02/20/2026\nBMI 31\fSpO2 86% on room air at rest.');
    expect(await extract()).toBeUndefined();
    expect(await told()).toEqual([
      [saturation, 86, 2, '2026-02-20'],
      ['vital.bmi', 31, 1, '2026-02-20'],
    ]);
    expect((await offered()).map((o) => o.asked)).toEqual([true, false]);
  });

  test('are no facts of the case, and change no reading of the criteria', async () => {
    const before = (await plan.state(caseId)).evaluations;
    await attach('SpO2 86% on room air at rest.');
    await extract();
    const after = await plan.state(caseId);
    expect(after.evaluations).toEqual(before);
    expect(after.facts.some((f) => f.source.kind === 'document')).toBe(false);
  });

  test('are read on where it stopped, one page a turn at the least, and each page once', async () => {
    const before = (await plan.store.extractedPages.ofCase(scope, caseId)).length;
    await attach('BMI 31\fBMI 32\fBMI 33');
    const pages = async () => (await plan.store.extractedPages.ofCase(scope, caseId)).length - before;
    for (const done of [1, 2]) {
      expect(await extract(0)).toEqual({ againAt: plan.environment.now() });
      expect(await pages()).toBe(done);
    }
    expect(await extract(0)).toBeUndefined();
    expect(await extract()).toBeUndefined();
    expect(await pages()).toBe(3);
  });

  test('are read when somebody looks, where the rules are newer than the reading', async () => {
    await attach('BMI 31');
    expect(await told()).toEqual([['vital.bmi', 31, 1, undefined]]);
  });

  test('that disagree stand side by side and say so', async () => {
    await attach('Date of service: 02/20/2026\nBMI 31\fBMI 33');
    await extract();
    expect((await offered()).map((o) => [o.fact.page, o.conflict])).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  test('of an older version stay in the record and give way to the newest', async () => {
    const documentId = await attach('BMI 31');
    const old = { documentId, page: 1, extractor: 'rules', extractorVersion: '2020-01-01', facts: [] };
    await plan.store.extractedPages.save(scope, caseId, old);
    await extract();
    const kept = (await plan.store.extractedPages.ofCase(scope, caseId)).filter((p) => p.documentId === documentId);
    expect(kept.map((p) => p.extractorVersion)).toEqual(['2020-01-01', readyExtractionRules.version]);
    expect(await told()).toEqual([['vital.bmi', 31, 1, undefined]]);
  });
});
