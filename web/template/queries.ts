import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { noTemplate, type OwnTemplate } from '@openum/domain/template/version.ts';
import type { TemplateActBody, TemplatesView } from '@openum/http/contract/template.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';

const queryKey = ['templates'];

export const useTemplates = () =>
  useQuery({ queryKey, queryFn: ({ signal }) => get<TemplatesView>('/api/templates', {}, signal) });

/** One act on a template, on top of what is on the screen. */
export const useTemplateAct = (templateId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly sequence: number; readonly act: TemplateActBody['act'] }) =>
      post<OwnTemplate>(`/api/templates/${encodeURIComponent(templateId)}/acts`, body),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
};

export const ownOf = (view: TemplatesView, templateId: string): OwnTemplate =>
  view.own.find((t) => t.templateId === templateId) ?? noTemplate(templateId);

export const shippedOf = (view: TemplatesView, templateId: string): NoticeTemplate | undefined =>
  view.shipped.find((t) => t.id === templateId);

/** A template as the API takes it: plain data of its own type. */
export const asBody = (template: NoticeTemplate) =>
  template as unknown as Extract<TemplateActBody['act'], { type: 'DraftTemplate' }>['template'];
