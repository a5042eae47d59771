import type { AttachedDocument } from '@openum/domain/case/event.ts';
import { type Embedded, embeddedFiles } from '@openum/domain/document/embedded.ts';
import { formatOf } from '@openum/domain/document/format.ts';
import { originWithin } from '@openum/domain/document/origin.ts';
import type { Environment } from '../port/environment.ts';

const none: Embedded = { files: [], reports: [] };

/** Most JSON carries no file; it need not be parsed to know that. */
const mayCarryFiles = (bytes: Uint8Array): boolean =>
  formatOf(bytes) === 'json' &&
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('"DocumentReference"');

/** The files inside a FHIR document. One that is itself a FHIR document with files is kept, and not opened further. */
export const embeddedIn = (bytes: Uint8Array): Embedded => {
  if (!mayCarryFiles(bytes)) return none;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The reader says of the document itself that it is damaged.
    return none;
  }
  const { files, reports } = embeddedFiles(json);
  const nested = files.filter((f) => mayCarryFiles(f.bytes));
  return { files, reports: [...reports, ...nested.map(({ title }) => ({ title, problem: 'nested' as const }))] };
};

export type TakenOut = { readonly attached: AttachedDocument; readonly bytes: Uint8Array };

/** The files inside a document as documents of their own, and what it says of those that stayed inside. */
export const takeOut = (
  from: Pick<AttachedDocument, 'documentId' | 'recordedOn'>,
  bytes: Uint8Array,
  { newId, sha256Hex }: Pick<Environment, 'newId' | 'sha256Hex'>,
): { readonly files: readonly TakenOut[]; readonly said: Pick<AttachedDocument, 'embedded'> } => {
  const { files, reports } = embeddedIn(bytes);
  const one = new Map(files.map((f) => [sha256Hex(f.bytes), f]));
  return {
    files: [...one].map(([sha256, file]) => ({
      attached: {
        documentId: newId(),
        title: file.title,
        contentType: file.contentType,
        sizeBytes: file.bytes.byteLength,
        sha256,
        origin: originWithin(from.documentId),
        ...(from.recordedOn ? { recordedOn: from.recordedOn } : {}),
      },
      bytes: file.bytes,
    })),
    said: reports.length > 0 ? { embedded: reports } : {},
  };
};
