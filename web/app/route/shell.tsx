import type { SessionView } from '@openum/http/contract/session.ts';
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { readAdmissionSearch } from '../../admission/search.ts';
import { sessionQuery } from '../../api/session.ts';
import { readModelSearch, readQuestionsSearch, readShownSearch } from '../../model/search.ts';
import { readEntrySearch } from '../../request/entrySearch.ts';
import { SignInPage } from '../../signIn/SignInPage.tsx';
import { startPage, type TenantKind } from '../nav.ts';
import { Shell } from '../Shell.tsx';
import { NotFound, Unreachable } from '../states.tsx';
import { rolesShown } from '../workingRole.ts';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <main>
      <NotFound />
    </main>
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search.next === 'string' ? { next: search.next } : {},
  component: SignInPage,
});

/** For clinicians without an account; the token is their way in. */
const guest = createRoute({
  getParentRoute: () => root,
  path: '/p2p/$token',
  component: lazyRouteComponent(() => import('../../peerToPeer/GuestPage.tsx'), 'GuestPage'),
});

/** For providers without an account who were asked for information. */
const ask = createRoute({
  getParentRoute: () => root,
  path: '/ask/$token',
  component: lazyRouteComponent(() => import('../../information/AskPage.tsx'), 'AskPage'),
});

/** Everything that only signed-in people see. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    return { session };
  },
  component: Shell,
  errorComponent: Unreachable,
});

const startOf = ({ user, tenant, home, open }: SessionView) =>
  open && !home ? '/practice/many' : startPage({ kind: tenant.kind, roles: rolesShown(user) });

/** The desk is the plan's, the portal the practices'; an address of the other leads to the own start page. */
export const onlyFor =
  (kind: TenantKind) =>
  ({ context: { session } }: { context: { session: SessionView } }): void => {
    if (session.tenant.kind !== kind) throw redirect({ to: startOf(session), search: {} });
  };

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: startOf(context.session), search: {} });
  },
});

const admission = createRoute({
  getParentRoute: () => shell,
  path: '/admission',
  validateSearch: readAdmissionSearch,
  component: lazyRouteComponent(() => import('../../admission/AdmissionPage.tsx'), 'AdmissionPage'),
});

const newRequest = createRoute({
  getParentRoute: () => shell,
  path: '/new-request',
  validateSearch: readEntrySearch,
  component: lazyRouteComponent(() => import('../../request/NewRequestPage.tsx'), 'NewRequestPage'),
});

const model = createRoute({
  getParentRoute: () => shell,
  path: '/model',
  validateSearch: readModelSearch,
  component: lazyRouteComponent(() => import('../../model/ModelPage.tsx'), 'ModelPage'),
});

const questions = createRoute({
  getParentRoute: () => shell,
  path: '/model/questions',
  validateSearch: readQuestionsSearch,
  component: lazyRouteComponent(() => import('../../model/QuestionsPage.tsx'), 'QuestionsPage'),
});

const shownSuggestions = createRoute({
  getParentRoute: () => shell,
  path: '/model/suggestions',
  validateSearch: readShownSearch,
  component: lazyRouteComponent(() => import('../../model/ShownPage.tsx'), 'ShownPage'),
});

const disagreement = createRoute({
  getParentRoute: () => shell,
  path: '/model/disagreement',
  validateSearch: readModelSearch,
  component: lazyRouteComponent(() => import('../../model/DisagreementPage.tsx'), 'DisagreementPage'),
});

/** Pages without a sign-in. */
export const openRoutes = [signIn, guest, ask] as const;

/** Pages of every organization. */
export const sharedRoutes = [start, admission, newRequest, model, questions, shownSuggestions, disagreement] as const;
