import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import type { FileLine, FileLines } from '../../port/fileLines.ts';
import type { PracticeActing } from '../acting.ts';
import { cardsOn } from '../payer/cards.ts';

export type ChosenLine = { readonly lines: FileLines; readonly line: FileLine };

/** The line that carries files to the payer of a coverage, as its rule card names it. */
export const fileLineOf = async (
  { casework, scope, today }: PracticeActing,
  e: Episode,
  coverageId: string,
): Promise<ChosenLine | Refusal> => {
  const lines = casework.fileLines;
  const payerId = e.coverages.find((c) => c.coverageId === coverageId)?.payerId;
  const name = payerId && (await cardsOn(casework, scope, today)).get(payerId)?.card.line;
  const line = lines?.lines(scope).find((l) => l.name === name);
  return lines && line
    ? { lines, line }
    : refuse('fieldInvalid', { field: 'channel', problem: 'no line for X12 files leads to this payer' });
};
