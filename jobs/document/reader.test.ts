import type { OpenFile } from '@openum/casework/port/documentReader.ts';
import { boxesOf, type DocumentPage } from '@openum/domain/document/page.ts';
import { bomb, lockedPdf, scan, scannedPdf, textPdf, tiffFax } from '@openum/testkit/document/files.ts';
import { pictureOf } from '@openum/testkit/document/picture.ts';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { createDocumentReader } from './reader.ts';

const reader = createDocumentReader();
afterAll(() => reader.end());

const bytes = (text: string) => new TextEncoder().encode(text);

const opened = async (file: Uint8Array, by = reader): Promise<OpenFile> => {
  const open = await by.open(file);
  if ('problem' in open) throw new Error(open.problem);
  return open;
};
const pagesOf = async (file: Uint8Array, by = reader): Promise<readonly DocumentPage[]> => {
  const open = await opened(file, by);
  const pages: DocumentPage[] = [];
  for (let n = 1; n <= open.pages; n++) pages.push(await open.page(n));
  open.close();
  return pages;
};
/** Where the words stand on the page. */
const placeOf = (page: DocumentPage | undefined, words: string) => {
  const at = page?.text.indexOf(words) ?? -1;
  return page && at >= 0 ? boxesOf(page, at, at + words.length)[0] : undefined;
};

const note = [
  'PROGRESS NOTE',
  'Oxygen saturation 84 % on room air at rest',
  'Patient walks forty feet and then has to sit down',
  'Continue home oxygen at two liters each minute',
];

describe('a PDF', () => {
  test('gives the text of each page with the place of every line', async () => {
    const [first, second] = await pagesOf(
      await textPdf([
        [...note, ...note],
        ['Second page', ...note, ...note],
      ]),
    );
    expect(first).toMatchObject({ page: 1, method: 'textLayer' });
    expect(first?.text.split('\n').slice(0, 4)).toEqual(note);
    expect(second?.text).toContain('Second page');
    const place = placeOf(first, 'PROGRESS');
    expect(place?.left).toBeCloseTo(72 / 612, 2);
    expect(place?.top).toBeCloseTo((792 - 720 - 12) / 792, 2);
    expect(first?.aspect).toBeCloseTo(612 / 792, 3);
  });

  test('of scanned pages is read from its pictures, and shows them', async () => {
    const file = await opened(await scannedPdf([await scan(note)]));
    const page = await file.page(1);
    expect(page).toMatchObject({ method: 'recognized' });
    expect(page.text).toContain('Oxygen saturation 84');
    expect(page.confidence).toBeGreaterThan(0.7);
    expect(placeOf(page, 'PROGRESS')?.left).toBeCloseTo(0.08, 1);
    expect(placeOf(page, 'Continue')?.top).toBeGreaterThan(placeOf(page, 'Oxygen')?.top ?? 1);
    const { inkOf } = await pictureOf(file, 1, 1275);
    expect(inkOf(placeOf(page, 'PROGRESS'))).toBeGreaterThan(0.1);
    file.close();
  }, 60_000);
});

describe('pictures', () => {
  test('of a fax have a page for each sheet', async () => {
    const pages = await pagesOf(
      await tiffFax([await scan(note), await scan(['FAX COVER SHEET', 'Number of pages: 2'])]),
    );
    expect(pages.map((p) => p.method)).toEqual(['recognized', 'recognized']);
    expect(pages[0]?.text).toContain('room air');
    expect(pages[1]?.text).toContain('COVER');
  }, 60_000);

  test('without a word have no text and no problem', async () => {
    const [page] = await pagesOf(new Uint8Array(await scan([])));
    expect(page).toMatchObject({ text: '', method: 'none' });
    expect(page?.problem).toBeUndefined();
  }, 60_000);
});

describe('text', () => {
  test('is laid out on pages, wide lines folded, every sign once', async () => {
    const long = `${'word '.repeat(30)}end`;
    const pages = await pagesOf(bytes(`${long}\n${'line\n'.repeat(70)}\flast`));
    expect(pages).toHaveLength(3);
    expect(pages[0]?.text.replace(/\s+/g, ' ')).toMatch(/^word .*end line/);
    expect(pages.at(-1)?.text).toBe('last');
    expect(placeOf(pages[2], 'last')).toMatchObject({ left: 0.06, top: 0.06 });
  });

  test('of a C-CDA document is its narrative, by section', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boom">]><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary</title>
      <component><section><code code="8716-3"/><title>Vital signs</title><text><table><tr><th>SpO2</th><td>84 &#37; &lt; 88</td></tr></table>&a;</text></section></component></ClinicalDocument>`;
    const [page] = await pagesOf(bytes(xml));
    expect(page?.text).toContain('VITAL SIGNS\nSpO2 84 % < 88');
    expect(page?.text).not.toContain('boom');
  });

  test('of a FHIR document is its resources with their values, without encoded data', async () => {
    const fhir = {
      resourceType: 'Bundle',
      entry: [
        {
          resource: { resourceType: 'Observation', code: { text: 'PaO2' }, valueQuantity: { value: 54, unit: 'mmHg' } },
        },
        { resource: { resourceType: 'Binary', data: 'QUJD' } },
      ],
    };
    const [page] = await pagesOf(bytes(JSON.stringify(fhir)));
    expect(page?.text).toContain('Observation\ncode.text: PaO2\nvalueQuantity.value: 54\nvalueQuantity.unit: mmHg');
    expect(page?.text).not.toContain('QUJD');
  });
});

describe('a file that is broken or means harm', () => {
  test.each([
    ['without a byte', async () => new Uint8Array(), 'empty'],
    ['of an unknown kind', async () => new Uint8Array([0x4d, 0x5a, 0, 1, 2, 3]), 'notSupported'],
    ['with the sign of a PDF and nothing else', async () => bytes('%PDF-1.7\nnothing'), 'damaged'],
    ['with a password', lockedPdf, 'encrypted'],
    [
      'of a picture that was cut off at once',
      async () => new Uint8Array((await scan(note)).subarray(0, 20)),
      'damaged',
    ],
    ['of JSON that is none', async () => bytes('{"resourceType": '), 'damaged'],
  ])('%s is refused with its reason', async (_name, file, problem) => {
    expect(await reader.open(await file())).toEqual({ problem });
  });

  test('a picture whose end is missing is a page with a problem', async () => {
    const whole = await scan(note);
    const [page] = await pagesOf(new Uint8Array(whole.subarray(0, whole.length / 2)));
    expect(page).toMatchObject({ method: 'none', problem: 'damaged', text: '' });
  });

  test('what is larger than allowed is not opened', async () => {
    const small = createDocumentReader({ ...defaultLimits, maxBytes: 10, maxPixels: 1000 });
    expect(await small.open(bytes('more than ten'))).toEqual({ problem: 'tooLarge' });
    small.end();
    const few = createDocumentReader({ ...defaultLimits, maxPixels: 1000 });
    expect(await few.open(new Uint8Array(await scan(note)))).toEqual({ problem: 'tooLarge' });
    few.end();
  });

  test('a page that takes too long is given up, and the next file is read', async () => {
    const hasty = createDocumentReader({ ...defaultLimits, pageMilliseconds: 1 });
    const [page] = await pagesOf(await textPdf([note]), hasty);
    expect(page).toMatchObject({ page: 1, method: 'none', problem: 'tooSlow' });
    hasty.end();
    expect((await pagesOf(bytes('sound')))[0]?.text).toBe('sound');
  });

  test('a page that unpacks to more than its share of memory ends its own thread only', async () => {
    const tight = createDocumentReader({ ...defaultLimits, heapMegabytes: 48, maxGrowthBytes: 150 * 1024 * 1024 });
    const [page] = await pagesOf(bomb(100), tight);
    expect(page).toMatchObject({ page: 1, method: 'none' });
    expect(page?.problem).toBeDefined();
    expect((await pagesOf(bytes('sound'), tight))[0]?.text).toBe('sound');
    tight.end();
  }, 60_000);
});
