import { coordinator, nurse, physician } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from './attach.ts';
import { openDocument } from './open.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const file = (text: string) => ({
  title: 'Echo',
  contentType: 'application/pdf',
  bytes: new TextEncoder().encode(text),
  actor: coordinator,
});
const attach = (text: string) => attachDocument(plan.casework, scope, caseId, file(text));
const open = (documentId: string) => openDocument(plan.casework, scope, caseId, documentId, physician.userId);

describe('a file', () => {
  test('is kept unaltered and named in the case', async () => {
    const attached = await attach('echo');
    expect(attached.kind).toBe('done');
    expect((await plan.state(caseId)).documents.at(-1)).toMatchObject({
      documentId: attached.documentId,
      title: 'Echo',
      sizeBytes: 4,
      sha256: plan.environment.sha256Hex('echo'),
      origin: 'uploaded',
    });
    expect((await open(attached.documentId ?? ''))?.bytes).toEqual(new TextEncoder().encode('echo'));
  });

  test('that is in the case already is refused, and no second copy is kept', async () => {
    await attach('echo');
    const again = await attach('echo');
    expect(again).toMatchObject({ kind: 'refused', refusal: { code: 'fieldInvalid', facts: { field: 'document' } } });
    expect(again.documentId).toBeUndefined();
    expect((await plan.state(caseId)).documents.filter((d) => d.title === 'Echo')).toHaveLength(1);
  });

  test('without a byte is refused', async () => {
    expect(await attach('')).toMatchObject({ kind: 'refused', refusal: { code: 'fieldInvalid' } });
  });

  test('may still come after the decision', async () => {
    await plan.act(coordinator, caseId, { type: 'Withdraw', requestedBy: 'Clinic', reason: 'Not wanted.' });
    expect((await attach('late')).kind).toBe('done');
  });
});

describe('opening a document', () => {
  test('is written into the log of reads, the original message too', async () => {
    const [original] = (await plan.state(caseId)).documents;
    expect((await open(original?.documentId ?? ''))?.bytes).toEqual(new TextEncoder().encode('bundle'));
    expect(await plan.store.readLog.ofCase(scope, caseId, 10)).toMatchObject([
      { userId: physician.userId, what: 'document', resourceId: original?.documentId, purpose: 'utilizationReview' },
    ]);
  });

  test('that is not in the case gives nothing and logs nothing', async () => {
    expect(await open('another')).toBeUndefined();
    expect(await openDocument(plan.casework, { tenantId: 'other' }, caseId, 'message-bundle', 'u')).toBeUndefined();
    expect(await plan.store.readLog.ofCase(scope, caseId, 10)).toEqual([]);
  });

  test('unlocks a denial for the physician who opened it, and for nobody else', async () => {
    const deny = (actor: typeof physician) =>
      plan.act(actor, caseId, {
        type: 'DetermineItems',
        decisions: [denial()] as never,
        attestation: { noConflictOfInterest: true, reviewedRecord: true },
      });
    const titles = (await plan.state(caseId)).documents.map((d) => d.title);
    expect(await deny(physician)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'evidenceNotOpened', facts: { documents: titles } },
    });
    for (const { documentId } of (await plan.state(caseId)).documents) {
      await openDocument(plan.casework, scope, caseId, documentId, nurse.userId);
      expect((await deny(physician)).kind).toBe('refused');
    }
    for (const { documentId } of (await plan.state(caseId)).documents) await open(documentId);
    expect((await deny(physician)).kind).toBe('done');
    const [item] = (await plan.state(caseId)).items;
    expect(item?.determination).toMatchObject({ outcome: 'denied', by: { userId: physician.userId } });
  });
});
