import type { PayerCard } from '@openum/domain/payer/card.ts';
import { cardProblems } from '@openum/domain/payer/check.ts';
import { calendarDate } from '@openum/domain/time/instant.ts';
import table from './cards.json' with { type: 'json' };
import { payerCardShape } from './shape.ts';

const farAhead = calendarDate('9999-12-31');

/** Reads example cards. Throws with the payer and the field at fault. */
export const readPayerCards = (rows: readonly unknown[]): readonly PayerCard[] => {
  const cards = rows.map((row, at) => {
    const name = `payer card ${(row as { payerId?: string }).payerId ?? `at position ${at + 1}`}`;
    const read = payerCardShape.safeParse(row);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`${name}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const [problem] = cardProblems(read.data, farAhead);
    if (problem) throw new Error(`${name}: ${problem.path}: ${problem.message}`);
    return read.data;
  });
  const ids = cards.map((c) => c.payerId);
  const twice = ids.find((id, at) => ids.indexOf(id) < at);
  if (twice) throw new Error(`payer card ${twice}: payerId: occurs twice`);
  return cards;
};

/** Invented payers, for a practice to begin with and for the demonstration. */
export const examplePayerCards: readonly PayerCard[] = readPayerCards(table.cards);
