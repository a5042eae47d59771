import './shell.css';
import { AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { connectLive } from '../api/live.ts';
import { LiveBanner } from './LiveBanner.tsx';
import { Mark } from './Mark.tsx';
import { Navigation } from './Navigation.tsx';
import { SessionMenu } from './SessionMenu.tsx';

/** What stands around every page for signed-in people. */
export const Shell = () => {
  const [menuOpen, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (s) => s.location.pathname });
  useEffect(connectLive, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the small-screen menu closes when the page changes
  useEffect(close, [path]);

  return (
    <>
      <a className="um-skip" href="#content">
        Skip to content
      </a>
      <AppShell
        header={{ height: 48 }}
        navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
        padding={0}
        transitionDuration={0}
      >
        <AppShell.Header className="um-header">
          <Group h="100%" px="sm" justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="xs" wrap="nowrap">
              <Burger
                opened={menuOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={menuOpen ? 'Close the menu' : 'Open the menu'}
              />
              <UnstyledButton component={Link} to="/" aria-label="OpenUM, start page">
                <Mark />
              </UnstyledButton>
            </Group>
            <SessionMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className="um-navbar" aria-label="Pages">
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <LiveBanner />
          <Outlet />
        </AppShell.Main>
      </AppShell>
    </>
  );
};
