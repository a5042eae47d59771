import type { ContentMatrix } from '@openum/domain/notice/matrix.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import type { OwnTemplate } from '@openum/domain/template/version.ts';
import { type CalendarDate, dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { ownTemplates } from './own.ts';

export type TemplateList = {
  readonly today: CalendarDate;
  /** Texts that the product ships; a published text of the plan for the same letters comes before them. */
  readonly shipped: readonly NoticeTemplate[];
  readonly own: readonly OwnTemplate[];
  readonly matrix: ContentMatrix;
  readonly languages: readonly string[];
};

export const listTemplates = async ({ casework, tenant, now }: Acting): Promise<TemplateList> => {
  const { templates, matrix, languages } = casework.knowledge.notices;
  return {
    today: dateInZone(now, tenant.zone),
    shipped: templates,
    own: await ownTemplates(casework, { tenantId: tenant.tenantId }),
    matrix,
    languages: languages.map((l) => l.language),
  };
};
