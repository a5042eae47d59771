import type { Acting } from '@openum/casework/case/act.ts';
import { answerAsGuest, type Entered, enterGuest, greetGuest } from '@openum/casework/peerToPeer/guest.ts';
import { linksOf, makeLink, revokeLink } from '@openum/casework/peerToPeer/guestLink.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import {
  type GuestGreeting,
  type GuestView,
  guestAnswerBody,
  linkBody,
  linkParams,
  type MadeLink,
  newLinkBody,
  type PeerToPeerLink,
  secondFactorBody,
} from '../contract/guest.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

const caseParams = z.object({ caseId: z.uuid() });

const gone = () => problem(404, 'notFound', 'This link has ended or never was. Call the plan.');

const viewOf = (entered: Entered): GuestView => {
  switch (entered.kind) {
    case 'in':
      return entered.view;
    case 'gone':
      throw gone();
    case 'locked':
      throw problem(429, 'tooManyRequests', 'Too many wrong entries. The link is locked; call the plan for another.');
    case 'wrong':
      throw problem(
        401,
        'signInFailed',
        `The NPI or the date of birth is not right. Tries left: ${Math.max(0, entered.triesLeft)}.`,
      );
    default: {
      const never: never = entered;
      return never;
    }
  }
};

/** The link of a clinician without an account, and the desk's side of it. */
export const guestRoutes = (fastify: FastifyInstance, { casework, baseUrl }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = casework.environment.now();
    const { tenant, actor } = await signedIn(casework.identity, now, request);
    return { casework, tenant, actor, now };
  };
  const linksPath = '/api/cases/:caseId/peer-to-peer-links';

  app.get(linksPath, { schema: { params: caseParams } }, async (request): Promise<readonly PeerToPeerLink[]> => {
    return linksOf(await acting(request), request.params.caseId);
  });

  app.post(linksPath, { schema: { params: caseParams, body: newLinkBody } }, async (request): Promise<MadeLink> => {
    const token = newToken();
    const path = `/p2p/${token}`;
    const { offerId, mail } = request.body;
    const address = mail ? `${baseUrl()}${path}` : undefined;
    const made = await makeLink(await acting(request), request.params.caseId, offerId, tokenHash(token), address);
    if (isRefusal(made)) throw refusalProblem(made);
    return { path, ...made };
  });

  app.post(
    `${linksPath}/revoke`,
    { schema: { params: caseParams, body: linkBody } },
    async (request): Promise<readonly PeerToPeerLink[]> => {
      const me = await acting(request);
      const refused = await revokeLink(me, request.params.caseId, request.body.offerId);
      if (refused) throw refusalProblem(refused);
      return linksOf(me, request.params.caseId);
    },
  );

  const limited = { rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

  app.get(
    '/api/p2p/:token',
    { schema: { params: linkParams }, config: limited },
    async (request): Promise<GuestGreeting> => {
      const greeting = await greetGuest(casework, tokenHash(request.params.token));
      if (!greeting) throw gone();
      return greeting;
    },
  );

  app.post(
    '/api/p2p/:token/open',
    { schema: { params: linkParams, body: secondFactorBody }, config: limited },
    async (request): Promise<GuestView> =>
      viewOf(await enterGuest(casework, tokenHash(request.params.token), request.body)),
  );

  app.post(
    '/api/p2p/:token/answer',
    { schema: { params: linkParams, body: guestAnswerBody }, config: limited },
    async (request): Promise<GuestView> => {
      const { answer, ...factor } = request.body;
      const answered = await answerAsGuest(casework, tokenHash(request.params.token), factor, answer);
      if (isRefusal(answered)) throw refusalProblem(answered);
      return viewOf(answered);
    },
  );
};
