import type { IndexPrinter } from './index/document.ts';
import type { Proof } from './proof.ts';

/** What turns a collected proof into one file. */
export type ProofMaker<Stream> = {
  /** Name and version of the software, as the manifest gives it. */
  readonly software: string;
  readonly print: IndexPrinter;
  readonly archive: (proof: Proof) => Promise<{ readonly sizeBytes: number; readonly stream: Stream }>;
};
