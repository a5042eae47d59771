import { criteriaLibrary, librarySet } from '@openum/casework/criteria/library.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import type { CriteriaLibraryView, CriteriaSetView } from '../contract/criteria.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';

/** The library holds no case, and whoever is signed in may read by which rules requests are reviewed (42 CFR 422.101(b)(6)(ii)). */
export const criteriaRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, knowledge } = casework;

  app.get('/api/criteria', async (request): Promise<CriteriaLibraryView> => {
    const now = environment.now();
    const { tenant } = await signedIn(identity, now, request);
    return { today: dateInZone(now, tenant.zone), sets: criteriaLibrary(knowledge) };
  });

  const params = z.object({ setId: z.string().max(80) });
  app.get('/api/criteria/:setId', { schema: { params } }, async (request): Promise<CriteriaSetView> => {
    await signedIn(identity, environment.now(), request);
    const found = librarySet(knowledge, request.params.setId);
    if (!found) throw problem(404, 'notFound', 'There is no such criteria set.');
    return found;
  });
};
