import { ratingNewsOf } from '@openum/casework/consistency/news.ts';
import {
  createRatingSet,
  isClosed,
  type NoSet,
  rate,
  raterView,
  shownToRater,
} from '@openum/casework/consistency/sets.ts';
import { factWords } from '@openum/casework/criteria/library.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { KeptRatingSet } from '@openum/casework/port/ratingSets.ts';
import { casesFor, progressOf, raterRoles, ratingLeadRoles } from '@openum/domain/consistency/ratingSet.ts';
import { consistencyReport } from '@openum/domain/consistency/report.ts';
import { addDays, type Instant } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import {
  lineParams,
  type RatersView,
  type RatingLinesView,
  type RatingNewsView,
  type RatingSetRow,
  type RatingSetsView,
  type RatingSetView,
  ratingBody,
  ratingSetBody,
  readRatingNewsBody,
  setParams,
} from '../contract/consistency.ts';
import { sendCsv } from '../csv/csv.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';
import { consistencyCsv } from './consistencyCsv.ts';

const mostListed = 200;
const noSet = () => problem(404, 'notFound', 'There is no such set, or it is not yours to rate.');

const stillOpen = 'Answers are shown once all of them are in or the last day has passed.';

const whyNoSet: Record<NoSet, string> = {
  raterUnknown: 'One of the reviewers is not active or does not review cases.',
  duePast: 'The last day for ratings has passed already.',
  tooFewRaters: 'Agreement needs at least two reviewers.',
  nothingDecided: 'No line that was read against criteria was decided on these days, so there is nothing to rate.',
};

type Here = { readonly tenant: Tenant; readonly now: Instant };

const rowOf = (kept: KeptRatingSet, { tenant, now }: Here, userId?: string): RatingSetRow => {
  const { set, cases, ratings } = kept;
  const raters = userId === undefined ? set.raters.map((r) => r.userId) : [userId];
  return {
    set,
    lines: userId === undefined ? cases.length : casesFor(cases, userId).length,
    ...progressOf(cases, ratings, raters),
    closed: isClosed(kept, tenant.zone, now),
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
      own: own.map((kept) => rowOf(kept, me, me.user.userId)),
      ...(leads ? { all: (await ratingSets.list(me.scope, mostListed)).map((kept) => rowOf(kept, me)) } : {}),
    };
  });

  app.get('/api/consistency/news', async (request): Promise<RatingNewsView> => {
    const { tenant, user } = await someone(request);
    const rows = tenant.kind === 'plan' ? await ratingNewsOf(casework, tenant, user.userId) : [];
    return { rows, unread: rows.filter((n) => n.readAt === undefined).length };
  });

  app.post('/api/consistency/news/read', { schema: { body: readRatingNewsBody } }, async (request, reply) => {
    const { scope, user, now } = await someone(request);
    await ratingSets.markNewsRead(scope, user.userId, request.body.news, now);
    return reply.code(204).send();
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
      const me = await lead(request);
      const { from, through, seed, criteriaSetId, ...rest } = request.body;
      const created = await createRatingSet(casework, me.tenant, me.user, {
        ...rest,
        fromDay: from,
        beforeDay: addDays(through, 1),
        ...(seed === undefined ? {} : { seed }),
        ...(criteriaSetId ? { criteriaSetId } : {}),
      });
      if (created === 'duePast')
        throw problem(422, 'invalidBody', whyNoSet.duePast, { fields: [{ path: 'dueOn', message: 'has passed' }] });
      if (typeof created === 'string') throw problem(422, 'invalidBody', whyNoSet[created]);
      reply.code(201);
      return rowOf(await found(me.scope, created.setId), me);
    },
  );

  const report = async (request: FastifyRequest, setId: string) => {
    const me = await lead(request);
    const kept = await found(me.scope, setId);
    const row = rowOf(kept, me);
    return { kept, row, report: row.closed ? consistencyReport(kept.set, kept.cases, kept.ratings) : undefined };
  };

  app.get(
    '/api/consistency/sets/:setId',
    { schema: { params: setParams } },
    async (request): Promise<RatingSetView> => {
      const { kept, row, report: figures } = await report(request, request.params.setId);
      const { set, cases, ratings } = kept;
      return {
        row,
        progress: set.raters.map((r) => ({ ...r, ...progressOf(cases, ratings, [r.userId]) })),
        ...(figures ? { report: figures } : {}),
      };
    },
  );

  app.get('/api/consistency/sets/:setId/report.csv', { schema: { params: setParams } }, async (request, reply) => {
    const { kept, report: figures } = await report(request, request.params.setId);
    if (!figures) throw problem(409, 'notAllowedInStatus', stillOpen);
    return sendCsv(reply, `consistency-${kept.set.createdAt.slice(0, 10)}.csv`, consistencyCsv(figures));
  });

  app.get(
    '/api/consistency/sets/:setId/lines',
    { schema: { params: setParams } },
    async (request): Promise<RatingLinesView> => {
      const { scope, tenant, user, actor, now } = await someone(request);
      const kept = await found(scope, request.params.setId);
      const own = raterView(kept, user.userId, tenant.zone, now);
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
      const me = await someone(request);
      const { setId, position } = request.params;
      const rated = await rate(casework, me.tenant, setId, { ...request.body, position, userId: me.user.userId });
      if (rated === 'noSuchLine') throw noSet();
      if (rated === 'ratedBefore') {
        throw problem(409, 'notAllowedInStatus', 'You have rated this line already; the first answer stands.');
      }
      if (rated === 'closed') {
        throw problem(409, 'notAllowedInStatus', 'The last day of this set has passed, so no more answers are taken.');
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
      return rowOf(await found(me.scope, setId), me, me.user.userId);
    },
  );
};
