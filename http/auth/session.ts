import '@fastify/cookie';
import type { Identity, Tenant, User } from '@openum/casework/port/identity.ts';
import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problem/problem.ts';
import { newToken, tokenHash } from './token.ts';

export const sessionCookie = 'openum_session';
/** Automatic logoff (45 CFR 164.312(a)(2)(iii)). */
const sessionHours = 12;

export type SignedIn = { readonly user: User; readonly tenant: Tenant; readonly actor: PersonActor };

export const actorOf = (user: User): PersonActor => ({
  kind: 'person',
  userId: user.userId,
  name: user.name,
  roles: user.roles,
  ...(user.qualification ? { qualification: user.qualification } : {}),
});

export const openSession = async (identity: Identity, user: User, now: Instant, reply: FastifyReply): Promise<void> => {
  const token = newToken();
  const expiresAt = addElapsed(now, { hours: sessionHours });
  await identity.openSession({
    sessionHash: tokenHash(token),
    userId: user.userId,
    tenantId: user.tenantId,
    expiresAt,
  });
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: sessionHours * 3600,
  });
};

/** The person behind a request, or a 401. Reads the session each time, so that a closed one ends at once. */
export const signedIn = async (identity: Identity, now: Instant, request: FastifyRequest): Promise<SignedIn> => {
  const token = request.cookies[sessionCookie];
  const user = token ? await identity.session(tokenHash(token), now) : undefined;
  const tenant = user ? await identity.tenant({ tenantId: user.tenantId }) : undefined;
  if (!user?.active || !tenant) throw problem(401, 'signInRequired', 'Sign in to go on.');
  return { user, tenant, actor: actorOf(user) };
};
