import type { Tenant } from '@openum/casework/port/identity.ts';
import { readPlace } from '@openum/casework/port/suggestionPlace.ts';
import type { QuestionFilter } from '@openum/casework/port/suggestions.ts';
import { readDisagreement } from '@openum/casework/suggestion/disagreement.ts';
import { listQuestions, listShown } from '@openum/casework/suggestion/list.ts';
import {
  checkModel,
  type FigureSpan,
  figureDays,
  readModel,
  turnSwitch,
} from '@openum/casework/suggestion/settings.ts';
import { suggestionListRoles, switchRoles } from '@openum/domain/suggestion/switch.ts';
import { addDays, calendarDate } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import {
  type DisagreementView,
  modelQuery,
  type QuestionsView,
  questionsQuery,
  type ShownView,
  shownQuery,
} from '../contract/modelList.ts';
import { type ModelCheckAnswer, type ModelView, switchBody } from '../contract/suggestion.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

type ListOfFigure = { readonly version?: string | undefined; readonly model?: string | undefined };

const assertPlace = (after: string | undefined): void => {
  try {
    if (after !== undefined) readPlace(after);
  } catch {
    const message = 'is not where a page of this list ended';
    throw problem(400, 'invalidBody', `Field place in the list: ${message}`, { fields: [{ path: 'after', message }] });
  }
};

/** The language model of the installation: its switches, its figures, and whether it answers. */
export const modelRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;

  const keeper = async (request: FastifyRequest) => {
    const me = await signedIn(identity, environment.now(), request);
    assertHolds(me, switchRoles);
    return me;
  };

  const spanOf = ({ from, through, agent, service }: z.output<typeof modelQuery>): FigureSpan => ({
    fromDay: from === undefined ? undefined : calendarDate(from),
    beforeDay: through === undefined ? undefined : addDays(calendarDate(through), 1),
    ...{ agent, service },
  });

  app.get('/api/model', { schema: { querystring: modelQuery } }, async (request): Promise<ModelView> => {
    const { tenant } = await keeper(request);
    return readModel(casework, tenant, spanOf(request.query));
  });

  const lister = async (request: FastifyRequest) => {
    const me = await signedIn(identity, environment.now(), request);
    assertHolds(me, suggestionListRoles);
    return me;
  };
  const filterOf = (query: z.output<typeof modelQuery> & ListOfFigure, tenant: Tenant): QuestionFilter => {
    const { from, before } = figureDays(environment.now(), tenant, spanOf(query));
    const { agent, service, version, model } = query;
    return {
      ...{ from, before },
      ...(agent ? { agent } : {}),
      ...(service ? { service } : {}),
      ...(version ? { agentVersion: version } : {}),
      ...(model ? { model } : {}),
    };
  };

  app.get(
    '/api/model/questions',
    { schema: { querystring: questionsQuery } },
    async (request): Promise<QuestionsView> => {
      const me = await lister(request);
      const { state, because, left, after, limit } = request.query;
      assertPlace(after);
      const filter = {
        ...filterOf(request.query, me.tenant),
        ...(state ? { state } : {}),
        ...(because ? { because } : {}),
        ...(left ? { left } : {}),
      };
      return listQuestions(casework, me, filter, { after, limit });
    },
  );

  app.get('/api/model/suggestions', { schema: { querystring: shownQuery } }, async (request): Promise<ShownView> => {
    const me = await lister(request);
    const { verdict, quoting, after, limit } = request.query;
    assertPlace(after);
    const filter = {
      ...filterOf(request.query, me.tenant),
      ...(verdict ? { verdict } : {}),
      ...(quoting ? { quoting: true as const } : {}),
    };
    return listShown(casework, me, filter, { after, limit });
  });

  app.get(
    '/api/model/disagreement',
    { schema: { querystring: modelQuery } },
    async (request): Promise<DisagreementView> => {
      const me = await lister(request);
      return readDisagreement(casework, me, filterOf(request.query, me.tenant));
    },
  );

  app.post('/api/model/switches', { schema: { body: switchBody } }, async (request, reply) => {
    const { tenant, actor } = await keeper(request);
    const { target, on, reason } = request.body;
    const no = await turnSwitch(casework, tenant, actor, target, on, reason);
    if (no) throw refusalProblem(no);
    return reply.code(204).send();
  });

  // Each try costs a call of the model's server.
  const seldom = { rateLimit: { max: 10, timeWindow: '1 minute' } };
  app.post('/api/model/check', { config: seldom }, async (request): Promise<ModelCheckAnswer> => {
    await keeper(request);
    return checkModel(casework.languageModel, () => performance.now());
  });
};
