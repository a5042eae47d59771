export type IndexBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      /** Shares of the line. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly string[])[];
    };

export type IndexSection = { readonly heading: string; readonly blocks: readonly IndexBlock[] };

/** The printed index of a proof pack: what the case is, what was done, and where each file is. */
export type IndexDocument = {
  readonly title: string;
  readonly plan: string;
  readonly footer: string;
  readonly statement?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly IndexSection[];
};

export type IndexPrinter = (document: IndexDocument) => Promise<Uint8Array>;

export const paragraph = (text: string): IndexBlock => ({ kind: 'paragraph', text });

type Column = readonly [heading: string, width: number];

/** A table, or a sentence where it would be empty. */
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[], none: string): IndexBlock =>
  rows.length === 0
    ? paragraph(none)
    : { kind: 'table', columns: columns.map(([heading]) => heading), widths: columns.map(([, width]) => width), rows };

/** `peerToPeerHeld` and `PeerToPeerHeld` as people read them: peer to peer held. */
export const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (first) => first.toUpperCase());
