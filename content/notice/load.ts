import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import type { AppealRights } from '@openum/domain/notice/appealRights.ts';
import type { LanguageOffer, ReviewerDisclosure } from '@openum/domain/notice/context.ts';
import { noticeElements } from '@openum/domain/notice/document.ts';
import type { LanguagePack } from '@openum/domain/notice/language.ts';
import type { ContentMatrix } from '@openum/domain/notice/matrix.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { templateProblems, unknownPlaceholders } from '@openum/domain/template/check.ts';
import appealRightsJson from './appealRights.json' with { type: 'json' };
import generalJson from './general.json' with { type: 'json' };
import assistanceJson from './languageAssistance.json' with { type: 'json' };
import byStateJson from './languageByState.json' with { type: 'json' };
import languagesJson from './languages.json' with { type: 'json' };
import matrixJson from './matrix.json' with { type: 'json' };
import spanishJson from './spanish.json' with { type: 'json' };
import templatesJson from './templates.json' with { type: 'json' };

/** Everything about letters that is knowledge and not code. */
export type NoticeContent = {
  readonly templates: readonly NoticeTemplate[];
  readonly matrix: ContentMatrix;
  readonly appealRights: Readonly<Record<LineOfBusiness, AppealRights>>;
  readonly languages: readonly LanguagePack[];
  readonly languageOffers: readonly LanguageOffer[];
  /** Languages by how much they are used in a state; those that are not named come after, in the order of the country. */
  readonly languagesByState: Readonly<Record<string, readonly string[]>>;
  readonly reviewerDisclosures: readonly ReviewerDisclosure[];
};

const refuse = (file: string, problems: readonly string[]): void => {
  if (problems.length > 0) throw new Error(`content/notice/${file}: ${problems.join('; ')}`);
};

const wordingTexts = (r: AppealRights): readonly string[] => [
  ...Object.values(r.wording).flatMap((w) => Object.values(w).flat()),
  ...(r.immediateReview ?? []).flatMap((i) => Object.values(i.wording).flat()),
];

const rightsByLine = (rights: readonly AppealRights[]): Record<LineOfBusiness, AppealRights> => {
  refuse(
    'appealRights.json',
    rights.flatMap((r) => unknownPlaceholders(wordingTexts(r)).map((p) => `${r.id}: ${p}`)),
  );
  return Object.fromEntries(
    linesOfBusiness.map((line) => {
      const found = rights.filter((r) => r.linesOfBusiness.includes(line));
      const [only] = found;
      if (only === undefined || found.length > 1)
        throw new Error(`content/notice/appealRights.json: ${line} has ${found.length} entries, it needs one`);
      return [line, only];
    }),
  ) as Record<LineOfBusiness, AppealRights>;
};

/** Reads and checks the letters' data. Throws when a template names a value that no letter has. */
export const loadNoticeContent = (): NoticeContent => {
  const templates = [...templatesJson.templates, ...generalJson.templates] as readonly NoticeTemplate[];
  const shipped = matrixJson as unknown as ContentMatrix;
  const matrix = { ...shipped, demands: [...shipped.demands, ...generalJson.demands] } as ContentMatrix;
  refuse('templates.json', templates.flatMap(templateProblems));
  refuse(
    'matrix.json',
    matrix.demands.filter((d) => !noticeElements.includes(d.element)).map((d) => `element ${d.element} is unknown`),
  );
  const languages = [...languagesJson.languages, spanishJson.language] as readonly LanguagePack[];
  const offered = new Set(assistanceJson.offers.map((o) => o.language));
  refuse(
    'languageByState.json',
    Object.entries(byStateJson.order).flatMap(([state, order]) =>
      order.filter((l) => !offered.has(l)).map((l) => `${state}: ${l} is not offered`),
    ),
  );
  refuse(
    'languages.json',
    languages.filter((l) => l.months.length !== 12).map((l) => `${l.language}: months must hold 12 names`),
  );
  return {
    templates,
    matrix,
    appealRights: rightsByLine(appealRightsJson.rights as readonly AppealRights[]),
    languages,
    languageOffers: assistanceJson.offers as readonly LanguageOffer[],
    languagesByState: byStateJson.order,
    reviewerDisclosures: matrixJson.reviewerDisclosures,
  };
};
