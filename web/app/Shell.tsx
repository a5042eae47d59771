import './shell.css';
import { ActionIcon, AppShell, Burger, Group, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { connectLive } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { Reminders } from '../practice/reminder/Reminders.tsx';
import { Alarms } from './Alarms.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { useKeys } from './keys.ts';
import { LiveBanner } from './LiveBanner.tsx';
import { Mark } from './Mark.tsx';
import { Navigation } from './Navigation.tsx';
import { Search, SearchButton } from './Search.tsx';
import { SessionMenu } from './SessionMenu.tsx';
import { WhereBar } from './WhereBar.tsx';

/** What stands around every page for signed-in people. */
export const Shell = () => {
  const [menuOpen, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (s) => s.location.pathname });
  const [helpOpen, help] = useDisclosure(false);
  const navigate = useNavigate();
  // The search, its keys and live changes are the desk's; a practice's requests lie at the plan, and their page looks there itself.
  const atDesk = useSession().view.tenant.kind === 'plan';
  useEffect(() => (atDesk ? connectLive() : undefined), [atDesk]);
  useKeys(
    atDesk
      ? {
          '?': help.open,
          'g w': () => void navigate({ to: '/work', search: {} }),
          'g t': () => void navigate({ to: '/peer-to-peer', search: {} }),
          'g p': () => void navigate({ to: '/physician', search: {} }),
          'g d': () => void navigate({ to: '/dashboard', search: {} }),
          'g q': () => void navigate({ to: '/audit', search: {} }),
          'g i': () => void navigate({ to: '/intake', search: {} }),
          'g c': () => void navigate({ to: '/census', search: {} }),
          'g a': () => void navigate({ to: '/appeals', search: {} }),
          'g n': () => void navigate({ to: '/notifications', search: {} }),
        }
      : {},
  );
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
            {atDesk && <SearchButton />}
            <Group gap={4} wrap="nowrap">
              {atDesk && (
                <ActionIcon onClick={help.open} aria-label="Keyboard help" visibleFrom="sm">
                  <IconKeyboard size={18} aria-hidden stroke={1.6} />
                </ActionIcon>
              )}
              {atDesk ? <Alarms /> : <Reminders />}
              <SessionMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className="um-navbar" aria-label="Pages">
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          {atDesk ? <LiveBanner /> : <WhereBar />}
          <Outlet />
        </AppShell.Main>
      </AppShell>
      {atDesk && (
        <>
          <Search />
          <KeyboardHelp opened={helpOpen} close={help.close} />
        </>
      )}
    </>
  );
};
