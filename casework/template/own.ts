import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { evolveTemplate, noTemplate, type OwnTemplate, versionInForce } from '@openum/domain/template/version.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Scope } from '../port/scope.ts';

/** A tenant's own templates as their log says. */
export const ownTemplates = async (
  { letters }: Pick<Casework, 'letters'>,
  scope: Scope,
): Promise<readonly OwnTemplate[]> => {
  const events = Map.groupBy(await letters.templates.events(scope), (e) => e.templateId);
  return [...events].map(([templateId, of]) => of.reduce(evolveTemplate, noTemplate(templateId)));
};

/** The tenant's texts of this day before the ones that the product ships. */
export const templatesOn = (
  own: readonly OwnTemplate[],
  shipped: readonly NoticeTemplate[],
  on: CalendarDate,
): readonly NoticeTemplate[] => [...own.flatMap((t) => versionInForce(t, on)?.template ?? []), ...shipped];

/** The knowledge with the tenant's own texts of this day. */
export const knowledgeOn = async (
  casework: Pick<Casework, 'letters' | 'knowledge'>,
  scope: Scope,
  on: CalendarDate,
): Promise<Knowledge> => {
  const { knowledge } = casework;
  const templates = templatesOn(await ownTemplates(casework, scope), knowledge.notices.templates, on);
  return { ...knowledge, notices: { ...knowledge.notices, templates } };
};
