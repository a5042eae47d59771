import type { Letters } from '@openum/casework/port/letters.ts';
import type { Database } from '../connection/database.ts';
import { createContacts } from './contacts.ts';
import { createLetterRuns } from './letterRuns.ts';
import { createPrintBatches } from './printBatches.ts';
import { createTemplates } from './templates.ts';

export const createLetters = (db: Database): Letters => ({
  templates: createTemplates(db),
  contacts: createContacts(db),
  printBatches: createPrintBatches(db),
  letterRuns: createLetterRuns(db),
});
