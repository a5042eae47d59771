import { type NoticeElement, noticeElements } from '@openum/domain/notice/document.ts';
import { groupNames, placeholderNames } from '@openum/domain/notice/placeholders.ts';
import type { NoticeTemplate, TemplateBlock } from '@openum/domain/notice/template.ts';
import { placeholdersOf } from '@openum/domain/notice/text.ts';

const blockKinds: readonly TemplateBlock['kind'][] = ['paragraph', 'quote', 'callout', 'list', 'table', 'translations'];

const blockTexts = (block: TemplateBlock): readonly string[] => {
  switch (block.kind) {
    case 'table':
      return block.columns.map((c) => c.text);
    case 'translations':
      return [];
    default:
      return [block.text];
  }
};

export const unknownPlaceholders = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap(placeholdersOf)
    .filter((name) => !placeholderNames.has(name))
    .map((name) => `{{${name}}} is no value of a letter`);

const blockProblems = (block: TemplateBlock): readonly string[] => {
  if (!blockKinds.includes(block.kind)) return [`kind ${block.kind} is unknown`];
  const problems = [...unknownPlaceholders(blockTexts(block))];
  if (block.element !== undefined && !(noticeElements as readonly NoticeElement[]).includes(block.element))
    problems.push(`element ${block.element} is unknown`);
  if ((block.kind === 'list' || block.kind === 'table') && !groupNames.has(block.each))
    problems.push(`each ${block.each} is unknown`);
  return problems;
};

/** Every problem of a template in words; empty when it is sound. */
export const templateProblems = (t: NoticeTemplate): readonly string[] =>
  [
    ...unknownPlaceholders([
      t.title,
      t.salutation,
      t.footer,
      ...t.closing,
      ...t.reference.map((r) => r.text),
      ...t.sections.map((s) => s.heading),
    ]),
    ...t.sections.flatMap((s) => s.blocks.flatMap(blockProblems)),
  ].map((p) => `${t.id} ${t.version}: ${p}`);
