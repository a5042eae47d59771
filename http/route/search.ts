import { withOwnCriteria } from '@openum/casework/ownCriteria/knowledge.ts';
import { searchEverything } from '@openum/casework/search/search.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import {
  type DiagnosisHit,
  type MemberHit,
  type ProviderHit,
  type ReasonHit,
  type ServiceHit,
  searchQuery,
  type UserHit,
} from '../contract/request.ts';
import { everythingQuery, type SearchView } from '../contract/search.ts';
import type { HttpDeps } from '../deps.ts';
import { memberHit, providerHit, serviceHit } from './hits.ts';

const matches = (words: readonly string[], text: string): boolean => words.every((w) => text.toLowerCase().includes(w));
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '');

export const searchRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment, register, knowledge, readLog } = casework;

  app.get('/api/search', { schema: { querystring: everythingQuery } }, async (request): Promise<SearchView> => {
    const me = await signedIn(identity, environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    const found = await searchEverything(casework, scope, request.query.text, request.query.limit);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'search',
      what: 'memberSearch',
      at: environment.now(),
    });
    return { ...found, members: found.members.map(memberHit), providers: found.providers.map(providerHit) };
  });

  app.get('/api/members', { schema: { querystring: searchQuery } }, async (request): Promise<readonly MemberHit[]> => {
    const me = await signedIn(identity, environment.now(), request);
    const scope = { tenantId: me.tenant.tenantId };
    const found = await register.searchMembers(scope, request.query.text, request.query.limit);
    await readLog.record(scope, {
      readId: environment.newId(),
      userId: me.user.userId,
      purpose: 'search',
      what: 'memberSearch',
      at: environment.now(),
    });
    return found.map(memberHit);
  });

  app.get(
    '/api/providers',
    { schema: { querystring: searchQuery } },
    async (request): Promise<readonly ProviderHit[]> => {
      const me = await signedIn(identity, environment.now(), request);
      const found = await register.searchProviders(
        { tenantId: me.tenant.tenantId },
        request.query.text,
        request.query.limit,
      );
      return found.map(providerHit);
    },
  );

  app.get(
    '/api/services',
    { schema: { querystring: searchQuery } },
    async (request): Promise<readonly ServiceHit[]> => {
      const { tenant } = await signedIn(identity, environment.now(), request);
      const words = wordsOf(request.query.text);
      const own = await withOwnCriteria(casework, { tenantId: tenant.tenantId });
      const today = dateInZone(environment.now(), tenant.zone);
      return knowledge.services.services
        .filter((s) => matches(words, `${s.code} ${s.label} ${s.category}`))
        .slice(0, request.query.limit)
        .map((s) => serviceHit(s, own.knowledge, today));
    },
  );

  app.get(
    '/api/diagnoses',
    { schema: { querystring: searchQuery } },
    async (request): Promise<readonly DiagnosisHit[]> => {
      await signedIn(identity, environment.now(), request);
      const words = wordsOf(request.query.text);
      return knowledge.diagnoses.filter((d) => matches(words, `${d.code} ${d.label}`)).slice(0, request.query.limit);
    },
  );

  app.get('/api/decision-reasons', async (request): Promise<readonly ReasonHit[]> => {
    await signedIn(identity, environment.now(), request);
    return [...knowledge.notices.decisionReasons.values()].map(({ code, label, reasonClass }) => ({
      code,
      label,
      reasonClass,
    }));
  });

  const userQuery = z.object({ role: z.string().max(40).optional() });
  app.get('/api/users', { schema: { querystring: userQuery } }, async (request): Promise<readonly UserHit[]> => {
    const me = await signedIn(identity, environment.now(), request);
    const { role } = request.query;
    const users = await identity.users({ tenantId: me.tenant.tenantId });
    return users
      .filter((u) => u.active && (role === undefined || u.roles.some((r) => r === role)))
      .map(({ userId, name, roles }) => ({ userId, name, roles }));
  });
};
