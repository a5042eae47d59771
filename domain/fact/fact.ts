import type { CalendarDate, Instant } from '../time/instant.ts';

/**
 * One thing known about a member or a request. What is not in the list of facts is unknown; it is never false.
 * `key` is a dotted name from `content/fact/catalogue.json`, for example `lab.pao2` or `dx.obstructiveSleepApnea`.
 */
export type Fact = {
  readonly id: string;
  readonly key: string;
  readonly value: FactValue;
  /** When it was true or measured; absent when the source does not say. */
  readonly at?: Instant | CalendarDate;
  /** For example `{ state: 'rest', air: 'room' }` or `{ phase: 'postBronchodilator' }`. */
  readonly qualifiers?: Readonly<Record<string, string>>;
  readonly source: FactSource;
};

export type FactValue =
  | { readonly kind: 'quantity'; readonly value: number; readonly unit: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'code'; readonly value: string; readonly system?: string }
  | { readonly kind: 'date'; readonly value: CalendarDate }
  | { readonly kind: 'text'; readonly value: string };

/** Where a fact was read. Nobody may record a fact without one. */
export type FactSource =
  | {
      readonly kind: 'resource';
      /** fullUrl of the resource in the received bundle. */
      readonly fullUrl: string;
      readonly resourceType: string;
      /** FHIRPath of the element that was read. */
      readonly path: string;
    }
  | { readonly kind: 'request'; readonly field: string }
  | {
      /** Worked out from other facts, for example pack-years. */
      readonly kind: 'derived';
      readonly rule: string;
      readonly from: readonly string[];
    }
  | {
      readonly kind: 'person';
      readonly userId: string;
      readonly name: string;
      readonly basis: string;
    }
  | {
      readonly kind: 'document';
      readonly documentId: string;
      readonly page: number;
      readonly start: number;
      readonly end: number;
      readonly quote: string;
      readonly extractor: string;
      /** Who marked the place, where a person did. */
      readonly by?: { readonly userId: string; readonly name: string; readonly basis: string };
    };
