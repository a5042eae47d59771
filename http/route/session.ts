import type { PracticeActing } from '@openum/casework/practice/acting.ts';
import { openPractices } from '@openum/casework/practice/grant/open.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { whereAtWork } from '../auth/atPractice.ts';
import { hashPassword, verifyPassword } from '../auth/password.ts';
import type { SignedIn } from '../auth/session.ts';
import { actorOf, openSession, sessionCookie } from '../auth/session.ts';
import { tokenHash } from '../auth/token.ts';
import { type SessionView, signInBody } from '../contract/session.ts';
import type { HttpDeps } from '../deps.ts';
import { problem } from '../problem/problem.ts';

type Where = Pick<Awaited<ReturnType<typeof whereAtWork>>, 'open' | 'elsewhere'>;

const openTo = ({ open }: Where): Pick<SessionView, 'open'> =>
  open.length === 0 ? {} : { open: open.map(({ practice: { tenantId, name } }) => ({ tenantId, name })) };

const viewElsewhere = (home: SignedIn, { practice, actor }: PracticeActing, where: Where): SessionView => ({
  user: { userId: home.user.userId, name: actor.name, email: home.user.email, roles: actor.roles },
  tenant: { tenantId: practice.tenantId, name: practice.name, kind: practice.kind, zone: practice.zone },
  home: { tenantId: home.tenant.tenantId, name: home.tenant.name },
  ...openTo(where),
});

const view = ({ user, tenant }: Pick<SignedIn, 'user' | 'tenant'>, where: Where): SessionView => ({
  user: {
    userId: user.userId,
    name: user.name,
    email: user.email,
    roles: user.roles,
    ...(user.qualification ? { qualification: user.qualification } : {}),
  },
  tenant: { tenantId: tenant.tenantId, name: tenant.name, kind: tenant.kind, zone: tenant.zone },
  ...openTo(where),
});

export const sessionRoutes = (fastify: FastifyInstance, { casework }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const { identity, environment } = casework;
  // Verified against when there is no such user, so that the time taken does not tell whether there is one.
  const decoy = hashPassword('no user has this password');

  app.post(
    '/api/session',
    {
      schema: { body: signInBody },
      config: {
        // For each account from each address: a shared desk may sign in many people, nobody may try many passwords.
        rateLimit: {
          max: 10,
          timeWindow: '1 minute',
          hook: 'preHandler',
          keyGenerator: (r: FastifyRequest) => `sign-in ${r.ip} ${(r.body as { email: string }).email.toLowerCase()}`,
        },
      },
    },
    async (request, reply) => {
      const found = await identity.userForSignIn(request.body.email);
      const right = await verifyPassword(request.body.password, found?.passwordHash ?? (await decoy));
      if (!found?.user.active || !right) throw problem(401, 'signInFailed', 'E-mail or password is not right.');
      const tenant = await identity.tenant({ tenantId: found.user.tenantId });
      if (!tenant) throw problem(401, 'signInFailed', 'E-mail or password is not right.');
      await openSession(identity, found.user, environment.now(), reply);
      const actor = actorOf(found.user);
      const open = await openPractices(casework, { tenant, actor }, environment.now());
      return view({ user: found.user, tenant }, { open, elsewhere: undefined });
    },
  );

  app.get('/api/session', async (request) => {
    const { home, ...where } = await whereAtWork(casework, request);
    return where.elsewhere ? viewElsewhere(home, where.elsewhere, where) : view(home, where);
  });

  app.delete('/api/session', async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token) await identity.closeSession(tokenHash(token));
    reply.clearCookie(sessionCookie, { path: '/' });
    return reply.code(204).send();
  });
};
