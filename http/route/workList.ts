import { readCursor } from '@openum/casework/port/cursor.ts';
import type { WorkListFilter } from '@openum/casework/port/workList.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { addDays, dateInZone, instant, startOfDay, type ZoneId } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type SignedIn, signedIn } from '../auth/session.ts';
import { type WorkListCounts, type WorkListView, workListQuery } from '../contract/workList.ts';
import { allPages } from '../csv/allPages.ts';
import { sendCsv } from '../csv/csv.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';
import { casesCsv } from './reportCsv.ts';

type Query = z.output<typeof workListQuery>;

const filterOf = (q: Query, me: SignedIn): WorkListFilter => ({
  ...(q.queue ? { queue: q.queue } : {}),
  ...(q.assignee ? { assignee: q.assignee === 'me' ? me.user.userId : q.assignee } : {}),
  ...(q.status ? { status: q.status } : {}),
  ...(q.lineOfBusiness ? { lineOfBusiness: q.lineOfBusiness } : {}),
  ...(q.reviewType ? { reviewType: q.reviewType } : {}),
  ...(q.urgency ? { urgency: q.urgency } : {}),
  ...(q.dueBefore ? { dueBefore: instant(q.dueBefore) } : {}),
  ...(q.dueFrom ? { dueFrom: instant(q.dueFrom) } : {}),
  ...(q.text ? { text: q.text } : {}),
});

const endOfToday = (now: Instant, zone: ZoneId): Instant => startOfDay(addDays(dateInZone(now, zone), 1), zone);

export const assertCursor = (after: string | undefined): void => {
  try {
    if (after !== undefined) readCursor(after);
  } catch {
    const message = 'is not where a page of this list ended';
    throw problem(400, 'invalidBody', `Field place in the list: ${message}`, { fields: [{ path: 'after', message }] });
  }
};

export const workListRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, workList, readLog } = casework;

  app.get('/api/cases', { schema: { querystring: workListQuery } }, async (request): Promise<WorkListView> => {
    const me = await signedIn(identity, environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    assertCursor(request.query.after);
    const page = await workList.page(scope, filterOf(request.query, me), request.query.after, request.query.limit);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: environment.now(),
    });
    return page;
  });

  app.get('/api/cases.csv', { schema: { querystring: workListQuery } }, async (request, reply) => {
    const me = await signedIn(identity, environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    const filter = filterOf(request.query, me);
    const rows = await allPages((after, limit) => workList.page(scope, filter, after, limit));
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'utilizationReview',
      what: 'workList',
      at: environment.now(),
    });
    return sendCsv(reply, 'work-list.csv', casesCsv(rows));
  });

  app.get('/api/cases/counts', { schema: { querystring: workListQuery } }, async (request): Promise<WorkListCounts> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    const filter = filterOf(request.query, me);
    const today = endOfToday(now, me.tenant.zone);
    return { buckets: await workList.buckets({ tenantId: me.tenant.tenantId }, filter, now, today) };
  });
};
