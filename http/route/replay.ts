import type { Acting } from '@openum/casework/case/act.ts';
import { tryOnCase } from '@openum/casework/replay/onCase.ts';
import { acknowledgeReplay, cancelReplay, startReplay } from '@openum/casework/replay/start.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import type { OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  acknowledgeBody,
  type FindingsView,
  findingsQuery,
  type ReplaysView,
  type ReplayView,
  type TriedView,
  tryBody,
} from '../contract/replay.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

const page = 50;
const shown = 20;

const given = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw refusalProblem(answer);
  return answer;
};

/** Criteria over past cases: who is named in the answers is health information, so only who answers for criteria sees it. */
export const replayRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, replays, readLog } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    const no = mayNotOwnCriteria('ReadReplay', actor);
    if (no) throw refusalProblem(no);
    return { casework, tenant, actor, now };
  };
  const ofSet = z.object({ setId: z.string().max(80) });
  const ofReplay = z.object({ replayId: z.string().max(80) });

  app.get('/api/own-criteria/:setId/replays', { schema: { params: ofSet } }, async (request): Promise<ReplaysView> => {
    const { tenant } = await acting(request);
    return { replays: await replays.list({ tenantId: tenant.tenantId }, request.params.setId, shown) };
  });

  app.post(
    '/api/own-criteria/:setId/replays',
    { schema: { params: ofSet } },
    async (request): Promise<ReplayView> => given(await startReplay(await acting(request), request.params.setId)),
  );

  app.post(
    '/api/replays/:replayId/cancel',
    { schema: { params: ofReplay } },
    async (request): Promise<ReplayView> => given(await cancelReplay(await acting(request), request.params.replayId)),
  );

  app.post(
    '/api/replays/:replayId/read',
    { schema: { params: ofReplay, body: acknowledgeBody } },
    async (request): Promise<OwnCriteria> =>
      given(await acknowledgeReplay(await acting(request), request.params.replayId, request.body.sequence)),
  );

  app.get(
    '/api/replays/:replayId/findings',
    { schema: { params: ofReplay, querystring: findingsQuery } },
    async (request): Promise<FindingsView> => {
      const { tenant, actor, now } = await acting(request);
      const scope = { tenantId: tenant.tenantId };
      const { effect, dimension, value, after } = request.query;
      await readLog.record(scope, {
        readId: environment.newId(),
        userId: actor.userId,
        purpose: 'audit',
        what: 'report',
        resourceId: request.params.replayId,
        at: now,
      });
      const group = dimension !== undefined && value !== undefined ? { group: { dimension, value } } : {};
      return replays.findings(scope, request.params.replayId, { ...(effect ? { effect } : {}), ...group }, after, page);
    },
  );

  app.post('/api/own-criteria/try', { schema: { body: tryBody } }, async (request): Promise<TriedView> => {
    const { set, caseNumber } = request.body;
    return given(await tryOnCase(await acting(request), set as unknown as CriteriaSet, caseNumber));
  });
};
