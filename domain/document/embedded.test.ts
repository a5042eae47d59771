import { describe, expect, test } from 'vitest';
import { embeddedFiles } from './embedded.ts';

const utf8 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
const base64 = (bytes: Uint8Array): string => bytes.toBase64();
const pdf = utf8('%PDF-1.7 note');
const attachment = (part: Record<string, unknown> = {}) => ({
  contentType: 'application/pdf',
  title: 'Clinic note',
  data: base64(pdf),
  ...part,
});
const reference = (part: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  content: [{ attachment: attachment(part) }],
  ...rest,
});
const bundle = (...resources: readonly unknown[]) => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
});
const note = { title: 'Clinic note', contentType: 'application/pdf', bytes: pdf };
const problems = (resource: unknown) => embeddedFiles(resource).reports.map((r) => r.problem);

describe('a file in a DocumentReference', () => {
  test.each([
    ['alone', reference()],
    ['in a Bundle', bundle({ resourceType: 'Patient' }, reference())],
    ['contained in another resource', { resourceType: 'Claim', contained: [reference()] }],
    ['in a Bundle within a Bundle', bundle(bundle(reference()))],
  ])('is taken out byte by byte: %s', (_, resource) => {
    expect(embeddedFiles(resource)).toEqual({ files: [note], reports: [] });
  });

  test('may break its base64 into lines', () => {
    const data = base64(pdf).replace(/(.{4})/g, '$1\r\n');
    expect(embeddedFiles(reference({ data })).files).toEqual([note]);
  });

  const linked = (url: string) => reference({ data: undefined, url });
  const binary = (id: string, part = {}) => ({
    resourceType: 'Binary',
    id,
    contentType: 'application/pdf',
    data: base64(pdf),
    ...part,
  });
  const entries = (...given: readonly object[]) => ({ resourceType: 'Bundle', entry: given });

  test.each([
    ['by its urn', 'urn:uuid:1', { fullUrl: 'urn:uuid:1', resource: binary('b') }],
    [
      'by its address',
      'https://ehr.example/Binary/b',
      { fullUrl: 'https://ehr.example/Binary/b', resource: binary('b') },
    ],
    ['by the end of its address', 'Binary/b', { fullUrl: 'https://ehr.example/Binary/b', resource: binary('other') }],
    ['by its id', 'Binary/b', { resource: binary('b') }],
  ])('is taken out of a Binary of its Bundle, found %s', (_, url, entry) => {
    expect(embeddedFiles(entries({ resource: linked(url) }, entry))).toEqual({ files: [note], reports: [] });
  });

  test('is taken out of a Binary that the resource carries in itself, or the one that carries it', () => {
    const own = { ...linked('#b'), contained: [binary('b')] };
    expect(embeddedFiles(own)).toEqual({ files: [note], reports: [] });
    const carried = { resourceType: 'Claim', contained: [linked('#b'), binary('b')] };
    expect(embeddedFiles(carried)).toEqual({ files: [note], reports: [] });
  });

  test('has the type of its Binary where it says none itself', () => {
    const silent = reference({ data: undefined, contentType: undefined, url: 'Binary/b' });
    const text = binary('b', { contentType: 'text/html', data: base64(utf8('<p>x')) });
    expect(embeddedFiles(entries({ resource: silent }, { resource: text })).files[0]?.contentType).toBe('text/html');
  });

  test('stays outside where its address names no Binary of its Bundle, or two', () => {
    expect(problems(entries({ resource: linked('Binary/b') }, { resource: binary('c') }))).toEqual(['elsewhere']);
    const twice = [{ resource: binary('b') }, { resource: binary('b') }];
    expect(problems(entries({ resource: linked('Binary/b') }, ...twice))).toEqual(['elsewhere']);
    const elsewhere = entries({ resource: entries({ resource: binary('b') }) }, { resource: linked('Binary/b') });
    expect(problems(elsewhere)).toEqual(['elsewhere']);
    expect(problems(entries({ resource: linked('Binary/b') }, { resource: binary('b', { data: undefined }) }))).toEqual(
      ['empty'],
    );
  });

  test('is one of several', () => {
    const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    const both = reference(
      {},
      {
        content: [
          { attachment: attachment() },
          { attachment: { contentType: 'image/jpeg', title: 'Scan', data: base64(picture) } },
        ],
      },
    );
    expect(embeddedFiles(both).files).toEqual([note, { title: 'Scan', contentType: 'image/jpeg', bytes: picture }]);
  });

  test('has the title of the document where it has none, without signs that steer a screen', () => {
    const title = (part: object, rest = {}) => embeddedFiles(reference(part as never, rest)).files[0]?.title;
    expect(title({ title: undefined }, { description: 'Echo\u202e\u0000 report' })).toBe('Echo report');
    expect(title({ title: { of: 'x' } }, { type: { text: 'Discharge summary' } })).toBe('Discharge summary');
    expect(title({ title: '   ' })).toBe('File 1');
    expect(title({ title: 'x'.repeat(5000) })).toHaveLength(200);
  });
});

test.each([
  ['image/jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['image/jpeg', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'image/png'],
  ['application/cda+xml', utf8('<ClinicalDocument/>'), 'application/cda+xml'],
  ['Text/Plain; charset=utf-8', utf8('words'), 'text/plain'],
  ['', pdf, 'application/pdf'],
])('a file said to be "%s" has a type that a browser knows', (said, bytes, contentType) => {
  const { files, reports } = embeddedFiles(reference({ contentType: said, data: base64(bytes) }));
  expect(files[0]?.contentType).toBe(contentType);
  expect(reports).toEqual([]);
});

describe('a hostile file', () => {
  test.each([
    ['broken base64', { data: '%%%not base64' }, 'notBase64'],
    ['base64 that is cut', { data: 'QUJDR' }, 'notBase64'],
    ['data that is no text', { data: { nested: 'QUJD' } }, 'notBase64'],
    ['nothing in it', { data: '' }, 'empty'],
    ['neither data nor address', { data: undefined }, 'empty'],
    ['only an address', { data: undefined, url: 'https://records.example/1' }, 'elsewhere'],
  ])('with %s is reported, and its neighbours are taken out', (_, part, problem) => {
    const { files, reports } = embeddedFiles(bundle(reference({ title: 'Bad', ...part }), reference()));
    expect(files).toEqual([note]);
    expect(reports).toEqual([{ title: 'Bad', problem }]);
  });

  test('that its sender marked as an error stays inside', () => {
    expect(embeddedFiles(reference({}, { status: 'entered-in-error' }))).toEqual({
      files: [],
      reports: [{ title: 'Clinic note', problem: 'enteredInError' }],
    });
  });

  test.each([
    ['a picture said to be a PDF', 'application/pdf', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'image/png'],
    ['text said to be a picture', 'image/png', utf8('plain words'), 'text/plain'],
    ['a program said to be a PDF', 'application/pdf', Uint8Array.of(0x4d, 0x5a, 0, 0), 'application/octet-stream'],
    ['a PDF said to be a page of the web', 'text/html', pdf, 'application/pdf'],
  ])('is kept as what its bytes are: %s', (_, said, bytes, contentType) => {
    expect(embeddedFiles(reference({ contentType: said, data: base64(bytes) }))).toEqual({
      files: [{ title: 'Clinic note', contentType, bytes }],
      reports: [{ title: 'Clinic note', problem: 'typeDiffers' }],
    });
  });

  test('of another length than was said is taken out and reported', () => {
    expect(problems(reference({ size: pdf.length }))).toEqual([]);
    expect(problems(reference({ size: 4 }))).toEqual(['sizeDiffers']);
  });

  test('that is huge is not decoded, and a smaller one after it is taken out', () => {
    const small = { files: 10, bytes: 100, depth: 8 };
    const { files, reports } = embeddedFiles(
      bundle(reference({ title: 'Huge', data: 'A'.repeat(4000) }), reference()),
      small,
    );
    expect(files).toEqual([note]);
    expect(reports).toEqual([{ title: 'Huge', problem: 'tooLarge' }]);
  });

  test('does not slip through as many small ones', () => {
    const many = bundle(...Array.from({ length: 5000 }, () => reference()));
    const { files, reports } = embeddedFiles(many);
    expect(files).toHaveLength(100);
    expect(reports).toEqual([{ title: '4900 more', problem: 'tooMany' }]);
    expect(problems(bundle(...Array.from({ length: 5000 }, () => reference({ data: '%' }))))).toHaveLength(101);
  });

  test('nested without end is left inside', () => {
    const nest = (depth: number): unknown => (depth === 0 ? reference() : bundle(nest(depth - 1)));
    expect(embeddedFiles(nest(5)).files).toEqual([note]);
    expect(embeddedFiles(nest(3000))).toMatchObject({ files: [], reports: [{ problem: 'nested' }] });
  });

  test.each([
    null,
    'text',
    [[]],
    { resourceType: 'DocumentReference' },
    { resourceType: 'DocumentReference', content: 'x' },
    { resourceType: 'DocumentReference', content: [null, { attachment: 'x' }, 3] },
    { resourceType: 'Bundle', entry: { resource: 1 } },
    { resourceType: 'Bundle', entry: [null, {}, { resource: 'x' }], contained: 'y' },
  ])('of no shape that FHIR knows does no harm: %j', (resource) => {
    expect(embeddedFiles(resource)).toEqual({ files: [], reports: [] });
  });
});
