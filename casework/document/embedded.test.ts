import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from './attach.ts';
import { openDocument } from './open.ts';
import { documentPages } from './pages.ts';
import { readDocuments } from './read.ts';
import { caseShelf } from './shelf.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const utf8 = (text: string) => new TextEncoder().encode(text);
const reference = (title: string, bytes: Uint8Array | string, contentType = 'text/plain') => ({
  resourceType: 'DocumentReference',
  status: 'current',
  content: [
    {
      attachment: {
        contentType,
        title,
        data: typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64'),
      },
    },
  ],
});
const bundle = (...resources: readonly unknown[]) =>
  utf8(JSON.stringify({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) }, null, 1));
const attach = (bytes: Uint8Array) =>
  attachDocument(plan.casework, scope, caseId, {
    title: 'Records',
    contentType: 'application/fhir+json',
    bytes,
    actor: coordinator,
  });
const documents = async () => (await plan.state(caseId)).documents;
const named = async (title: string) => (await documents()).find((d) => d.title === title);
const bytesOf = async (title: string) =>
  (await openDocument(plan.casework, scope, caseId, (await named(title))?.documentId ?? '', nurse.userId))?.bytes;

const note = utf8('PROGRESS NOTE\nSubjective: short of breath');

describe('a FHIR document with a file inside', () => {
  test('stays as it came, and the file stands beside it byte by byte', async () => {
    const sent = bundle(reference('Note', note));
    const { documentId } = await attach(sent);
    expect(await bytesOf('Records')).toEqual(sent);
    expect(await bytesOf('Note')).toEqual(note);
    expect(await named('Note')).toMatchObject({
      contentType: 'text/plain',
      sizeBytes: note.length,
      sha256: plan.environment.sha256Hex(note),
      origin: `document:${documentId}`,
    });
    expect(await named('Records')).not.toHaveProperty('embedded');
  });

  test('is read, and so is the file', async () => {
    await attach(bundle(reference('Note', note)));
    await readDocuments(plan.casework, scope, caseId, 60_000);
    const shelf = await caseShelf(plan.casework, scope, caseId);
    if (!shelf) throw new Error('given: there is no case');
    const looking = { casework: plan.casework, scope, caseId, shelf, userId: nurse.userId };
    for (const title of ['Records', 'Note'])
      expect(await documentPages(looking, (await named(title))?.documentId ?? '')).toMatchObject({
        reading: { state: 'read' },
      });
  });

  test('names a file once that it carries twice, and none that the case has', async () => {
    await attach(bundle(reference('Note', note), reference('Again', note)));
    await attach(bundle(reference('Note of yesterday', note), reference('New', utf8('new'))));
    const titles = (await documents()).map((d) => d.title).slice(-4);
    expect(titles).toEqual(['Records', 'Again', 'Records', 'New']);
  });

  test('keeps the file of a wrong kind, says what could not be taken out, and loses nothing', async () => {
    const sent = bundle(reference('Broken', '%%%'), reference('Not a PDF', note, 'application/pdf'));
    expect((await attach(sent)).kind).toBe('done');
    expect(await bytesOf('Records')).toEqual(sent);
    expect(await named('Records')).toMatchObject({
      embedded: [
        { title: 'Broken', problem: 'notBase64' },
        { title: 'Not a PDF', problem: 'typeDiffers' },
      ],
    });
    expect(await named('Broken')).toBeUndefined();
    expect(await bytesOf('Not a PDF')).toEqual(note);
  });

  test('within another one is kept and not opened further', async () => {
    const inner = bundle(reference('Inmost', note));
    await attach(bundle(reference('Inner', inner, 'application/fhir+json')));
    expect(await bytesOf('Inner')).toEqual(inner);
    expect(await named('Inmost')).toBeUndefined();
    expect(await named('Records')).toMatchObject({ embedded: [{ title: 'Inner', problem: 'nested' }] });
  });

  test.each([
    ['JSON that is cut', utf8('{"resourceType":"DocumentReference","content":[')],
    ['text that is not UTF-8', Uint8Array.of(...utf8('{"a":"DocumentReference","b":"'), 0xff, 0xfe)],
    ['brackets without end', utf8(`{"resourceType":"DocumentReference","content":${'['.repeat(200_000)}`)],
  ])('is kept alone when it is damaged: %s', async (_, sent) => {
    const before = (await documents()).length;
    expect((await attach(sent)).kind).toBe('done');
    expect(await documents()).toHaveLength(before + 1);
    expect(await bytesOf('Records')).toEqual(sent);
  });

  test('may come with the request itself', async () => {
    const arrival = oxygenArrival({ facts: noSaturation });
    const sent = bundle(reference('Note', note));
    const document = { title: 'Records', contentType: 'application/json', bytes: sent, origin: 'portal:1' };
    const other = await aPlan();
    const received = await other.receive({ ...arrival, documents: [document] });
    const kept = (await other.state(received.caseId)).documents.slice(-2);
    expect(kept.map((d) => d.title)).toEqual(['Records', 'Note']);
    expect(kept[1]?.origin).toBe(`document:${kept[0]?.documentId}`);
  });
});
