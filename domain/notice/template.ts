import type { LineOfBusiness } from '../case/request.ts';
import type { NoticeAudience, NoticeElement, NoticeKind } from './document.ts';

/** A block whose placeholders cannot all be filled is left out; the content matrix then says whether that may be. */
export type TemplateBlock = {
  readonly element?: NoticeElement;
} & (
  | { readonly kind: 'paragraph'; readonly lead?: string; readonly text: string }
  | { readonly kind: 'quote'; readonly label: string; readonly text: string }
  | { readonly kind: 'callout'; readonly label: string; readonly text: string }
  | {
      readonly kind: 'list';
      readonly lead?: string;
      readonly ordered?: boolean;
      /** Name of the group that is repeated, one entry each. */
      readonly each: string;
      readonly text: string;
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly each: string;
      readonly columns: readonly {
        readonly heading: string;
        readonly text: string;
      }[];
    }
  | { readonly kind: 'translations' }
);

export type TemplateSection = {
  readonly heading: string;
  /** Once per item of the letter, with the `item.` values of that item. */
  readonly perItem?: boolean;
  /** Printed after the closing of the letter. */
  readonly enclosure?: boolean;
  readonly blocks: readonly TemplateBlock[];
};

/** Data: `content/notice/templates.json`. A changed text is a new version; an issued letter names the version it was made from. */
export type NoticeTemplate = {
  readonly id: string;
  readonly version: string;
  readonly lineOfBusiness: LineOfBusiness | 'any';
  readonly audience: NoticeAudience;
  readonly kind: NoticeKind;
  readonly language: string;
  readonly title: string;
  readonly salutation: string;
  readonly reference: readonly {
    readonly label: string;
    readonly text: string;
  }[];
  readonly sections: readonly TemplateSection[];
  readonly closing: readonly string[];
  readonly footer: string;
};

/** The letter for a line of business: its own template before the one for any. */
export const chooseTemplate = (
  templates: readonly NoticeTemplate[],
  wanted: {
    readonly lineOfBusiness: LineOfBusiness;
    readonly audience: NoticeAudience;
    readonly kind: NoticeKind;
    readonly language: string;
  },
): NoticeTemplate | undefined => {
  const fitting = templates.filter(
    (t) => t.audience === wanted.audience && t.kind === wanted.kind && t.language === wanted.language,
  );
  return (
    fitting.find((t) => t.lineOfBusiness === wanted.lineOfBusiness) ?? fitting.find((t) => t.lineOfBusiness === 'any')
  );
};
