import { criteriaLibrary, librarySet, withWords } from '@openum/casework/criteria/library.ts';
import { listOwnCriteria, ownLibrarySet } from '@openum/casework/ownCriteria/read.ts';
import { isOwnSetId } from '@openum/domain/ownCriteria/check.ts';
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
    const own = await listOwnCriteria({ casework, tenant, now });
    return { today: dateInZone(now, tenant.zone), sets: criteriaLibrary(knowledge), own };
  });

  const params = z.object({ setId: z.string().max(80) });
  app.get('/api/criteria/:setId', { schema: { params } }, async (request): Promise<CriteriaSetView> => {
    const now = environment.now();
    const { tenant } = await signedIn(identity, now, request);
    const { setId } = request.params;
    const own = isOwnSetId(setId) ? await ownLibrarySet({ casework, tenant, now }, setId) : undefined;
    const found = own ? withWords(own, knowledge) : librarySet(knowledge, setId);
    if (!found) throw problem(404, 'notFound', 'There is no such criteria set.');
    return found;
  });
};
