import type { AppealRights } from '@openum/domain/notice/appealRights.ts';
import type { DecisionReason, LanguageOffer, ReviewerDisclosure } from '@openum/domain/notice/context.ts';
import type { LanguagePack } from '@openum/domain/notice/language.ts';
import type { ContentMatrix } from '@openum/domain/notice/matrix.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';

/** What letters are made of, as data. */
export type NoticeKnowledge = {
  readonly templates: readonly NoticeTemplate[];
  readonly matrix: ContentMatrix;
  readonly appealRights: readonly AppealRights[];
  readonly decisionReasons: readonly DecisionReason[];
  readonly reviewerDisclosures: readonly ReviewerDisclosure[];
  readonly languagePacks: readonly LanguagePack[];
  readonly languageOffers: readonly LanguageOffer[];
};
