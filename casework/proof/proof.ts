import type { Instant } from '@openum/domain/time/instant.ts';

/** A file of a proof pack; `bytes` is called when its turn comes, so that a large case is never whole in memory. */
export type ProofFile = {
  readonly path: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly bytes: () => Promise<Uint8Array>;
};

/** What a pack says about itself; docs/proof-pack.md tells what each part is. */
export type ProofManifest = {
  readonly format: 'openum-proof';
  readonly formatVersion: 1;
  readonly software: string;
  readonly plan: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** Last link of the chain of events. The same hash stands in the log that the pack was made from. */
  readonly chainHead: { readonly sequence: number; readonly hash: string };
  /** Must go along wherever the pack goes. */
  readonly disclosureStatement?: string;
  /** What the record names and the store could not give as it was recorded. */
  readonly missing: readonly { readonly path: string; readonly problem: string }[];
  readonly files: readonly Pick<ProofFile, 'path' | 'sizeBytes' | 'sha256'>[];
};

export type Proof = { readonly manifest: ProofManifest; readonly files: readonly ProofFile[] };

export const manifestPath = 'manifest.json';
export const eventsPath = 'events.jsonl';
export const statePath = 'state.json';
export const clocksPath = 'clocks.json';
export const readsPath = 'reads.jsonl';
export const factsPath = 'facts.json';
export const questionsPath = 'model/questions.jsonl';
export const exchangesPath = 'model/exchanges.jsonl';
export const indexPath = 'index.pdf';
export const rulesFolder = 'rules/';
export const calendarsFolder = 'calendars/';
export const criteriaFolder = 'criteria/';
