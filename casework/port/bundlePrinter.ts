export type PaperBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words of the record: from a page of a part, counted from 0 as the parts are given, or from elsewhere. */
  | {
      readonly kind: 'quote';
      readonly text: string;
      readonly from: { readonly part: number; readonly page: number } | { readonly source: string };
    };

export type PaperSection = { readonly heading: string; readonly blocks: readonly PaperBlock[] };

/** What the practice itself writes in a bundle. */
export type Paper = {
  readonly title: string;
  readonly from: { readonly name: string; readonly lines: readonly string[] };
  readonly addressee: readonly string[];
  readonly dateText: string;
  /** A sheet before everything else; it carries no health information. */
  readonly cover?: {
    readonly heading: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
    readonly notices: readonly string[];
  };
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly PaperSection[];
  readonly closing: readonly string[];
  /** Heading of the list of what is bound in. */
  readonly contentsHeading: string;
  readonly footer: string;
};

/** A document that is bound in behind the paper. */
export type PartToBind = {
  readonly title: string;
  /** When it was written. */
  readonly written?: string;
  /** Printed on each of its pages, such as `Exhibit A`. */
  readonly stamp?: string;
  readonly bytes: Uint8Array;
  readonly pages?: { readonly from: number; readonly to: number };
};

export type Bound = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** In the order of the parts. */
  readonly parts: readonly { readonly firstPage: number; readonly lastPage: number }[];
};

/** The part that could not be bound in, and why. */
export type NotBound = { readonly part: number; readonly problem: 'locked' | 'unreadable' | 'noSuchPage' | 'tooLong' };

/** One PDF of the paper and of documents from outside, its pages numbered through, with a list of contents and bookmarks. */
export type BundlePrinter = (paper: Paper, parts: readonly PartToBind[]) => Promise<Bound | NotBound>;
