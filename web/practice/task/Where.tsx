import { Anchor } from '@mantine/core';
import type { TaskLine } from '@openum/http/contract/practice/request.ts';
import { Link } from '@tanstack/react-router';

/** Where a task is done. */
export const Where = ({ task, children }: { readonly task: TaskLine; readonly children: string }) => {
  if (task.kind === 'askPayer' && task.payerId)
    return (
      <Anchor
        fw={600}
        renderRoot={(p) => <Link {...p} to="/practice/payers/$payerId" params={{ payerId: task.payerId ?? '' }} />}
      >
        {children}
      </Anchor>
    );
  if (task.kind === 'peerToPeer' || task.kind === 'askPeerToPeer')
    return (
      <Anchor fw={600} renderRoot={(p) => <Link {...p} to="/practice/talks" />}>
        {children}
      </Anchor>
    );
  if (task.kind === 'benefitsDue')
    return (
      <Anchor
        fw={600}
        renderRoot={(p) => (
          <Link {...p} to="/practice/episodes/$episodeId/benefits" params={{ episodeId: task.episodeId }} />
        )}
      >
        {children}
      </Anchor>
    );
  return (
    <Anchor
      fw={600}
      renderRoot={(p) => (
        <Link {...p} to="/practice/episodes/$episodeId/requests" params={{ episodeId: task.episodeId }} />
      )}
    >
      {children}
    </Anchor>
  );
};
