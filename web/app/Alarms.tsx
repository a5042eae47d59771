import { ActionIcon, Button, Popover, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTold } from './news.ts';
import { ToldList } from './ToldList.tsx';

const shown = 20;

/** A bell with the unread: deadlines that near their end, and what happened to one's cases. */
export const Alarms = () => {
  const [open, setOpen] = useState(false);
  const { rows, unread, markRead } = useTold();
  const count = unread === 1 ? '1 unread notification' : `${unread} unread notifications`;

  return (
    <>
      <span role="status" className="um-hidden">
        {unread > 0 && count}
      </span>
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <ActionIcon
            className="um-bell"
            aria-label={unread > 0 ? `Notifications, ${count}` : 'Notifications'}
            onClick={() => setOpen(!open)}
          >
            <IconBell size={18} aria-hidden stroke={1.6} />
            {unread > 0 && (
              <span className="um-bell-count" aria-hidden>
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label="Notifications" maw="calc(100vw - 1rem)">
          <div className="um-alarms-head">
            <Text size="sm" fw={600} component="h2">
              Notifications
            </Text>
            <Button variant="subtle" size="compact-xs" disabled={unread === 0} onClick={() => void markRead(rows)}>
              Mark all as read
            </Button>
          </div>
          {rows.length === 0 ? (
            <Text size="sm" p="sm">
              Nothing yet: no deadline of yours has come near its end, and nothing happened to your cases.
            </Text>
          ) : (
            <ToldList
              rows={rows.slice(0, shown)}
              onOpen={(row) => {
                setOpen(false);
                void markRead([row]);
              }}
            />
          )}
          <div className="um-alarms-foot">
            <Link to="/notifications" search={{}} onClick={() => setOpen(false)}>
              All notifications, and what to be told
            </Link>
          </div>
        </Popover.Dropdown>
      </Popover>
    </>
  );
};
