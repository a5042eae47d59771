import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/theme.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem, onSignInRequired } from './api/client.ts';
import { takePracticeFromAddress } from './api/practice.ts';
import { sessionQuery } from './api/session.ts';
import { printInLight } from './app/print.ts';
import { makeRouter } from './app/router.tsx';
import { cssVariables, theme } from './app/theme.ts';

// The domain counts time with Temporal, which not every browser has yet.
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

takePracticeFromAddress();
printInLight(document.documentElement);

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 500),
    },
  },
});
const router = makeRouter(queryClient);

let leaving = false;
onSignInRequired(async () => {
  if (leaving || router.state.location.pathname === '/sign-in') return;
  leaving = true;
  // Pages first, then what they showed: a page without its session would fail before it is gone.
  await router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
  leaving = false;
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
