import { createRatingSet, type NoSet, rate, raterView, shownToRater } from '@openum/casework/consistency/sets.ts';
import { factWords } from '@openum/casework/criteria/library.ts';
import type { KeptRatingSet } from '@openum/casework/port/ratingSets.ts';
import { casesFor, raterRoles, ratingLeadRoles } from '@openum/domain/consistency/ratingSet.ts';
import { consistencyReport } from '@openum/domain/consistency/report.ts';
import { addDays } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import {
  lineParams,
  type RatersView,
  type RatingLinesView,
  type RatingSetRow,
  type RatingSetsView,
  type RatingSetView,
  ratingBody,
  ratingSetBody,
  setParams,
} from '../contract/consistency.ts';
import { sendCsv } from '../csv/csv.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';
import { consistencyCsv } from './consistencyCsv.ts';

const mostListed = 200;
const noSet = () => problem(404, 'notFound', 'There is no such set, or it is not yours to rate.');

const whyNoSet: Record<NoSet, string> = {
  raterUnknown: 'One of the reviewers is not active or does not review cases.',
  tooFewRaters: 'Agreement needs at least two reviewers.',
  nothingDecided: 'No line that was read against criteria was decided on these days, so there is nothing to rate.',
};

const rowOf = ({ set, cases, ratings }: KeptRatingSet, userId?: string): RatingSetRow => {
  const raters = userId === undefined ? set.raters.map((r) => r.userId) : [userId];
  return {
    set,
    lines: userId === undefined ? cases.length : casesFor(cases, userId).length,
    rated: ratings.filter((r) => raters.includes(r.userId)).length,
    toRate: raters.reduce((sum, rater) => sum + casesFor(cases, rater).length, 0),
  };
};

/** Sets of past lines that several reviewers rate again, and how far they agree. */
export const consistencyRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog, ratingSets, knowledge } = casework;

  const someone = async (request: FastifyRequest) => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    return { ...me, now, scope: { tenantId: me.tenant.tenantId } };
  };
  const lead = async (request: FastifyRequest) => {
    const me = await someone(request);
    assertHolds(me, ratingLeadRoles);
    return me;
  };
  const found = async (scope: { readonly tenantId: string }, setId: string): Promise<KeptRatingSet> => {
    const kept = await ratingSets.find(scope, setId);
    if (!kept) throw noSet();
    return kept;
  };

  app.get('/api/consistency/sets', async (request): Promise<RatingSetsView> => {
    const me = await someone(request);
    assertHolds(me, [...raterRoles, ...ratingLeadRoles]);
    const own = await ratingSets.list(me.scope, mostListed, me.user.userId);
    const leads = me.user.roles.some((r) => ratingLeadRoles.includes(r));
    return {
      own: own.map((kept) => rowOf(kept, me.user.userId)),
      ...(leads ? { all: (await ratingSets.list(me.scope, mostListed)).map((kept) => rowOf(kept)) } : {}),
    };
  });

  app.get('/api/consistency/raters', async (request): Promise<RatersView> => {
    const { scope } = await lead(request);
    return (await identity.users(scope))
      .filter((u) => u.active && u.roles.some((r) => raterRoles.includes(r)))
      .map(({ userId, name, roles }) => ({ userId, name, roles }));
  });

  app.post(
    '/api/consistency/sets',
    { schema: { body: ratingSetBody } },
    async (request, reply): Promise<RatingSetRow> => {
      const { scope, user } = await lead(request);
      const { from, through, seed, criteriaSetId, ...rest } = request.body;
      const created = await createRatingSet(casework, scope, user, {
        ...rest,
        fromDay: from,
        beforeDay: addDays(through, 1),
        ...(seed === undefined ? {} : { seed }),
        ...(criteriaSetId ? { criteriaSetId } : {}),
      });
      if (typeof created === 'string') throw problem(422, 'invalidBody', whyNoSet[created]);
      reply.code(201);
      return rowOf(await found(scope, created.setId));
    },
  );

  const report = async (request: FastifyRequest, setId: string) => {
    const { scope } = await lead(request);
    const kept = await found(scope, setId);
    return { kept, report: consistencyReport(kept.set, kept.cases, kept.ratings) };
  };

  app.get(
    '/api/consistency/sets/:setId',
    { schema: { params: setParams } },
    async (request): Promise<RatingSetView> => {
      const { kept, report: figures } = await report(request, request.params.setId);
      return { row: rowOf(kept), report: figures };
    },
  );

  app.get('/api/consistency/sets/:setId/report.csv', { schema: { params: setParams } }, async (request, reply) => {
    const { kept, report: figures } = await report(request, request.params.setId);
    return sendCsv(reply, `consistency-${kept.set.createdAt.slice(0, 10)}.csv`, consistencyCsv(figures));
  });

  app.get(
    '/api/consistency/sets/:setId/lines',
    { schema: { params: setParams } },
    async (request): Promise<RatingLinesView> => {
      const { scope, user, actor, now } = await someone(request);
      const kept = await found(scope, request.params.setId);
      const own = raterView(kept, user.userId);
      if (!own) throw noSet();
      const view = await shownToRater(casework, scope, kept, own, actor);
      await readLog.record(scope, {
        readId: environment.newId(),
        userId: user.userId,
        purpose: 'audit',
        what: 'report',
        resourceId: request.params.setId,
        at: now,
      });
      const keys = new Set(view.cases.flatMap((c) => c.blinded.facts.map((f) => f.key)));
      const labels = [...keys].map(
        (key) => [key, factWords(knowledge.facts.byKey.get(key)) ?? { label: key }] as const,
      );
      return { ...view, factLabels: Object.fromEntries(labels) };
    },
  );

  app.post(
    '/api/consistency/sets/:setId/lines/:position',
    { schema: { params: lineParams, body: ratingBody } },
    async (request, reply): Promise<RatingSetRow> => {
      const { scope, user } = await someone(request);
      const { setId, position } = request.params;
      const rated = await rate(casework, scope, setId, { ...request.body, position, userId: user.userId });
      if (rated === 'noSuchLine') throw noSet();
      if (rated === 'ratedBefore') {
        throw problem(409, 'notAllowedInStatus', 'You have rated this line already; the first answer stands.');
      }
      if ('problems' in rated) {
        throw problem(422, 'invalidBody', 'Answer every point of the criteria: met, not met or unknown.', {
          fields: rated.problems.map(({ path, rule }) => ({
            path: `leaves.${path}`,
            message: rule === 'missing' ? 'has no answer' : 'is no point of these criteria',
          })),
        });
      }
      reply.code(201);
      return rowOf(await found(scope, setId), user.userId);
    },
  );
};
