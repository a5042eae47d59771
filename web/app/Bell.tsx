import { ActionIcon, Button, Popover, Text } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

type Props = {
  readonly title: string;
  /** One of what it counts. */
  readonly one: string;
  readonly unread: number;
  readonly markAll: () => void;
  /** What is said where there is nothing at all. */
  readonly nothing: string | undefined;
  /** What stands below the list. */
  readonly foot: (close: () => void) => ReactNode;
  readonly children: (close: () => void) => ReactNode;
};

/** A bell with the count of what is unread, which opens the list. */
export const Bell = ({ title, one, unread, markAll, nothing, foot, children }: Props) => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const count = unread === 1 ? `1 unread ${one}` : `${unread} unread ${one}s`;
  return (
    <>
      <span role="status" className="um-hidden">
        {unread > 0 && count}
      </span>
      <Popover opened={open} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <ActionIcon
            className="um-bell"
            aria-label={unread > 0 ? `${title}, ${count}` : title}
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
        <Popover.Dropdown p={0} aria-label={title} maw="calc(100vw - 1rem)">
          <div className="um-alarms-head">
            <Text size="sm" fw={600} component="h2">
              {title}
            </Text>
            <Button variant="subtle" size="compact-xs" disabled={unread === 0} onClick={markAll}>
              Mark all as read
            </Button>
          </div>
          {nothing ? (
            <Text size="sm" p="sm">
              {nothing}
            </Text>
          ) : (
            children(close)
          )}
          <div className="um-alarms-foot">{foot(close)}</div>
        </Popover.Dropdown>
      </Popover>
    </>
  );
};
