import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from '../document/attach.ts';
import { readDocuments } from '../document/read.ts';
import type { ExtractionAct } from './act.ts';
import { extractFacts } from './extract.ts';
import { extractedFacts } from './list.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
  await attachDocument(plan.casework, scope, caseId, {
    title: 'Fax',
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode('Date of service: 02/20/2026\nSpO2 86% on room air at rest.'),
    actor: coordinator,
  });
  await readDocuments(plan.casework, scope, caseId, 60_000);
  await extractFacts(plan.casework, scope, caseId, 60_000);
});

const offered = async () => (await extractedFacts(plan.casework, scope, caseId, nurse))?.facts ?? [];
const answer = async (said: Partial<ExtractionAct>, actor = nurse) => {
  const [first] = await offered();
  if (!first) throw new Error('given: nothing was read');
  const { documentId, page, extractor, extractorVersion } = first.fact;
  const place = { documentId, page, extractor, extractorVersion, position: first.position };
  return plan.act(actor, caseId, { type: 'AnswerExtractedFact', verdict: 'accepted', ...place, ...said });
};
const fromDocuments = async () => (await plan.state(caseId)).facts.filter((f) => f.source.kind === 'document');
const saturationLeaf = async () =>
  (await plan.state(caseId)).evaluations.flatMap((e) => e.leaves).find((l) => l.path.endsWith('rest/saturation'));

describe('a fact that was read from a document', () => {
  test('becomes one of the case when a person takes it: with its place, its reader and their name', async () => {
    expect((await saturationLeaf())?.truth).toBe('unknown');
    await answer({});
    expect(await fromDocuments()).toMatchObject([
      {
        key: 'vital.oxygenSaturation',
        value: { kind: 'quantity', value: 86, unit: '%' },
        at: '2026-02-20',
        qualifiers: { state: 'rest', air: 'room' },
        source: {
          kind: 'document',
          page: 1,
          quote: 'SpO2 86% on room air at rest.',
          extractor: expect.stringMatching(/^rules /),
          by: { userId: nurse.userId },
        },
      },
    ]);
    expect((await saturationLeaf())?.truth).toBe('met');
    expect(await offered()).toEqual([]);
  });

  test('is taken as corrected, and keeps the words that were read', async () => {
    await answer({
      verdict: 'corrected',
      reason: 'The scan says 89.',
      corrected: { value: { kind: 'quantity', value: 89, unit: '%' }, qualifiers: { state: 'rest', air: 'room' } },
    });
    expect(await fromDocuments()).toMatchObject([
      { value: { value: 89 }, source: { quote: 'SpO2 86% on room air at rest.' } },
    ]);
    const [kept] = (await plan.state(caseId)).extractedAnswers;
    expect(kept).toMatchObject({
      verdict: 'corrected',
      reason: 'The scan says 89.',
      extracted: { value: { value: 86 } },
    });
  });

  test('is no fact when it is rejected, and a rejection has a reason', async () => {
    expect(await answer({ verdict: 'rejected' })).toMatchObject({
      refusal: { code: 'fieldMissing', facts: { field: 'reason' } },
    });
    await answer({ verdict: 'rejected', reason: 'Another patient.' });
    expect(await fromDocuments()).toEqual([]);
    expect(await offered()).toEqual([]);
  });

  test('is answered once', async () => {
    const [first] = await offered();
    await answer({});
    const { documentId = '', page = 1, extractor = '', extractorVersion = '' } = first?.fact ?? {};
    const again = { documentId, page, extractor, extractorVersion, position: first?.position ?? 0 };
    const refused = await plan.act(nurse, caseId, { type: 'AnswerExtractedFact', verdict: 'accepted', ...again });
    expect(refused).toMatchObject({ refusal: { code: 'suggestionAnswered' } });
    expect(await fromDocuments()).toHaveLength(1);
  });

  test.each<[string, Partial<ExtractionAct>, string]>([
    ['nobody read', { position: 7 }, 'suggestionUnknown'],
    ['is corrected to nothing', { verdict: 'corrected' }, 'fieldMissing'],
    [
      'is corrected to a unit that it does not take',
      { verdict: 'corrected', corrected: { value: { kind: 'quantity', value: 89, unit: 'kg' } } },
      'fieldInvalid',
    ],
    [
      'is corrected to no day',
      { verdict: 'corrected', corrected: { value: { kind: 'quantity', value: 89, unit: '%' }, at: 'March' } },
      'fieldInvalid',
    ],
  ])('is refused when it %s', async (_, said, code) => {
    expect(await answer(said)).toMatchObject({ refusal: { code } });
    expect(await fromDocuments()).toEqual([]);
  });
});
