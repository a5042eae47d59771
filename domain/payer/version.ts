import type { CalendarDate, Instant } from '../time/instant.ts';
import type { PayerCard } from './card.ts';

/** One version of a card. Versions are added, never changed. */
export type SavedPayerCard = {
  readonly version: number;
  readonly card: PayerCard;
  readonly savedAt: Instant;
  readonly savedBy: { readonly userId: string; readonly name: string };
  readonly reason: string;
};

/**
 * The card that counts on a day: of those in effect by then the one that took effect last; of two from one day the later version.
 * Undefined before the first.
 */
export const cardOn = (versions: readonly SavedPayerCard[], on: CalendarDate): SavedPayerCard | undefined =>
  versions
    .filter((v) => v.card.effectiveFrom <= on)
    .toSorted((a, b) =>
      a.card.effectiveFrom === b.card.effectiveFrom
        ? a.version - b.version
        : a.card.effectiveFrom < b.card.effectiveFrom
          ? -1
          : 1,
    )
    .at(-1);
