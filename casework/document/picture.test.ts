import { coordinator, nurse } from '@openum/testkit/case/actors.ts';
import { noSaturation, oxygenArrival } from '@openum/testkit/case/arrival.ts';
import { aPlan, type Plan, scope } from '@openum/testkit/case/plan.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachDocument } from './attach.ts';
import { pagePicture } from './picture.ts';
import { readDocuments } from './read.ts';
import { caseShelf } from './shelf.ts';
import { pageThumbnails } from './thumbnails.ts';

let plan: Plan;
let caseId: string;
beforeEach(async () => {
  plan = await aPlan();
  ({ caseId } = await plan.receive(oxygenArrival({ facts: noSaturation })));
});

const pdf = '%PDF-1.7';
const attach = async (...pages: readonly string[]): Promise<string> => {
  const attached = await attachDocument(plan.casework, scope, caseId, {
    title: 'Fax',
    contentType: 'application/pdf',
    bytes: new TextEncoder().encode(pages.join('\f')),
    actor: coordinator,
  });
  await readDocuments(plan.casework, scope, caseId, 60_000);
  return attached.documentId ?? '';
};
const looking = async (casework = plan.casework) => {
  const shelf = await caseShelf(plan.casework, scope, caseId);
  if (!shelf) throw new Error('given: there is no case');
  return { casework, scope, caseId, shelf, userId: nurse.userId };
};
/** How often files are opened from here on. */
const counting = () => {
  const count = { opened: 0 };
  const documentReader = {
    ...plan.casework.documentReader,
    open: (bytes: Uint8Array) => {
      count.opened += 1;
      return plan.casework.documentReader.open(bytes);
    },
  };
  return { count, casework: { ...plan.casework, documentReader } };
};
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const reads = () => plan.store.readLog.ofCase(scope, caseId, 50);

describe('the picture of a page', () => {
  test('is drawn once, kept, and logged each time somebody looks at it', async () => {
    const id = await attach(pdf, 'second');
    const { count, casework } = counting();
    for (let look = 0; look < 2; look++) {
      const picture = await pagePicture(await looking(casework), id, 2, 'page');
      expect(picture).toHaveProperty('bytes');
      expect(words((picture as { bytes: Uint8Array }).bytes)).toBe('picture of 2, 1275');
    }
    expect(count.opened).toBe(1);
    expect(await reads()).toMatchObject([{ what: 'document', resourceId: id }, { resourceId: id }]);
  });

  test('that could not be drawn says why, and the file is not tried again at once', async () => {
    const id = await attach(pdf, 'UNDRAWN');
    const { count, casework } = counting();
    for (let look = 0; look < 2; look++)
      expect(await pagePicture(await looking(casework), id, 2, 'page')).toMatchObject({ problem: 'tooSlow' });
    expect(count.opened).toBe(1);
  });

  test('of a text there is none, nor of a page or a document that is not there', async () => {
    const id = await attach('only words');
    const { count, casework } = counting();
    expect(await pagePicture(await looking(casework), id, 1, 'page')).toBe('none');
    expect(count.opened).toBe(0);
    expect(await pagePicture(await looking(), await attach(pdf), 2, 'page')).toBeUndefined();
    expect(await pagePicture(await looking(), 'nothing', 1, 'page')).toBeUndefined();
    expect(await reads()).toEqual([]);
  });
});

describe('thumbnails', () => {
  const pages = (n: number) => Array.from({ length: n }, (_, at) => `page ${at + 1}`);

  test('come sixteen at a time, drawn with one opening of the file, and once', async () => {
    const id = await attach(pdf, ...pages(40));
    const { count, casework } = counting();
    for (let look = 0; look < 2; look++) {
      const given = await pageThumbnails(await looking(casework), id, 17);
      expect(given?.isComplete).toBe(true);
      expect(given?.thumbnails.map((t) => t.page)).toEqual(Array.from({ length: 16 }, (_, at) => 17 + at));
      expect(words(given?.thumbnails[0]?.bytes ?? new Uint8Array())).toBe('picture of 17, 128');
    }
    expect(count.opened).toBe(1);
    expect((await pageThumbnails(await looking(), id, 33))?.thumbnails).toHaveLength(9);
  });

  test('that take long come as far as they are drawn, and the rest at the next call', async () => {
    const id = await attach(pdf, ...pages(3));
    const slow = {
      ...plan.casework,
      documentReader: {
        ...plan.casework.documentReader,
        open: async (bytes: Uint8Array) => {
          const file = await plan.casework.documentReader.open(bytes);
          if ('problem' in file) return file;
          const picture: typeof file.picture = (page, dots) => {
            plan.environment.pass({ seconds: 1 });
            return file.picture(page, dots);
          };
          return { ...file, picture };
        },
      },
    };
    const first = await pageThumbnails(await looking(slow), id, 1);
    expect(first).toMatchObject({ isComplete: false, thumbnails: [{ page: 1 }, { page: 2 }] });
    expect(await pageThumbnails(await looking(slow), id, 1)).toMatchObject({
      isComplete: true,
      thumbnails: [{ page: 1 }, { page: 2 }, { page: 3 }, { page: 4 }],
    });
  });

  test('that nobody waits for any more are not drawn', async () => {
    const id = await attach(pdf, ...pages(3));
    let asked = 0;
    const isWanted = () => asked++ < 3;
    const given = await pageThumbnails(await looking(), id, 1, isWanted);
    expect(given).toMatchObject({ isComplete: false, thumbnails: [{ page: 1 }, { page: 2 }] });
    const { count, casework } = counting();
    expect(await pageThumbnails(await looking(casework), id, 1, () => false)).toMatchObject({ thumbnails: [] });
    expect(count.opened).toBe(0);
  });

  test('show where the words stand, where a page has no look or could not be drawn', async () => {
    const plain = await attach('first', 'second');
    const given = await pageThumbnails(await looking(), plain, 1);
    expect(given?.isComplete).toBe(true);
    expect(given?.thumbnails.map((t) => [t.page, t.contentType])).toEqual([
      [1, 'image/svg+xml'],
      [2, 'image/svg+xml'],
    ]);
    const broken = await attach(pdf, 'UNDRAWN');
    expect((await pageThumbnails(await looking(), broken, 1))?.thumbnails.map((t) => t.contentType)).toEqual([
      'image/webp',
      'image/svg+xml',
    ]);
  });

  test('are one look at the document, whatever their number, and part of its opening within the hour', async () => {
    const id = await attach(pdf, ...pages(40));
    for (const from of [1, 17, 33]) await pageThumbnails(await looking(), id, from);
    expect(await reads()).toHaveLength(1);
    await pagePicture(await looking(), id, 1, 'page');
    plan.environment.pass({ minutes: 59 });
    await pageThumbnails(await looking(), id, 1);
    expect(await reads()).toHaveLength(2);
    plan.environment.pass({ minutes: 2 });
    await pageThumbnails(await looking(), id, 1);
    expect(await reads()).toHaveLength(3);
  });
});
