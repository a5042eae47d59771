import { isRefusal, type Refusal, refuse } from '../case/refusal.ts';
import type { Case } from '../case/state.ts';
import { type Determination, isAdverse } from '../determination/determination.ts';
import { appealDeadline } from './appealRights.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeAudience, NoticeDocument, NoticeItem, NoticeKind, NoticeSection } from './document.ts';
import { addressLines, itemScope } from './itemScope.ts';
import { dateText } from './language.ts';
import { readingGrade } from './reading.ts';
import { cleanPlan, letterScope } from './scope.ts';
import { fillSection, type LetterItem } from './sections.ts';
import type { NoticeTemplate } from './template.ts';
import { fill, oneLine, within } from './text.ts';

/** Highest grade at which a member's letter raises no warning. */
const memberGradeLimit = 8;

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

const warningsOf = (audience: NoticeAudience, grade: number | undefined, to: readonly string[]): readonly string[] => [
  ...(audience === 'member' && grade !== undefined && grade > memberGradeLimit
    ? [`The text reads at grade ${grade}; a member's letter aims at grade ${memberGradeLimit} or below.`]
    : []),
  ...(to.length < 2 ? ['There is no postal address; the letter cannot be mailed.'] : []),
];

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
    warnings: warningsOf(audience, grade, addressee(theCase, audience)),
  };
};
