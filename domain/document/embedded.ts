import { type FileFormat, formatOf } from './format.ts';

/** Why a file inside a FHIR document was not taken out, or with what reserve. What was sent is kept whole in any case. */
export type EmbeddedProblem =
  | 'notBase64'
  | 'empty'
  | 'elsewhere'
  | 'enteredInError'
  | 'tooLarge'
  | 'tooMany'
  | 'nested'
  /** The file was taken out; its bytes are of another kind than was said. */
  | 'typeDiffers'
  /** The file was taken out; it has not the length that was said. */
  | 'sizeDiffers';

export type EmbeddedReport = { readonly title: string; readonly problem: EmbeddedProblem };

export type EmbeddedFile = { readonly title: string; readonly contentType: string; readonly bytes: Uint8Array };

export type Embedded = { readonly files: readonly EmbeddedFile[]; readonly reports: readonly EmbeddedReport[] };

const MB = 1024 * 1024;
const limits = {
  files: 100,
  /** Of all files together. */
  bytes: 50 * MB,
  /** Bundles and contained resources within each other. */
  depth: 8,
};
type Limits = typeof limits;

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined;
  const plain = value
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return plain === '' ? undefined : plain;
};

const typeOfFormat: Readonly<Record<FileFormat, readonly [RegExp, string]>> = {
  pdf: [/^application\/pdf$/, 'application/pdf'],
  image: [/^image\/(png|jpe?g)$/, 'image/png'],
  tiff: [/^image\/tiff?$/, 'image/tiff'],
  json: [/^(text\/plain|application\/(.+\+)?json)$/, 'application/json'],
  xml: [/^(text\/(plain|xml|html)|application\/(.+\+)?xml)$/, 'application/xml'],
  text: [/^(text\/.+|application\/rtf)$/, 'text/plain'],
};

/** A type by what the bytes are, where they are not what was said. */
const typeOf = (said: string, bytes: Uint8Array): { readonly contentType: string; readonly differs: boolean } => {
  const plain = said.split(';')[0]?.trim().toLowerCase() ?? '';
  const format = formatOf(bytes);
  if (format === undefined) {
    const differs = Object.values(typeOfFormat).some(([form]) => form.test(plain));
    return { contentType: differs || plain === '' ? 'application/octet-stream' : plain, differs };
  }
  const [form, known] = typeOfFormat[format];
  const differs = plain !== '' && !form.test(plain);
  // A browser wants the exact name of a picture's kind; senders write image/jpg, or png for either.
  if (format === 'image') return { contentType: bytes[0] === 0xff ? 'image/jpeg' : known, differs };
  return { contentType: form.test(plain) ? plain : known, differs };
};

const decoded = (data: string): Uint8Array | undefined => {
  try {
    return Uint8Array.fromBase64(data);
  } catch {
    return undefined;
  }
};

type Found = { readonly title: string; readonly attachment: Json; readonly withdrawn: boolean };

const attachmentsOf = (reference: Json): readonly Found[] =>
  objects(reference.content).flatMap(({ attachment }, at) => {
    if (!isObject(attachment)) return [];
    const type = isObject(reference.type) ? text(reference.type.text) : undefined;
    const title = text(attachment.title) ?? text(reference.description) ?? type ?? `File ${at + 1}`;
    return [{ title, attachment, withdrawn: reference.status === 'entered-in-error' }];
  });

/** Each DocumentReference: alone, in a Bundle, or contained in another resource. */
const walk = (resource: unknown, depth: number, take: (found: Found) => void, tooDeep: () => void): void => {
  if (!isObject(resource)) return;
  if (depth === 0) {
    tooDeep();
    return;
  }
  if (resource.resourceType === 'DocumentReference') for (const found of attachmentsOf(resource)) take(found);
  if (resource.resourceType === 'Bundle')
    for (const entry of objects(resource.entry)) walk(entry.resource, depth - 1, take, tooDeep);
  for (const contained of objects(resource.contained)) walk(contained, depth - 1, take, tooDeep);
};

/** The files that a FHIR resource carries in its attachments, byte by byte, within limits; what was left is reported. */
export const embeddedFiles = (resource: unknown, { files: most, bytes, depth }: Limits = limits): Embedded => {
  const files: EmbeddedFile[] = [];
  const reports: EmbeddedReport[] = [];
  let room = bytes;
  let left = 0;
  let isTooDeep = false;
  const take = ({ title, attachment, withdrawn }: Found): readonly EmbeddedProblem[] => {
    const { data, size } = attachment;
    if (withdrawn) return ['enteredInError'];
    if (data === undefined) return [typeof attachment.url === 'string' ? 'elsewhere' : 'empty'];
    if (typeof data !== 'string') return ['notBase64'];
    // Four characters of base64 are three bytes.
    if ((data.length / 4) * 3 > room + 3) return ['tooLarge'];
    const file = decoded(data);
    if (!file) return ['notBase64'];
    if (file.length === 0) return ['empty'];
    room -= file.length;
    const { contentType, differs } = typeOf(text(attachment.contentType) ?? '', file);
    files.push({ title, contentType, bytes: file });
    const otherSize = typeof size === 'number' && size !== file.length;
    return [...(differs ? (['typeDiffers'] as const) : []), ...(otherSize ? (['sizeDiffers'] as const) : [])];
  };
  const each = (found: Found): void => {
    if (files.length >= most || reports.length >= most) left++;
    else for (const problem of take(found)) reports.push({ title: found.title, problem });
  };
  const tooDeep = (): void => {
    isTooDeep = true;
  };
  walk(resource, depth, each, tooDeep);
  if (left > 0) reports.push({ title: `${left} more`, problem: 'tooMany' });
  if (isTooDeep) reports.push({ title: `Deeper than ${depth} resources`, problem: 'nested' });
  return { files, reports };
};
