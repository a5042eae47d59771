import { Readable } from 'node:stream';
import type { Proof } from '@openum/casework/proof/proof.ts';
import { ZipFile } from 'yazl';
import { noSeal, sealing } from './seal.ts';

export type Archive = { readonly sizeBytes: number; readonly stream: Readable };

/**
 * A proof pack as a ZIP archive, one file in memory at a time. Files are stored as they are, so that the length is known before the
 * first byte: a browser can show how far it is.
 */
export const archiveOf = ({ manifest, files }: Proof): Promise<Archive> => {
  const zip = new ZipFile();
  const mtime = new Date(manifest.madeAt);
  const sealed = sealing();
  zip.on('error', (error) => sealed.destroy(error as Error));
  for (const file of files) {
    zip.addReadStreamLazy(
      file.path,
      { size: file.sizeBytes, compress: false, mtime, mode: 0o100444 },
      (done: (error: unknown, stream: NodeJS.ReadableStream) => void) => {
        file.bytes().then(
          (bytes) => done(null, Readable.from(bytes.byteLength === 0 ? [] : [Buffer.from(bytes)])),
          (error: unknown) => done(error, Readable.from([])),
        );
      },
    );
  }
  return new Promise((resolve) => {
    const known = (sizeBytes: number): void => resolve({ sizeBytes, stream: zip.outputStream.pipe(sealed) });
    zip.end({ forceZip64Format: false, comment: noSeal }, known as () => void);
  });
};
