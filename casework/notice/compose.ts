import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import { composeNotice } from '@openum/domain/notice/compose.ts';
import type { NoticeAudience, NoticeDocument, NoticeKind } from '@openum/domain/notice/document.ts';
import { chooseTemplate } from '@openum/domain/notice/template.ts';
import { dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Tenant } from '../port/identity.ts';

/** Letters are written in English first; the offer of other languages stands in each of them. */
const language = 'en-US';

export type Letter = {
  readonly audience: NoticeAudience;
  readonly kind: NoticeKind;
  readonly itemSequences: readonly number[];
};

/** Which letters a set of determined items needs: approvals and adverse determinations apart, each to member and provider. */
export const lettersFor = (c: Case, itemSequences: readonly number[]): readonly Letter[] => {
  const determined = c.items.filter((i) => itemSequences.includes(i.sequence) && i.determination);
  const of = (kind: NoticeKind): readonly number[] =>
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

/** One letter as a document, from the record of the case. Refused when the record lacks what a letter must say. */
export const composeLetter = (
  c: Case,
  letter: Letter,
  tenant: Tenant,
  noticeId: string,
  at: Instant,
  knowledge: Knowledge,
): NoticeDocument | Refusal => {
  const { notices, services } = knowledge;
  const lineOfBusiness = c.request.coverage.lineOfBusiness;
  const template = chooseTemplate(notices.templates, {
    lineOfBusiness,
    audience: letter.audience,
    kind: letter.kind,
    language,
  });
  const languagePack = notices.languages.find((l) => l.language === language);
  if (!template || !languagePack)
    throw new Error(`no ${letter.kind} template to the ${letter.audience} for ${lineOfBusiness}`);
  return composeNotice(c, letter.itemSequences, letter.kind, letter.audience, template, {
    noticeId,
    noticeDate: dateInZone(at, c.request.zone),
    plan: {
      name: tenant.name,
      addressLines: tenant.addressLines ?? [],
      phone: tenant.phone ?? '',
      tty: tenant.tty ?? '',
      hours: tenant.hours ?? '',
    },
    appealRights: notices.appealRights[lineOfBusiness],
    decisionReasons: [...notices.decisionReasons.values()],
    reviewerDisclosures: notices.reviewerDisclosures,
    languagePack,
    languageOffers: notices.languageOffers,
    serviceLabels: Object.fromEntries(services.services.map((s) => [s.code, s.label])),
  });
};

export const isLetter = (d: NoticeDocument | Refusal): d is NoticeDocument => !isRefusal(d);
