import type { Refusal } from '@openum/domain/case/refusal.ts';
import type { Case, Extension, MissedDeadline } from '@openum/domain/case/state.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import type { Explained } from '@openum/domain/coverageEnd/letter.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import { composeExpediteRefused, composeExtension, composeLapse } from '@openum/domain/notice/clockLetter.ts';
import { composeNotice } from '@openum/domain/notice/compose.ts';
import { type NoticeContext, offersFor } from '@openum/domain/notice/context.ts';
import type { DecisionKind, NoticeAudience, NoticeDocument, NoticeKind } from '@openum/domain/notice/document.ts';
import { composeExplanation } from '@openum/domain/notice/explanationLetter.ts';
import { composeGeneral } from '@openum/domain/notice/general.ts';
import { chooseTemplate, type NoticeTemplate } from '@openum/domain/notice/template.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import { expediteDeclined } from '@openum/domain/urgency/told.ts';
import { receiptsOf } from '../clock/receipts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { part2Statement } from '../part2/access.ts';
import type { Tenant } from '../port/identity.ts';

/** Letters are written in English where there is no text in the reader's language; the offer of others stands in each of them. */
const english = 'en-US';

/** How a letter is written, apart from what it says. */
export type LetterForm = Pick<NoticeContext, 'format' | 'addressee' | 'former'> & { readonly language?: string };

export type Letter = {
  readonly audience: NoticeAudience;
  readonly kind: DecisionKind;
  readonly itemSequences: readonly number[];
};

/** Which letters a set of determined items needs: approvals and adverse determinations apart, each to member and provider. */
export const lettersFor = (c: Case, itemSequences: readonly number[]): readonly Letter[] => {
  const determined = c.items.filter((i) => itemSequences.includes(i.sequence) && i.determination);
  const of = (kind: DecisionKind): readonly number[] =>
    determined
      .filter((i) => i.determination && i.determination.outcome !== 'notRequired')
      .filter((i) => i.determination && isAdverse(i.determination) === (kind === 'adverseDetermination'))
      .map((i) => i.sequence);
  return (['approval', 'adverseDetermination'] as const).flatMap((kind) => {
    const sequences = of(kind);
    return sequences.length === 0
      ? []
      : (['member', 'provider'] as const).map((audience) => ({ audience, kind, itemSequences: sequences }));
  });
};

export const templateFor = (
  c: Case,
  kind: NoticeKind,
  audience: NoticeAudience,
  { notices }: Knowledge,
  wanted: string = english,
): NoticeTemplate => {
  const { lineOfBusiness } = c.request.coverage;
  const inLanguage = (language: string) =>
    notices.languages.some((l) => l.language === language)
      ? chooseTemplate(notices.templates, { lineOfBusiness, audience, kind, language })
      : undefined;
  const template = inLanguage(wanted) ?? inLanguage(english);
  if (!template) throw new Error(`no ${kind} template to the ${audience} for ${lineOfBusiness}`);
  return template;
};

export const contextOf = (
  c: Case,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  { notices, services }: Knowledge,
  form: LetterForm & { readonly language: string },
): NoticeContext => {
  const { language, ...rest } = form;
  const languagePack = notices.languages.find((l) => l.language === language);
  const disclosure = part2Statement(c);
  if (!languagePack) throw new Error(`no words for ${language}`);
  return {
    noticeId,
    noticeDate: dateInZone(at, c.request.zone),
    plan: {
      name: tenant.name,
      addressLines: tenant.addressLines ?? [],
      phone: tenant.phone ?? '',
      tty: tenant.tty ?? '',
      hours: tenant.hours ?? '',
    },
    appealRights: notices.appealRights[c.request.coverage.lineOfBusiness],
    decisionReasons: [...notices.decisionReasons.values()],
    reviewerDisclosures: notices.reviewerDisclosures,
    languagePack,
    languageOffers: offersFor(notices.languageOffers, notices.languagesByState[c.request.coverage.stateOfIssue] ?? []),
    serviceLabels: Object.fromEntries(services.services.map((s) => [s.code, s.label])),
    ...(disclosure ? { disclosure } : {}),
    ...rest,
  };
};

/** One letter about decisions as a document, from the record of the case. Refused when the record lacks what a letter must say. */
export const composeLetter = (
  c: Case,
  letter: Letter,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument | Refusal => {
  const { kind, audience, itemSequences } = letter;
  const template = templateFor(c, kind, audience, knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  return composeNotice(c, itemSequences, kind, audience, template, context);
};

/** A letter of a run, from the text that the run was started with. */
export const composeGeneralLetter = (
  c: Case,
  template: NoticeTemplate,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument =>
  composeGeneral(c, template, contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language }));

/** The member's letter about more time. */
export const composeExtensionLetter = (
  c: Case,
  extension: Extension,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument | Refusal => {
  const started = [...c.clocks, ...c.supersededClocks].find((k) => k.clockId === extension.clockId);
  if (!started) throw new Error(`an extension names clock ${extension.clockId}, which the case does not have`);
  const rule = knowledge.turnaroundRule(started.ruleId, started.ruleVersion);
  const template = templateFor(c, 'extension', 'member', knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  return composeExtension(c, extension, rule, template, context);
};

/** The member's letter about a refusal to expedite. */
export const composeRefusalLetter = (
  c: Case,
  refusal: Case['expediteRefusals'][number],
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument | Refusal => {
  const due = earliestHard(receiptsOf(c, knowledge, at).filter((r) => r.startEvent !== expediteDeclined));
  if (!due) throw new Error('a refusal to expedite is told in a case without a clock');
  const template = templateFor(c, 'expediteRefused', 'member', knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  return composeExpediteRefused(c, refusal, due.dueAt, template, context);
};

/** The member's detailed explanation of the end of coverage. */
export const composeExplanationLetter = (
  c: Case,
  explained: Explained,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument => {
  const template = templateFor(c, 'detailedExplanation', 'member', knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  return composeExplanation(c, explained, template, context);
};

/** The member's letter about a decision that was not made in time. */
export const composeLapseLetter = (
  c: Case,
  missed: MissedDeadline,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
  form: LetterForm = {},
): NoticeDocument | Refusal => {
  const template = templateFor(c, 'lapse', 'member', knowledge, form.language);
  const context = contextOf(c, tenant, noticeId, at, knowledge, { ...form, language: template.language });
  return composeLapse(c, missed, template, context);
};
