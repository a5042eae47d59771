import type { CensusGapKind } from '@openum/domain/practiceCensus/check.ts';

export const gapWord: Record<CensusGapKind, string> = {
  billedUncovered: 'Billed and not covered',
  notCovered: 'Given and not covered',
  notEntered: 'In and no attendance',
  notBilled: 'Covered and not billed',
};

export const gapTone: Record<CensusGapKind, string> = {
  billedUncovered: 'bad',
  notCovered: 'bad',
  notEntered: 'waiting',
  notBilled: 'waiting',
};
