import { recordPracticeRead } from '@openum/casework/practice/acting.ts';
import { loadEpisode } from '@openum/casework/practice/episode/load.ts';
import { askAgent } from '@openum/casework/suggestion/ask.ts';
import { answerElsewhere } from '@openum/casework/suggestion/elsewhere.ts';
import { servicesOfDenial } from '@openum/casework/suggestion/services.ts';
import { suggestionsElsewhere } from '@openum/casework/suggestion/view.ts';
import { isRefusal, refuse } from '@openum/domain/case/refusal.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { atPractice } from '../../auth/atPractice.ts';
import {
  type AskAnswer,
  answerBody,
  askBody,
  type SuggestionsOf,
  suggestionsQuery,
} from '../../contract/suggestion.ts';
import type { HttpDeps } from '../../deps.ts';
import { refusalProblem } from '../../problem/problem.ts';
import { episodeParams } from './episode.ts';

/** Arguments of an appeal that a model finds in the practice's own record. */
export const practiceSuggestionRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();

  const appellant = async (request: FastifyRequest, episodeId: string) => {
    const me = await atPractice(casework, request, episodeCapabilities.SendAppeal.roles);
    const loaded = await loadEpisode(casework.episodes, me.scope, episodeId);
    if (!loaded) throw refusalProblem(refuse('episodeNotFound'));
    return { me, episode: loaded.state };
  };

  app.get(
    '/api/practice/episodes/:episodeId/suggestions',
    { schema: { params: episodeParams, querystring: suggestionsQuery } },
    async (request): Promise<SuggestionsOf> => {
      const { episodeId } = request.params;
      const { me, episode } = await appellant(request, episodeId);
      await recordPracticeRead(me, 'episode', episodeId);
      const denial = episode.denials.find((d) => d.denialId === request.query.denialId);
      const services = denial ? servicesOfDenial(episode, denial) : [];
      return suggestionsElsewhere(casework, me.scope, { kind: 'episode', id: episodeId }, services);
    },
  );

  app.post(
    '/api/practice/episodes/:episodeId/suggestions',
    { schema: { params: episodeParams, body: askBody } },
    async (request, reply): Promise<AskAnswer> => {
      const { episodeId } = request.params;
      const { me, episode } = await appellant(request, episodeId);
      const { denialId } = request.body;
      const denial = episode.denials.find((d) => d.denialId === denialId);
      if (!denial) throw refusalProblem(refuse('denialUnknown'));
      const asked = await askAgent(casework, me.scope, {
        ...{ agent: 'appeal', subject: { kind: 'episode', id: episodeId }, input: { denialId: denial.denialId } },
        services: servicesOfDenial(episode, denial),
        askedBy: { userId: me.actor.userId, name: me.actor.name },
      });
      if (isRefusal(asked)) throw refusalProblem(asked);
      return reply.code(202).send(asked);
    },
  );

  app.post(
    '/api/practice/episodes/:episodeId/suggestions/answers',
    { schema: { params: episodeParams, body: answerBody } },
    async (request, reply) => {
      const { episodeId } = request.params;
      const { me } = await appellant(request, episodeId);
      const no = await answerElsewhere(casework, me.scope, me.actor, { kind: 'episode', id: episodeId }, request.body);
      if (no) throw refusalProblem(no);
      return reply.code(204).send();
    },
  );
};
