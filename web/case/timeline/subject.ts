import type { CaseEvent, CaseEventType } from '@openum/domain/case/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';

/** How the page that tells it names moments and facts. */
export type Said = {
  readonly moment: (at: Instant) => string;
  /** What a fact key is called; the key itself when nobody gave it a name. */
  readonly factLabel: (key: string) => string;
};

export type DataOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>['data'];
export type Sentences<T extends CaseEventType> = { readonly [K in T]: (data: DataOf<K>, said: Said) => string };

/** The events of one subject: what the timeline's filter calls them, and how each of them reads. */
export type TimelineSubject<T extends CaseEventType> = {
  readonly label: string;
  readonly sentences: Sentences<T>;
};

export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const items = (sequences: readonly number[]): string =>
  sequences.length === 1 ? `item ${sequences[0]}` : `items ${sequences.join(', ')}`;

export const because = (reason: string | undefined): string => (reason ? `: ${reason}` : '');
