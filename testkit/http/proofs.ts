import { Readable } from 'node:stream';
import type { ProofMaker } from '@openum/casework/proof/maker.ts';

/** The index as JSON, and the files one after the other: what goes in shows, the archive itself is tested elsewhere. */
export const plainProofs: ProofMaker<Readable> = {
  software: 'OpenUM test',
  print: async (document) => new TextEncoder().encode(JSON.stringify(document)),
  archive: async ({ files }) => ({
    sizeBytes: files.reduce((sum, f) => sum + f.sizeBytes, 0),
    stream: Readable.from(
      (async function* () {
        for (const f of files) yield Buffer.from(await f.bytes());
      })(),
    ),
  }),
};
