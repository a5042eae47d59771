import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { deskRoutes } from './route/desk.ts';
import { practiceRoutes } from './route/practice.ts';
import { openRoutes, root, sharedRoutes, shell } from './route/shell.tsx';
import { NotFound, PageError } from './states.tsx';

/** Plain `?a=b` pairs: an address can be read, shared and typed. */
const parseSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text));

const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (typeof value === 'string' && value) params.set(key, value);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

export const makeRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([...openRoutes, shell.addChildren([...sharedRoutes, deskRoutes, practiceRoutes])]),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    parseSearch,
    stringifySearch,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
