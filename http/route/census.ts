import type { CensusFilter } from '@openum/casework/port/census.ts';
import { readCensus } from '@openum/casework/stay/census.ts';
import { addDays, dateInZone, type Instant, startOfDay } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { type SignedIn, signedIn } from '../auth/session.ts';
import { type CensusView, censusQuery } from '../contract/stay.ts';
import type { HttpDeps } from '../deps.ts';
import { assertCursor } from './workList.ts';

type Query = z.output<typeof censusQuery>;

const dueOf = (
  review: Query['review'],
  now: Instant,
  { tenant }: SignedIn,
): Pick<CensusFilter, 'dueBefore' | 'review'> => {
  if (review === 'overdue') return { dueBefore: now };
  if (review === 'today') return { dueBefore: startOfDay(addDays(dateInZone(now, tenant.zone), 1), tenant.zone) };
  return review ? { review } : {};
};

const filterOf = (q: Query, now: Instant, me: SignedIn): CensusFilter => ({
  ...(q.presence === 'all' ? {} : { presence: q.presence }),
  ...dueOf(q.review, now, me),
  ...(q.facility ? { facilityName: q.facility } : {}),
  ...(q.levelOfCare ? { levelOfCare: q.levelOfCare } : {}),
  ...(q.lineOfBusiness ? { lineOfBusiness: q.lineOfBusiness } : {}),
  ...(q.readiness ? { readiness: q.readiness } : {}),
  ...(q.updateAwaited ? { updateAwaited: true } : {}),
  ...(q.coverageEndOwed ? { coverageEndOwed: true } : {}),
  ...(q.assignee ? { assignee: q.assignee === 'me' ? me.user.userId : q.assignee } : {}),
  ...(q.text ? { text: q.text } : {}),
});

export const censusRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, readLog } = casework;

  app.get('/api/census', { schema: { querystring: censusQuery } }, async (request): Promise<CensusView> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    const { after, limit } = request.query;
    assertCursor(after);
    const reading = await readCensus(casework, me.tenant, filterOf(request.query, now, me), after, limit);
    await readLog.record(
      { tenantId: me.tenant.tenantId },
      {
        readId: environment.newId(),
        userId: me.user.userId,
        purpose: 'utilizationReview',
        what: 'workList',
        at: now,
      },
    );
    return reading;
  });
};
