import type { CaseEvent } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Case } from './state.ts';
import { itemStatus } from './status.ts';

/** What a decider gives: new events, or why not. */
export type Decided = readonly CaseEvent[] | Refusal;

export const blank = (text: string): boolean => text.trim() === '';

export const required = (field: string, text: string | undefined): Refusal | undefined =>
  text === undefined || blank(text) ? refuse('fieldMissing', { field }) : undefined;

/** Why these lines cannot be decided: none named, unknown, named twice, or decided already. */
export const itemsProblem = (c: Case, sequences: readonly number[]): Refusal | undefined => {
  if (sequences.length === 0) return refuse('itemsMissing');
  const seen = new Set<number>();
  for (const n of sequences) {
    const item = c.items.find((i) => i.sequence === n);
    if (!item) return refuse('itemUnknown', { item: n });
    if (seen.has(n)) return refuse('itemRepeated', { item: n });
    if (itemStatus(item) !== 'pended') return refuse('itemAlreadyDetermined', { item: n });
    seen.add(n);
  }
  return undefined;
};
