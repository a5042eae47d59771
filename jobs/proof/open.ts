import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { PackReader } from '@openum/casework/proof/verify.ts';
import { type Entry, open, type ZipFile } from 'yauzl';

export type OpenedPack = PackReader & { readonly close: () => void };

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(
      file,
      { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true },
      (error, zip) => (error ? reject(error) : resolve(zip)),
    ),
  );

const entriesOf = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

/** A pack on disk, read a piece at a time. Throws when it is no ZIP archive that can be read. */
export const openPack = async (file: string): Promise<OpenedPack> => {
  const zip = await opened(file);
  const entries = await entriesOf(zip);
  const streamOf = promisify(zip.openReadStream.bind(zip)) as (entry: Entry) => Promise<Readable>;
  const stream = (path: string): Promise<Readable> => {
    const entry = entries.find((e) => e.fileName === path);
    if (!entry) throw new Error(`${path} is missing`);
    return streamOf(entry);
  };
  return {
    paths: entries.map((e) => e.fileName),
    digest: async (path) => {
      const hash = createHash('sha256');
      let sizeBytes = 0;
      for await (const chunk of await stream(path)) {
        hash.update(chunk as Buffer);
        sizeBytes += (chunk as Buffer).byteLength;
      }
      return { sha256: hash.digest('hex'), sizeBytes };
    },
    text: async (path) => {
      const chunks: Buffer[] = [];
      for await (const chunk of await stream(path)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
    close: () => zip.close(),
  };
};
