import type { Acting } from '@openum/casework/case/act.ts';
import { type GivenRun, previewRun, runRoles, startRun, steerRun } from '@openum/casework/letters/run.ts';
import type { RunProgress } from '@openum/casework/port/letterRuns.ts';
import { ownTemplates, templatesOn } from '@openum/casework/template/own.ts';
import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  type RunPreviewAnswer,
  type RunsView,
  type RunView,
  runActBody,
  runBody,
  runPreviewBody,
} from '../contract/letterRun.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const runsShown = 50;
const targetsShown = 1000;

const orThrow = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw refusalProblem(answer);
  return answer;
};

/** Letters to many cases at once. */
export const letterRunRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { letterRuns } = casework.letters;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = casework.environment.now();
    const { tenant, actor } = await signedIn(casework.identity, now, request);
    if (!actor.roles.some((r) => runRoles.includes(r)))
      throw refusalProblem(refuse('roleMissing', { roles: [...runRoles] }));
    return { casework, tenant, actor, now };
  };

  app.get('/api/letters/runs', async (request): Promise<RunsView> => {
    const { tenant, now } = await acting(request);
    const scope = { tenantId: tenant.tenantId };
    const own = await ownTemplates(casework, scope);
    const texts = templatesOn(own, casework.knowledge.notices.templates, dateInZone(now, tenant.zone));
    const general = texts.filter((t, at) => t.kind === 'general' && texts.findIndex((x) => x.id === t.id) === at);
    return {
      runs: await letterRuns.list(scope, runsShown),
      templates: general.map(({ id, title, audience }) => ({ id, title, audience })),
    };
  });

  app.post(
    '/api/letters/runs/preview',
    { schema: { body: runPreviewBody } },
    async (request): Promise<RunPreviewAnswer> => {
      const given = request.body as Omit<GivenRun, 'name'>;
      const { document, ...preview } = orThrow(await previewRun(await acting(request), given));
      return { ...preview, html: casework.renderer.html(document) };
    },
  );

  app.post('/api/letters/runs', { schema: { body: runBody } }, async (request, reply): Promise<RunProgress> => {
    const run = orThrow(await startRun(await acting(request), request.body as GivenRun));
    return reply.code(201).send(run);
  });

  const params = z.object({ runId: z.string().max(64) });
  app.get('/api/letters/runs/:runId', { schema: { params } }, async (request): Promise<RunView> => {
    const { tenant } = await acting(request);
    const scope = { tenantId: tenant.tenantId };
    const run = await letterRuns.run(scope, request.params.runId);
    if (!run) throw problem(404, 'notFound', 'There is no such run.');
    return { run, targets: await letterRuns.targets(scope, run.runId, targetsShown) };
  });

  app.post('/api/letters/runs/:runId/acts', { schema: { params, body: runActBody } }, async (request) =>
    orThrow(await steerRun(await acting(request), request.params.runId, request.body.act)),
  );
};
