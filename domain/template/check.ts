import { linesOfBusiness } from '../case/request.ts';
import { type NoticeElement, noticeElements } from '../notice/document.ts';
import type { ContentMatrix } from '../notice/matrix.ts';
import { groupNames, placeholderNames } from '../notice/placeholders.ts';
import type { NoticeTemplate, TemplateBlock } from '../notice/template.ts';
import { placeholdersOf } from '../notice/text.ts';

const blockKinds: readonly TemplateBlock['kind'][] = ['paragraph', 'quote', 'callout', 'list', 'table', 'translations'];

export const blockTexts = (block: TemplateBlock): readonly string[] => {
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

/** `{{ plan.name }}` or a brace too few would be printed as it stands. */
const brokenPlaceholders = (texts: readonly string[]): readonly string[] =>
  texts
    .filter((t) => /\{\{|\}\}/u.test(t.replace(/\{\{[A-Za-z][A-Za-z0-9.]*\}\}/gu, '')))
    .map((t) => `braces that are no placeholder in: ${t.slice(0, 60)}`);

const blockProblems = (block: TemplateBlock): readonly string[] => {
  if (!blockKinds.includes(block.kind)) return [`kind ${block.kind} is unknown`];
  const texts = blockTexts(block);
  return [
    ...unknownPlaceholders(texts),
    ...brokenPlaceholders(texts),
    ...(block.element !== undefined && !(noticeElements as readonly NoticeElement[]).includes(block.element)
      ? [`element ${block.element} is unknown`]
      : []),
    ...((block.kind === 'list' || block.kind === 'table') && !groupNames.has(block.each)
      ? [`each ${block.each} is unknown`]
      : []),
    ...(texts.some((t) => t.trim() === '') ? [`a ${block.kind} has no text`] : []),
  ];
};

/** Every problem of a template in words; empty when it is sound. */
export const templateProblems = (t: NoticeTemplate): readonly string[] => {
  const outside = [
    t.title,
    t.salutation,
    t.footer,
    ...t.closing,
    ...t.reference.map((r) => r.text),
    ...t.sections.map((s) => s.heading),
  ];
  return [
    ...(t.title.trim() === '' ? ['the title is missing'] : []),
    ...(t.sections.length === 0 ? ['there is no section'] : []),
    ...unknownPlaceholders(outside),
    ...brokenPlaceholders(outside),
    ...t.sections.flatMap((s) => s.blocks.flatMap(blockProblems)),
  ].map((p) => `${t.id} ${t.version}: ${p}`);
};

export type TemplateDemand = {
  readonly element: NoticeElement;
  readonly citation: string;
  readonly present: boolean;
};

/** What the rules demand of every letter that this template may make, and whether a block answers it. */
export const templateDemands = (t: NoticeTemplate, matrix: ContentMatrix): readonly TemplateDemand[] => {
  const lines = t.lineOfBusiness === 'any' ? linesOfBusiness : [t.lineOfBusiness];
  const said = new Set(t.sections.flatMap((s) => s.blocks.map((b) => b.element)));
  const demanded = matrix.demands.filter(
    (d) =>
      d.kind === t.kind &&
      d.audience === t.audience &&
      (d.linesOfBusiness === 'any' || lines.some((line) => d.linesOfBusiness.includes(line))),
  );
  const citations = Map.groupBy(demanded, (d) => d.element);
  return [...citations].map(([element, of]) => ({
    element,
    citation: of.map((d) => d.citation).join('; '),
    present: said.has(element),
  }));
};
