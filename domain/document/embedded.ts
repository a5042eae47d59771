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

type Found = {
  readonly title: string;
  readonly attachment: Json;
  /** Of its own Bundle, by address; two under one address are neither. */
  readonly binaries: ReadonlyMap<string, Json | undefined>;
  readonly withdrawn: boolean;
};

const attachmentsOf = (reference: Json, around: Found['binaries']): readonly Found[] => {
  const binaries = contained(reference, around);
  return objects(reference.content).flatMap(({ attachment }, at) => {
    if (!isObject(attachment)) return [];
    const type = isObject(reference.type) ? text(reference.type.text) : undefined;
    const title = text(attachment.title) ?? text(reference.description) ?? type ?? `File ${at + 1}`;
    return [{ title, attachment, binaries, withdrawn: reference.status === 'entered-in-error' }];
  });
};

const isBinary = (resource: unknown): resource is Json => isObject(resource) && resource.resourceType === 'Binary';

/** Addresses under which an entry's resource is referred to in its Bundle. */
const addressesOf = ({ fullUrl, resource }: Json): readonly string[] => {
  const id = isObject(resource) && typeof resource.id === 'string' ? [`Binary/${resource.id}`] : [];
  if (typeof fullUrl !== 'string') return id;
  const relative = /\/(Binary\/[^/]+)$/.exec(fullUrl)?.[1];
  return [...new Set([fullUrl, ...(relative ? [relative] : []), ...id])];
};

const binariesOf = (bundle: Json): Found['binaries'] => {
  const binaries = new Map<string, Json | undefined>();
  for (const entry of objects(bundle.entry)) {
    const { resource } = entry;
    if (isBinary(resource))
      for (const address of addressesOf(entry)) binaries.set(address, binaries.has(address) ? undefined : resource);
  }
  return binaries;
};

/** With those that a resource carries in itself, which it names by `#`. */
const contained = (resource: Json, around: Found['binaries']): Found['binaries'] => {
  const own = objects(resource.contained).filter((c) => isBinary(c) && typeof c.id === 'string');
  return own.length === 0 ? around : new Map([...around, ...own.map((b) => [`#${b.id}`, b] as const)]);
};

/** Each DocumentReference: alone, in a Bundle, or contained in another resource. */
const walk = (
  resource: unknown,
  depth: number,
  take: (found: Found) => void,
  tooDeep: () => void,
  binaries: Found['binaries'] = new Map(),
): void => {
  if (!isObject(resource)) return;
  if (depth === 0) {
    tooDeep();
    return;
  }
  if (resource.resourceType === 'DocumentReference') for (const found of attachmentsOf(resource, binaries)) take(found);
  if (resource.resourceType === 'Bundle') {
    const own = binariesOf(resource);
    for (const entry of objects(resource.entry)) walk(entry.resource, depth - 1, take, tooDeep, own);
  }
  for (const inner of objects(resource.contained)) walk(inner, depth - 1, take, tooDeep, contained(resource, binaries));
};

/** The files that a FHIR resource carries in its attachments, byte by byte, within limits; what was left is reported. */
export const embeddedFiles = (resource: unknown, { files: most, bytes, depth }: Limits = limits): Embedded => {
  const files: EmbeddedFile[] = [];
  const reports: EmbeddedReport[] = [];
  let room = bytes;
  let left = 0;
  let isTooDeep = false;
  const take = ({ title, attachment, binaries, withdrawn }: Found): readonly EmbeddedProblem[] => {
    const { url, size } = attachment;
    const binary = attachment.data === undefined && typeof url === 'string' ? binaries.get(url) : undefined;
    const data = binary ? binary.data : attachment.data;
    if (withdrawn) return ['enteredInError'];
    if (data === undefined) return [typeof url === 'string' && !binary ? 'elsewhere' : 'empty'];
    if (typeof data !== 'string') return ['notBase64'];
    // Four characters of base64 are three bytes.
    if ((data.length / 4) * 3 > room + 3) return ['tooLarge'];
    const file = decoded(data);
    if (!file) return ['notBase64'];
    if (file.length === 0) return ['empty'];
    room -= file.length;
    const { contentType, differs } = typeOf(text(attachment.contentType) ?? text(binary?.contentType) ?? '', file);
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
