import type { Acting } from '@openum/casework/case/act.ts';
import { linksOf, type MadeLink as Made, revokeLink } from '@openum/casework/guestLink/desk.ts';
import type { Entered } from '@openum/casework/guestLink/enter.ts';
import { askAgain } from '@openum/casework/information/again.ts';
import { linkReaders, makeInformationLink } from '@openum/casework/information/guestLink.ts';
import { makeTalkLink } from '@openum/casework/peerToPeer/guestLink.ts';
import { isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { signedIn } from '../auth/session.ts';
import { newToken, tokenHash } from '../auth/token.ts';
import {
  type AskAgainResult,
  type GuestLinks,
  linkBody,
  type MadeLink,
  type NewLinkBody,
  newLinkBody,
} from '../contract/guestLink.ts';
import type { HttpDeps } from '../deps.ts';
import { problem, refusalProblem } from '../problem/problem.ts';

/** Of everything that a bearer of a link may call. */
export const guestLimit = { rateLimit: { max: 30, timeWindow: '1 minute' } } as const;

export const linkGone = () => problem(404, 'notFound', 'This link has ended or never was. Call the plan.');

/** What somebody with the second factor sees. Throws the answer for whoever has not. */
export const admittedView = <V>(entered: Entered<V> | Refusal): V => {
  if (isRefusal(entered)) throw refusalProblem(entered);
  switch (entered.kind) {
    case 'in':
      return entered.view;
    case 'gone':
      throw linkGone();
    case 'locked':
      throw problem(429, 'tooManyRequests', 'Too many wrong entries. The link is locked; call the plan for another.');
    case 'wrong':
      throw problem(
        401,
        'signInFailed',
        `The NPI or the date of birth is not right. Tries left: ${entered.triesLeft}.`,
      );
    default: {
      const never: never = entered;
      return never;
    }
  }
};

/** The page of the browser application that a link opens. */
const pages = { peerToPeer: 'p2p', information: 'ask' } as const satisfies Record<NewLinkBody['about'], string>;

/** The desk's side of links for clinicians without an account. */
export const guestLinkRoutes = (fastify: FastifyInstance, { casework, baseUrl }: HttpDeps): void => {
  const app = fastify.withTypeProvider<ZodTypeProvider>();
  const params = z.object({ caseId: z.uuid() });
  const path = '/api/cases/:caseId/guest-links';

  const acting = async (request: FastifyRequest): Promise<Acting> => {
    const now = casework.environment.now();
    const { tenant, actor } = await signedIn(casework.identity, now, request);
    return { casework, tenant, actor, now };
  };

  const linksFor = async (me: Acting, caseId: string): Promise<GuestLinks> => {
    const providers = await linkReaders(me, caseId);
    if (isRefusal(providers)) throw refusalProblem(providers);
    return { links: await linksOf(me, caseId), providers };
  };

  app.get(
    path,
    { schema: { params } },
    async (request): Promise<GuestLinks> => linksFor(await acting(request), request.params.caseId),
  );

  app.post(path, { schema: { params, body: newLinkBody } }, async (request): Promise<MadeLink> => {
    const token = newToken();
    const { caseId } = request.params;
    const wish = request.body;
    const page = `/${pages[wish.about]}/${token}`;
    const address = wish.mail ? `${baseUrl()}${page}` : undefined;
    const me = await acting(request);
    const made: Made | Refusal =
      wish.about === 'peerToPeer'
        ? await makeTalkLink(me, caseId, wish.subjectId, tokenHash(token), address)
        : await makeInformationLink(
            me,
            caseId,
            { requestId: wish.subjectId, npi: wish.npi },
            tokenHash(token),
            address,
          );
    if (isRefusal(made)) throw refusalProblem(made);
    return { path: page, ...made };
  });

  app.post(`${path}/ask-again`, { schema: { params } }, async (request): Promise<AskAgainResult> => {
    const asked = await askAgain(await acting(request), request.params.caseId, () => {
      const token = newToken();
      return { hash: tokenHash(token), address: `${baseUrl()}/${pages.information}/${token}` };
    });
    if (isRefusal(asked)) throw refusalProblem(asked);
    return asked;
  });

  app.post(`${path}/revoke`, { schema: { params, body: linkBody } }, async (request): Promise<GuestLinks> => {
    const me = await acting(request);
    const { caseId } = request.params;
    const refused = await revokeLink(me, caseId, request.body);
    if (refused) throw refusalProblem(refused);
    return linksFor(me, caseId);
  });
};
