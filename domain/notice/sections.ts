import type { CaseItem } from '../case/state.ts';
import type { Determination } from '../determination/determination.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeBlock, NoticeSection } from './document.ts';
import type { TemplateBlock, TemplateSection } from './template.ts';
import { fill, oneLine, paragraphs, type Scope, within } from './text.ts';

/** A line of the request with what a template may say of it. */
export type ScopedItem = { readonly item: CaseItem; readonly scope: Scope };
export type LetterItem = ScopedItem & { readonly determination: Determination };

const fillBlock = (block: TemplateBlock, scope: Scope, ctx: NoticeContext): NoticeBlock | undefined => {
  const tag = block.element ? { element: block.element } : {};
  switch (block.kind) {
    case 'paragraph': {
      const text = fill(block.text, scope);
      const lead = block.lead ? { lead: block.lead } : {};
      return text === undefined ? undefined : { ...tag, kind: 'paragraph', ...lead, text: oneLine(text) };
    }
    case 'callout': {
      const text = fill(block.text, scope);
      return text === undefined ? undefined : { ...tag, kind: 'callout', label: block.label, text: oneLine(text) };
    }
    case 'quote': {
      const text = fill(block.text, scope);
      return text === undefined
        ? undefined
        : { ...tag, kind: 'quote', label: block.label, paragraphs: paragraphs(text) };
    }
    case 'list': {
      const items = (scope.lists[block.each] ?? []).flatMap((entry) => {
        const text = fill(block.text, within(scope, entry));
        return text === undefined ? [] : [oneLine(text)];
      });
      return items.length === 0
        ? undefined
        : { ...tag, kind: 'list', ...(block.lead ? { lead: block.lead } : {}), ordered: block.ordered ?? false, items };
    }
    case 'table': {
      const rows = (scope.lists[block.each] ?? []).map((entry) =>
        block.columns.map((c) => oneLine(fill(c.text, within(scope, entry)) ?? '–')),
      );
      return rows.length === 0
        ? undefined
        : { ...tag, kind: 'table', caption: block.caption, columns: block.columns.map((c) => c.heading), rows };
    }
    case 'translations': {
      const entries = ctx.languageOffers.flatMap(({ language, direction, text }) => {
        const filled = fill(text, scope);
        return filled === undefined ? [] : [{ language, direction, text: oneLine(filled) }];
      });
      return entries.length === 0 ? undefined : { ...tag, kind: 'translations', entries };
    }
  }
};

/** A section of the template filled in: once, or once per item; nothing when every block lacks a value. */
export const fillSection = (
  section: TemplateSection,
  scope: Scope,
  items: readonly ScopedItem[],
  ctx: NoticeContext,
): readonly NoticeSection[] => {
  const one = (s: Scope, sequence?: number): NoticeSection[] => {
    const heading = fill(section.heading, s);
    const item = sequence === undefined ? {} : { itemSequence: sequence };
    const blocks = section.blocks.flatMap((b) => {
      const filled = fillBlock(b, s, ctx);
      return filled ? [{ ...filled, ...item }] : [];
    });
    return heading === undefined || blocks.length === 0
      ? []
      : [{ heading: oneLine(heading), enclosure: section.enclosure ?? false, blocks }];
  };
  return section.perItem ? items.flatMap((i) => one(within(scope, i.scope), i.item.sequence)) : one(scope);
};
