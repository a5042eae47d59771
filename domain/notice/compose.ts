import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case, CaseItem } from '../case/state.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import { appealDeadline } from './appealRights.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeAudience, NoticeBlock, NoticeDocument, NoticeItem, NoticeKind, NoticeSection } from './document.ts';
import { addressLines, itemScope } from './itemScope.ts';
import { dateText } from './language.ts';
import { readingGrade } from './reading.ts';
import { cleanPlan, letterScope } from './scope.ts';
import type { NoticeTemplate, TemplateBlock, TemplateSection } from './template.ts';
import { fill, oneLine, paragraphs, type Scope, within } from './text.ts';

/** Highest grade at which a member's letter raises no warning. */
export const memberGradeLimit = 8;

type LetterItem = {
  readonly item: CaseItem;
  readonly determination: Determination;
  readonly scope: Scope;
};

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

const fillSection = (
  section: TemplateSection,
  scope: Scope,
  items: readonly LetterItem[],
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

const runningText = (sections: readonly NoticeSection[]): string =>
  sections
    .flatMap((s) => s.blocks)
    .flatMap((b): readonly string[] => {
      switch (b.kind) {
        case 'paragraph':
        case 'callout':
          return [b.text];
        case 'quote':
          return b.paragraphs;
        case 'list':
          return b.element === 'criteriaCited' ? [] : b.items;
        default:
          return [];
      }
    })
    .join('\n');

const factsOf = ({ item, determination: d }: LetterItem): NoticeItem => ({
  sequence: item.sequence,
  medicalNecessity: isAdverse(d) && d.reasonClass === 'medicalNecessity',
  somethingAuthorized: 'authorized' in d && d.authorized !== undefined,
  alternativesRecorded: isAdverse(d) && (d.alternatives ?? '').trim() !== '',
});

/** A letter about several items says "not all" unless every one was denied outright. */
const headline = (items: readonly LetterItem[], ctx: NoticeContext): string | undefined =>
  ctx.languagePack.words[
    items.every((i) => i.determination.outcome === 'denied') ? 'headline.denied' : 'headline.inPart'
  ];

const fits = (kind: NoticeKind, d: Determination): boolean =>
  kind === 'approval' ? d.outcome === 'approved' : isAdverse(d);

const chosen = (
  theCase: Case,
  itemSequences: readonly number[],
  kind: NoticeKind,
  audience: NoticeAudience,
  ctx: NoticeContext,
): readonly LetterItem[] | Refusal => {
  if (itemSequences.length === 0) return refuse('itemsMissing');
  const found: LetterItem[] = [];
  for (const sequence of itemSequences) {
    const item = theCase.items.find((i) => i.sequence === sequence);
    if (item === undefined) return refuse('itemUnknown', { item: sequence });
    const d = item.determination;
    if (d === undefined || !fits(kind, d)) return refuse('noticeWithoutDetermination', { item: sequence });
    found.push({ item, determination: d, scope: itemScope(theCase, item, d, audience, ctx) });
  }
  return found;
};

const addressee = (theCase: Case, audience: NoticeAudience): readonly string[] => {
  const { member, requestingProvider } = theCase.request;
  return audience === 'member'
    ? [oneLine(`${member.given} ${member.family}`), ...addressLines(member.address)]
    : [oneLine(requestingProvider.name), ...addressLines(requestingProvider.address)];
};

/**
 * The letter about these items, from the record of the case alone. Equal input gives an equal document. It may still lack
 * something that a rule demands (a reason that would fit any request is left out): ask `missingElements` before it goes out.
 * Throws RangeError when the template, the language or the appeal rights are not those of this case and letter.
 */
export const composeNotice = (
  theCase: Case,
  itemSequences: readonly number[],
  kind: NoticeKind,
  audience: NoticeAudience,
  template: NoticeTemplate,
  ctx: NoticeContext,
): NoticeDocument | Refusal => {
  const { lineOfBusiness } = theCase.request.coverage;
  const pack = ctx.languagePack;
  if (template.kind !== kind || template.audience !== audience)
    throw new RangeError(`template ${template.id} is for ${template.kind} to ${template.audience}`);
  if (template.lineOfBusiness !== 'any' && template.lineOfBusiness !== lineOfBusiness)
    throw new RangeError(`template ${template.id} is for ${template.lineOfBusiness}`);
  if (template.language !== pack.language)
    throw new RangeError(`template ${template.id} is written in ${template.language}`);
  if (!ctx.appealRights.linesOfBusiness.includes(lineOfBusiness))
    throw new RangeError(`appeal rights ${ctx.appealRights.id} are not those of ${lineOfBusiness}`);

  const items = chosen(theCase, itemSequences, kind, audience, ctx);
  if (isRefusal(items)) return items;

  const scope = within(letterScope(theCase, audience, ctx), {
    values: { 'letter.headline': headline(items, ctx) },
    lists: { items: items.map((i) => i.scope) },
  });
  const sections = template.sections.flatMap((s) => fillSection(s, scope, items, ctx));
  const deadline = kind === 'adverseDetermination' ? appealDeadline(ctx.appealRights, ctx.noticeDate) : undefined;
  const grade = pack.language.startsWith('en') ? readingGrade(runningText(sections)) : undefined;
  const filled = (text: string): string[] => {
    const value = fill(text, scope);
    return value === undefined ? [] : [oneLine(value)];
  };
  return {
    noticeId: ctx.noticeId,
    templateId: template.id,
    templateVersion: template.version,
    kind,
    audience,
    lineOfBusiness,
    language: pack.language,
    direction: pack.direction,
    title: filled(template.title)[0] ?? '',
    date: ctx.noticeDate,
    dateText: dateText(ctx.noticeDate, pack),
    plan: cleanPlan(ctx.plan),
    addressee: addressee(theCase, audience),
    reference: template.reference.flatMap((r) => filled(r.text).map((value) => ({ label: r.label, value }))),
    salutation: filled(template.salutation)[0] ?? '',
    sections,
    closing: template.closing.flatMap(filled),
    footer: filled(template.footer)[0] ?? '',
    pageLabel: pack.pageLabel,
    items: items.map(factsOf),
    ...(deadline === undefined ? {} : { appealDeadline: deadline }),
    ...(grade === undefined ? {} : { readingGrade: grade }),
    warnings:
      audience === 'member' && grade !== undefined && grade > memberGradeLimit
        ? [`The text reads at grade ${grade}; a member's letter aims at grade ${memberGradeLimit} or below.`]
        : [],
  };
};
