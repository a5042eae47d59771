import type { LineOfBusiness } from '../case/request.ts';
import type { NoticeAudience, NoticeBlock, NoticeDocument, NoticeElement, NoticeItem, NoticeKind } from './document.ts';

/** One demand on a letter, with the rule that makes it. Data: `content/notice/matrix.json`. */
type Demand = {
  readonly element: NoticeElement;
  readonly kind: NoticeKind;
  readonly audience: NoticeAudience;
  readonly linesOfBusiness: readonly LineOfBusiness[] | 'any';
  /** Asked of each item by itself, and only of items of which `when` is true. */
  readonly perItem?: boolean;
  readonly when?: Exclude<keyof NoticeItem, 'sequence'>;
  readonly citation: string;
};

export type ContentMatrix = {
  readonly version: string;
  readonly demands: readonly Demand[];
};

export type MissingElement = {
  readonly element: NoticeElement;
  readonly itemSequence?: number;
  readonly citation: string;
};

const hasText = (texts: readonly string[]): boolean => texts.some((t) => /[\p{L}\p{N}]/u.test(t));

const saysSomething = (block: NoticeBlock): boolean => {
  switch (block.kind) {
    case 'paragraph':
    case 'callout':
      return hasText([block.text]);
    case 'quote':
      return hasText(block.paragraphs);
    case 'list':
      return hasText(block.items);
    case 'table':
      return hasText(block.rows.flat());
    case 'translations':
      return hasText(block.entries.map((e) => e.text));
  }
};

const applies = (demand: Demand, document: NoticeDocument): boolean =>
  demand.kind === document.kind &&
  demand.audience === document.audience &&
  (demand.linesOfBusiness === 'any' || demand.linesOfBusiness.includes(document.lineOfBusiness));

/** What the rules demand of this letter and it does not say. A letter goes out only when this is empty. */
export const missingElements = (document: NoticeDocument, matrix: ContentMatrix): readonly MissingElement[] => {
  const said = document.sections.flatMap((s) => s.blocks).filter(saysSomething);
  const answers = (element: NoticeElement, itemSequence?: number): boolean =>
    said.some((b) => b.element === element && (itemSequence === undefined || b.itemSequence === itemSequence));
  return matrix.demands
    .filter((d) => applies(d, document))
    .flatMap(({ element, perItem, when, citation }): MissingElement[] => {
      const items = document.items.filter((i) => when === undefined || i[when]);
      if (!perItem) return items.length === 0 || answers(element) ? [] : [{ element, citation }];
      return items
        .filter((i) => !answers(element, i.sequence))
        .map((i) => ({ element, itemSequence: i.sequence, citation }));
    });
};
