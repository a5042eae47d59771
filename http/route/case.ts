import type { Act, Acting, GivenDecision } from '@openum/casework/case/act.ts';
import { commandOf } from '@openum/casework/case/commandOf.ts';
import { execute } from '@openum/casework/case/execute.ts';
import { previewNotices } from '@openum/casework/notice/preview.ts';
import type { StoredEvent } from '@openum/casework/port/caseStore.ts';
import { readCase } from '@openum/casework/view/caseView.ts';
import { isRefusal, refusalText } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  type CaseView,
  type CommandAnswer,
  commandRequest,
  type NoticePreview,
  noticePreviewRequest,
} from '../contract/case.ts';
import type { ProblemBody } from '../contract/refusal.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const caseParams = z.object({ caseId: z.uuid() });

const notFound = () => problem(404, 'caseNotFound', refusalText.caseNotFound);

const by = (e: StoredEvent): string => (e.actor.kind === 'system' ? 'OpenUM' : e.actor.name);

const since = (events: readonly StoredEvent[]): NonNullable<ProblemBody['since']> =>
  events.map((e) => ({
    type: e.type,
    by: by(e),
    at: e.recordedAt,
    summary: e.type.replace(/([a-z])([A-Z])/g, '$1 $2'),
  }));

export const caseRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    return { casework, tenant, actor, now };
  };

  app.get('/api/cases/:caseId', { schema: { params: caseParams } }, async (request): Promise<CaseView> => {
    const { tenant, actor, now } = await acting(request);
    const scope = { tenantId: tenant.tenantId };
    const { caseId } = request.params;
    const reading = await readCase(casework, scope, caseId, actor);
    if (!reading) throw notFound();
    await readLog.record(scope, {
      readId: environment.newId(),
      caseId,
      userId: actor.userId,
      purpose: 'utilizationReview',
      what: 'case',
      at: now,
    });
    return reading;
  });

  app.post(
    '/api/cases/:caseId/commands',
    { schema: { params: caseParams, body: commandRequest } },
    async (request, reply): Promise<CommandAnswer> => {
      const me = await acting(request);
      const { caseId } = request.params;
      const { commandId, expectedVersion, command } = request.body;
      const executed = await execute(
        casework,
        { tenantId: me.tenant.tenantId },
        {
          caseId,
          commandId,
          expectedVersion,
          command: (loaded) => commandOf(command as Act, me, loaded),
        },
      );
      switch (executed.kind) {
        case 'done':
          return { caseId, version: executed.version };
        case 'refused':
          throw refusalProblem(executed.refusal);
        case 'stale':
          return reply.code(409).send({
            code: 'staleVersion',
            message: refusalText.staleVersion,
            version: executed.version,
            since: since(executed.since),
          } satisfies ProblemBody as never);
        default: {
          const never: never = executed;
          return never;
        }
      }
    },
  );

  app.post(
    '/api/cases/:caseId/notice-preview',
    { schema: { params: caseParams, body: noticePreviewRequest } },
    async (request): Promise<NoticePreview> => {
      const preview = await previewNotices(
        await acting(request),
        request.params.caseId,
        request.body.decisions as readonly GivenDecision[],
      );
      if (isRefusal(preview)) throw refusalProblem(preview);
      return preview;
    },
  );
};
