import { Stack, Text } from '@mantine/core';
import {
  IconClipboardList,
  IconFilePlus,
  IconHeartHandshake,
  IconListDetails,
  IconPhoneCall,
  IconStethoscope,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { useAskedCount } from '../portal/queries.ts';
import { useListTotal } from '../work/counts.ts';
import { type NavPage, navPages, pageClosed } from './nav.ts';

const pages: Record<NavPage, { readonly label: string; readonly Icon: typeof IconListDetails }> = {
  '/work': { label: 'Work list', Icon: IconListDetails },
  '/physician': { label: 'Physician queue', Icon: IconStethoscope },
  '/peer-to-peer': { label: 'Peer-to-peer', Icon: IconPhoneCall },
  '/transitions': { label: 'Transitions', Icon: IconHeartHandshake },
  '/requests': { label: 'My requests', Icon: IconClipboardList },
  '/new-request': { label: 'New request', Icon: IconFilePlus },
};

export const Navigation = () => {
  const { view } = useSession();
  const visitor = { kind: view.tenant.kind, roles: view.user.roles };
  const closed = (page: NavPage) => pageClosed(page, visitor);
  const atDesk = (page: NavPage) => visitor.kind === 'plan' && closed(page) === undefined;
  const asked = useAskedCount(visitor.kind === 'practice' && closed('/requests') === undefined);
  const counts: Record<NavPage, number | undefined> = {
    '/work': useListTotal({ queue: 'clinical' }, atDesk('/work')),
    '/physician': useListTotal({ queue: 'physician' }, atDesk('/physician')),
    '/peer-to-peer': undefined,
    '/transitions': undefined,
    '/requests': asked || undefined,
    '/new-request': undefined,
  };
  return (
    <Stack gap={2} p="xs">
      {navPages(visitor.kind).map((page) => {
        const { label, Icon } = pages[page];
        const why = closed(page);
        const total = counts[page];
        if (why) {
          return (
            // biome-ignore lint/a11y/useValidAnchor: a link that leads nowhere yet stays readable, with its reason
            <a key={page} role="link" aria-disabled="true" tabIndex={0} className="um-nav" data-closed>
              <Icon size={18} aria-hidden stroke={1.6} />
              <span>
                {label}
                <Text component="span" display="block" size="xs" c="dimmed">
                  {why}
                </Text>
              </span>
            </a>
          );
        }
        return (
          <Link key={page} to={page} search={{}} className="um-nav" activeOptions={{ includeSearch: false }}>
            <Icon size={18} aria-hidden stroke={1.6} />
            <span>{label}</span>
            {total !== undefined && (
              <span className="um-nav-count">
                {total}
                <span className="um-hidden">{page === '/requests' ? ' wait for your answer' : ' open cases'}</span>
              </span>
            )}
          </Link>
        );
      })}
    </Stack>
  );
};
