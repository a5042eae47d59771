import { mayNotIntake } from '@openum/casework/arrival/arrival.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import { documentClosed } from '@openum/casework/part2/access.ts';
import type { ReadEntry } from '@openum/casework/port/readLog.ts';
import { askAgent } from '@openum/casework/suggestion/ask.ts';
import { answerElsewhere } from '@openum/casework/suggestion/elsewhere.ts';
import { suggestionsElsewhere, suggestionsOfCase } from '@openum/casework/suggestion/view.ts';
import { mayNot } from '@openum/domain/case/capability.ts';
import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import { subjectOf } from '@openum/domain/suggestion/agent.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { type AskAnswer, answerBody, askBody, type ExchangeView, type SuggestionsOf } from '../contract/suggestion.ts';
import type { HttpDeps } from '../deps.ts';
import { refusalProblem } from '../problem/problem.ts';

const caseParams = z.object({ caseId: z.uuid() });
const runParams = caseParams.extend({ runId: z.uuid() });
const messageParams = z.object({ messageId: z.string().max(64) });

const notFound = () => refusalProblem(refuse('caseNotFound'));

/** What a model suggests on a case, and on a message that is no case yet. */
export const suggestionRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog, suggestions, modelLog } = casework;

  const at = async (request: FastifyRequest) => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    const log = (read: Pick<ReadEntry, 'what' | 'caseId' | 'resourceId'>) =>
      readLog.record(tenant, {
        ...{ readId: environment.newId(), userId: actor.userId, purpose: 'utilizationReview', at: now },
        ...read,
      });
    return { tenant, actor, log };
  };

  app.get(
    '/api/cases/:caseId/suggestions',
    { schema: { params: caseParams } },
    async (request): Promise<SuggestionsOf> => {
      const { tenant, actor, log } = await at(request);
      const { caseId } = request.params;
      const view = await suggestionsOfCase(casework, tenant, caseId, actor);
      if (!view) throw notFound();
      await log({ what: 'case', caseId });
      return view;
    },
  );

  app.post(
    '/api/cases/:caseId/suggestions',
    { schema: { params: caseParams, body: askBody } },
    async (request, reply): Promise<AskAnswer> => {
      const { tenant, actor } = await at(request);
      const { caseId } = request.params;
      const loaded = await loadCase(casework.cases, tenant, caseId);
      if (!loaded) throw notFound();
      const no = mayNot('AnswerSuggestion', actor, loaded.state);
      if (no) throw refusalProblem(no);
      const { agent, itemSequence, rationale } = request.body;
      if (subjectOf[agent] !== 'case') throw refusalProblem(refuse('suggestionUnknown'));
      const asked = await askAgent(casework, tenant, {
        agent,
        subject: { kind: 'case', id: caseId },
        input: { ...(itemSequence === undefined ? {} : { itemSequence }), ...(rationale ? { rationale } : {}) },
        services: loaded.state.items.map((i) => i.service.code),
        askedBy: { userId: actor.userId, name: actor.name },
      });
      if (isRefusal(asked)) throw refusalProblem(asked);
      return reply.code(202).send(asked);
    },
  );

  app.get(
    '/api/cases/:caseId/suggestions/:runId/exchange',
    { schema: { params: runParams } },
    async (request): Promise<ExchangeView> => {
      const { tenant, actor, log } = await at(request);
      const { caseId, runId } = request.params;
      const run = await suggestions.run(tenant, runId);
      if (run?.subject.kind !== 'case' || run.subject.id !== caseId) throw notFound();
      const closed = await documentClosed(casework, tenant, caseId, undefined, actor);
      if (closed) throw refusalProblem(closed);
      await log({ what: 'case', caseId, resourceId: runId });
      return modelLog.ofRun(tenant, runId);
    },
  );

  const atIntake = async (request: FastifyRequest, messageId: string) => {
    const me = await at(request);
    const no = mayNotIntake(me.actor.roles);
    if (no) throw refusalProblem(no);
    if (!(await casework.arrivals.one(me.tenant, messageId))) throw refusalProblem(refuse('arrivalNotFound'));
    return me;
  };

  app.get(
    '/api/intake/:messageId/suggestions',
    { schema: { params: messageParams } },
    async (request): Promise<SuggestionsOf> => {
      const { messageId } = request.params;
      const { tenant, log } = await atIntake(request, messageId);
      await log({ what: 'message', resourceId: messageId });
      // Which services it is about stands on its pages, and those are read when the model is asked.
      return suggestionsElsewhere(casework, tenant, { kind: 'message', id: messageId }, []);
    },
  );

  app.post(
    '/api/intake/:messageId/suggestions',
    { schema: { params: messageParams } },
    async (request, reply): Promise<AskAnswer> => {
      const { messageId } = request.params;
      const { tenant, actor } = await atIntake(request, messageId);
      const asked = await askAgent(casework, tenant, {
        ...{ agent: 'intake', subject: { kind: 'message', id: messageId }, input: {}, services: [] },
        askedBy: { userId: actor.userId, name: actor.name },
      });
      if (isRefusal(asked)) throw refusalProblem(asked);
      return reply.code(202).send(asked);
    },
  );

  app.post(
    '/api/intake/:messageId/suggestions/answers',
    { schema: { params: messageParams, body: answerBody } },
    async (request, reply) => {
      const { messageId } = request.params;
      const { tenant, actor } = await atIntake(request, messageId);
      const no = await answerElsewhere(casework, tenant, actor, { kind: 'message', id: messageId }, request.body);
      if (no) throw refusalProblem(no);
      return reply.code(204).send();
    },
  );
};
