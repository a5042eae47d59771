import type { Acting } from '@openum/casework/case/act.ts';
import { actOnTemplate, type TemplateAct } from '@openum/casework/template/act.ts';
import { listTemplates } from '@openum/casework/template/list.ts';
import { previewTemplate, type TemplatePreview } from '@openum/casework/template/preview.ts';
import type { Role } from '@openum/domain/actor/actor.ts';
import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { templateRoles } from '@openum/domain/template/decide.ts';
import type { OwnTemplate } from '@openum/domain/template/version.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  type TemplatePreviewAnswer,
  type TemplatesView,
  templateActBody,
  templatePreviewBody,
} from '../contract/template.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';
import { sendFile } from './file.ts';

/** Anybody who may do something with a template may see them all. */
const readers: readonly Role[] = [...new Set(Object.values(templateRoles).flat())];

export const templateRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, renderer } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    if (!actor.roles.some((r) => readers.includes(r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...readers] }));
    return { casework, tenant, actor, now };
  };
  const shown = async (
    request: FastifyRequest,
    body: { readonly template: unknown; readonly caseNumber?: string | undefined },
  ): Promise<TemplatePreview> => {
    const preview = await previewTemplate(
      await acting(request),
      body.template as NoticeTemplate,
      body.caseNumber || undefined,
    );
    if (isRefusal(preview)) throw refusalProblem(preview);
    return preview;
  };

  app.get('/api/templates', async (request): Promise<TemplatesView> => listTemplates(await acting(request)));

  const params = z.object({ templateId: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/) });
  app.post(
    '/api/templates/:templateId/acts',
    { schema: { params, body: templateActBody } },
    async (request): Promise<OwnTemplate> => {
      const { sequence, act } = request.body;
      const after = await actOnTemplate(await acting(request), request.params.templateId, sequence, act as TemplateAct);
      if (isRefusal(after)) throw refusalProblem(after);
      return after;
    },
  );

  app.post(
    '/api/templates/preview',
    { schema: { body: templatePreviewBody } },
    async (request): Promise<TemplatePreviewAnswer> => {
      const { document, missing } = await shown(request, request.body);
      const { readingGrade, warnings } = document;
      return {
        html: renderer.html(document),
        ...(readingGrade === undefined ? {} : { readingGrade }),
        warnings,
        missing,
      };
    },
  );

  app.post('/api/templates/preview/pdf', { schema: { body: templatePreviewBody } }, async (request, reply) => {
    const { document } = await shown(request, request.body);
    const { pdf } = await renderer.render(document);
    return sendFile(reply, { contentType: 'application/pdf', bytes: pdf, name: 'preview.pdf' });
  });
};
