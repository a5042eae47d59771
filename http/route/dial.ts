import type { Acting } from '@openum/casework/case/act.ts';
import { libraryEntry } from '@openum/casework/criteria/library.ts';
import { actOnDial, type DialAct, readDial } from '@openum/casework/dial/dial.ts';
import { withOwnCriteria } from '@openum/casework/ownCriteria/knowledge.ts';
import type { ProviderHistory } from '@openum/casework/port/dialLog.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { type Dial, dialRoles } from '@openum/domain/dial/dial.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { assertHolds } from '../auth/role.ts';
import { signedIn } from '../auth/session.ts';
import { type DialView, dialActBody, historyQuery } from '../contract/dial.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

/** What approves by itself and who is exempt: open to everybody of the plan, changed by two people. */
export const dialRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, dialLog } = casework;
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = environment.now();
    const { tenant, actor } = await signedIn(identity, now, request);
    if (tenant.kind !== 'plan') throw problem(403, 'roleMissing', 'This page belongs to a plan.');
    return { casework, tenant, actor, now };
  };

  app.get('/api/dial', async (request): Promise<DialView> => {
    const { tenant, now } = await acting(request);
    const scope = { tenantId: tenant.tenantId };
    const today = dateInZone(now, tenant.zone);
    const { knowledge } = await withOwnCriteria(casework, scope);
    const counting = knowledge.criteriaSets.filter(
      (s) => s.effectiveFrom <= today && (s.effectiveTo === undefined || s.effectiveTo >= today),
    );
    return {
      today,
      dial: await readDial(casework, scope),
      settled: Object.fromEntries(await dialLog.settled(scope)),
      criteria: counting
        .map(libraryEntry)
        .map(({ id, name, version, status, autoApproval }) => ({ id, name, version, status, autoApproval })),
    };
  });

  app.get('/api/dial/history', { schema: { querystring: historyQuery } }, async (request): Promise<ProviderHistory> => {
    const now = environment.now();
    const me = await signedIn(identity, now, request);
    assertHolds(me, dialRoles);
    return dialLog.providerHistory({ tenantId: me.tenant.tenantId }, request.query);
  });

  app.post('/api/dial/acts', { schema: { body: dialActBody } }, async (request): Promise<Dial> => {
    const { sequence, act } = request.body;
    const after = await actOnDial(await acting(request), sequence, act as DialAct);
    if (isRefusal(after)) throw refusalProblem(after);
    return after;
  });
};
