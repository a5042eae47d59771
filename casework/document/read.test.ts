import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from './attach.ts';
import { documentPage, documentPages, searchDocuments } from './pages.ts';
import { readDocuments } from './read.ts';
import { caseShelf } from './shelf.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const attach = async (text: string): Promise<string> => {
  const attached = await attachDocument(plan.casework, scope, caseId, {
    title: 'Fax',
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode(text),
    actor: coordinator,
  });
  return attached.documentId ?? '';
};
const read = (milliseconds = 60_000) => readDocuments(plan.casework, scope, caseId, milliseconds);
const looking = async () => {
  const shelf = await caseShelf(plan.casework, scope, caseId);
  if (!shelf) throw new Error('given: there is no case');
  return { casework: plan.casework, scope, caseId, shelf, userId: nurse.userId };
};
const paged = async (documentId: string) => documentPages(await looking(), documentId);

describe('reading a document', () => {
  test('is work left by attaching it, and not by anything else', async () => {
    const due = async () => (await plan.store.outbox.take(plan.environment.now(), 50, 60)).map((e) => e.topic);
    await due();
    await plan.act(coordinator, caseId, { type: 'AddNote', text: 'Called.' });
    expect(await due()).not.toContain('documents.read');
    await attach('a');
    expect(await due()).toContain('documents.read');
  });

  test('keeps every page with what it is, split where another record begins', async () => {
    const id = await attach(
      'FAX COVER SHEET\nnumber of pages: 3\fPROGRESS NOTE\nSubjective: short of breath\fplan: oxygen',
    );
    expect(await paged(id)).toEqual({ pages: [], parts: [] });
    expect(await read()).toBeUndefined();
    expect(await paged(id)).toMatchObject({
      reading: { state: 'read', pages: 3, pagesRead: 3 },
      kind: 'progressNote',
      parts: [
        { from: 1, to: 1, kind: 'correspondence' },
        { from: 2, to: 3, kind: 'progressNote' },
      ],
    });
  });

  test('goes on where it stopped when its time is over, one page a turn at the least', async () => {
    await read();
    const id = await attach('one\ftwo\fthree');
    for (const pagesRead of [1, 2]) {
      expect(await read(0)).toEqual({ againAt: plan.environment.now() });
      expect((await paged(id))?.reading).toMatchObject({ state: 'reading', pagesRead });
    }
    expect(await read(0)).toBeUndefined();
    expect((await paged(id))?.reading).toMatchObject({ state: 'read', pagesRead: 3 });
  });

  test('stops at the limit of pages and says so', async () => {
    const id = await attach('1\f2\f3\f4\f5\f6\f7');
    await read();
    expect((await paged(id))?.reading).toEqual({
      documentId: id,
      state: 'read',
      pages: 7,
      pagesRead: 5,
      problem: 'tooManyPages',
    });
  });

  test('says that a file cannot be read, keeps it, and reads the others', async () => {
    const broken = await attach('BROKEN');
    const sound = await attach('sound');
    await read();
    expect((await paged(broken))?.reading).toMatchObject({ state: 'unreadable', problem: 'damaged' });
    expect((await paged(sound))?.reading).toMatchObject({ state: 'read' });
    expect(await plan.store.cases.document(scope, caseId, broken)).toBeDefined();
  });
});

describe('a fact marked on a page', () => {
  const record = (change: object) =>
    plan.act(nurse, caseId, {
      type: 'RecordFacts',
      facts: [
        {
          key: 'vital.oxygenSaturation',
          value: { kind: 'quantity', value: 84, unit: '%' },
          basis: 'Fax, page 1',
          place: { page: 1, start: 7, end: 22, quote: 'saturation 84 %', ...change } as never,
        },
      ],
    });

  test('carries its document, page, place and quote, and who marked it', async () => {
    const documentId = await attach('Oxygen saturation 84 %');
    await read();
    expect((await record({ documentId })).kind).toBe('done');
    expect((await plan.state(caseId)).facts.at(-1)?.source).toEqual({
      kind: 'document',
      documentId,
      page: 1,
      start: 7,
      end: 22,
      quote: 'saturation 84 %',
      extractor: 'person',
      by: { userId: nurse.userId, name: nurse.name, basis: 'Fax, page 1' },
    });
  });

  test.each([
    [{ quote: 'saturation 88 %' }, 'the quote does not stand on page 1'],
    [{ start: 6, end: 21 }, 'the quote does not stand on page 1'],
    [{ page: 2 }, 'page 2 of the document was not read'],
    [{ documentId: 'another' }, 'its document is not in the case'],
  ])('is refused with %o', async (change, said) => {
    const documentId = await attach('Oxygen saturation 84 %');
    await read();
    const refused = await record({ documentId, ...change });
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'fieldInvalid', facts: { problem: said } } });
  });
});

describe('looking into a document', () => {
  test('at a page or a picture of it is written in the log of reads', async () => {
    const id = await attach('Oxygen saturation 84 %');
    await read();
    expect((await documentPage(await looking(), id, 1))?.text).toBe('Oxygen saturation 84 %');
    expect(await plan.store.readLog.ofCase(scope, caseId, 10)).toMatchObject([
      { userId: nurse.userId, what: 'document', resourceId: id },
    ]);
  });

  test('for words finds the place on the page with what stands around it', async () => {
    const id = await attach('nothing\fAt rest the oxygen\nsaturation was 84 %');
    await read();
    expect(await searchDocuments(await looking(), 'Oxygen saturation')).toEqual([
      {
        documentId: id,
        page: 2,
        start: 12,
        end: 29,
        before: 'At rest the ',
        words: 'oxygen saturation',
        after: ' was 84 %',
      },
    ]);
    expect(await searchDocuments(await looking(), 'oxygen saturation', 'another')).toEqual([]);
    expect(await plan.store.readLog.openedBy(scope, caseId, nurse.userId)).toEqual([]);
    expect(await plan.store.readLog.ofCase(scope, caseId, 10)).toMatchObject([
      { purpose: 'search' },
      { purpose: 'search' },
    ]);
  });

  test('that is not there gives nothing', async () => {
    const id = await attach('x');
    await read();
    expect(await documentPage(await looking(), id, 2)).toBeUndefined();
    expect(await documentPage(await looking(), 'another', 1)).toBeUndefined();
    expect(await caseShelf(plan.casework, { tenantId: 'other' }, caseId)).toBeUndefined();
    expect(await caseShelf(plan.casework, scope, 'another')).toBeUndefined();
  });
});
