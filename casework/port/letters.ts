import type { Contacts } from './contacts.ts';
import type { LetterRuns } from './letterRuns.ts';
import type { PrintBatches } from './printBatches.ts';
import type { Templates } from './templates.ts';

/** What the sending of letters keeps outside of the cases. */
export type Letters = {
  readonly templates: Templates;
  readonly contacts: Contacts;
  readonly printBatches: PrintBatches;
  readonly letterRuns: LetterRuns;
};
