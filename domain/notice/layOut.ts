import type { Case } from '../case/state.ts';
import type { NoticeContext } from './context.ts';
import type { NoticeAudience, NoticeDocument, NoticeKind, NoticeSection } from './document.ts';
import { addressLines } from './itemScope.ts';
import { dateText } from './language.ts';
import { readingGrade } from './reading.ts';
import { aboutFormer } from './reissued.ts';
import { cleanPlan } from './scope.ts';
import { fillSection, type ScopedItem } from './sections.ts';
import type { NoticeTemplate } from './template.ts';
import { fill, oneLine, type Scope } from './text.ts';

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

/** Throws RangeError when the template, the language or the appeal rights are not those of this case and letter. */
export const assertFits = (
  theCase: Case,
  kind: NoticeKind,
  audience: NoticeAudience,
  template: NoticeTemplate,
  ctx: NoticeContext,
): void => {
  const { lineOfBusiness } = theCase.request.coverage;
  if (template.kind !== kind || template.audience !== audience)
    throw new RangeError(`template ${template.id} is for ${template.kind} to ${template.audience}`);
  if (template.lineOfBusiness !== 'any' && template.lineOfBusiness !== lineOfBusiness)
    throw new RangeError(`template ${template.id} is for ${template.lineOfBusiness}`);
  if (template.language !== ctx.languagePack.language)
    throw new RangeError(`template ${template.id} is written in ${template.language}`);
  if (!ctx.appealRights.linesOfBusiness.includes(lineOfBusiness))
    throw new RangeError(`appeal rights ${ctx.appealRights.id} are not those of ${lineOfBusiness}`);
};

/** The template filled in: everything of a letter but what is true of its items. */
export const layOut = (
  theCase: Case,
  template: NoticeTemplate,
  scope: Scope,
  items: readonly ScopedItem[],
  ctx: NoticeContext,
): Omit<NoticeDocument, 'items' | 'appealDeadline'> => {
  const pack = ctx.languagePack;
  const { kind, audience } = template;
  const to = ctx.addressee?.map(oneLine) ?? addressee(theCase, audience);
  const sections = [
    ...(ctx.former ? [aboutFormer(ctx.former, pack)] : []),
    ...template.sections.flatMap((s) => fillSection(s, scope, items, ctx)),
  ];
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
    lineOfBusiness: theCase.request.coverage.lineOfBusiness,
    language: pack.language,
    format: ctx.format ?? 'standard',
    direction: pack.direction,
    title: filled(template.title)[0] ?? '',
    date: ctx.noticeDate,
    dateText: dateText(ctx.noticeDate, pack),
    plan: cleanPlan(ctx.plan),
    addressee: to,
    reference: template.reference.flatMap((r) => filled(r.text).map((value) => ({ label: r.label, value }))),
    salutation: filled(template.salutation)[0] ?? '',
    sections,
    closing: [
      ...template.closing.flatMap(filled),
      ...(ctx.disclosure && audience !== 'member' ? [oneLine(ctx.disclosure)] : []),
    ],
    footer: filled(template.footer)[0] ?? '',
    pageLabel: pack.pageLabel,
    ...(grade === undefined ? {} : { readingGrade: grade }),
    warnings: warningsOf(audience, grade, to),
  };
};
