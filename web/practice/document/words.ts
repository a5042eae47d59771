import type { PracticeDocumentKind } from '@openum/http/contract/practice/document.ts';
import { documentKindWord } from '../../intake/documentKinds.ts';

export const practiceDocumentKindWord: Record<PracticeDocumentKind, string> = {
  ...documentKindWord,
  denialLetter: 'Denial letter of a payer',
  payerLetter: 'Other letter of a payer',
};
