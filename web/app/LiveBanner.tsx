import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { reconnectLive, useLiveStatus } from '../api/live.ts';

/** A line that drops for a moment is nobody's concern. */
const patienceMs = 3_000;

/** Says that what is on the screen may be out of date, and how to catch up. */
export const LiveBanner = () => {
  const status = useLiveStatus();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (status !== 'lost') {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [status]);
  return (
    <div role="status" className="um-live">
      {shown && (
        <Group gap="sm" px="md" py={6} className="um-live-lost" data-tone="waiting">
          <IconPlugConnectedX size={16} aria-hidden />
          <Text size="sm" component="span">
            No live updates: the connection is lost. What you see may be out of date.
          </Text>
          <Button variant="default" size="compact-xs" onClick={reconnectLive}>
            Reconnect now
          </Button>
        </Group>
      )}
    </div>
  );
};
