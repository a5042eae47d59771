import { Tooltip } from '@mantine/core';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { UrgencyBadge } from '../app/StatusBadge.tsx';
import { lineOfBusinessShort } from '../app/words.ts';
import { type QueueRow, whyNotOpen, whyNotTake } from './queue.ts';

type Props = { readonly item: QueueRow; readonly open: boolean; readonly onOpen: () => void };

/** One waiting case: what it is, by when, why it came, and whether the reader may decide it. */
export const QueueItem = ({ item, open, onOpen }: Props) => {
  const { actor, zone } = useSession();
  const { row, items, hinges, reason, problem } = item;
  const closed = whyNotOpen(item);
  const barred = item.mine && !item.mine.may ? whyNotTake(item, actor) : undefined;
  return (
    <Tooltip label={closed ?? ''} disabled={!closed} multiline maw={320}>
      <button
        type="button"
        className="um-queue-item"
        data-case={row.caseId}
        aria-current={open}
        {...(closed ? { 'aria-disabled': true } : {})}
        onClick={() => {
          if (!closed) onOpen();
        }}
      >
        <span className="um-queue-head">
          {row.nextDueAt ? <DueTime dueAt={row.nextDueAt} zone={zone} /> : <span>No deadline</span>}
          {row.urgency === 'expedited' && <UrgencyBadge urgency={row.urgency} />}
          <b>{row.caseNumber}</b>
          <span className="um-brief-quiet">{lineOfBusinessShort[row.lineOfBusiness]}</span>
        </span>
        <span>
          {items[0]?.code} {items[0]?.label}
          {items.length > 1 && ` and ${items.length - 1} more`}
        </span>
        <span className="um-brief-quiet">
          {row.memberName}. {row.requestingProviderName}
        </span>
        {hinges.length > 0 ? (
          <span>
            <b>Hinges on:</b> {hinges.slice(0, 2).join('; ')}
            {hinges.length > 2 && ` and ${hinges.length - 2} more`}
          </span>
        ) : (
          reason && <span className="um-queue-reason">{reason}</span>
        )}
        <span className="um-queue-marks">
          <span className="um-chip" data-tone={row.assigneeUserId === actor.userId ? 'accent' : 'quiet'}>
            {row.assigneeUserId === actor.userId ? 'Yours' : (row.assigneeName ?? 'Nobody has it')}
          </span>
          {item.informationOpen && (
            <span className="um-chip" data-tone="waiting">
              Information asked
            </span>
          )}
          {item.talkOpen && (
            <span className="um-chip" data-tone="waiting">
              Peer-to-peer open
            </span>
          )}
        </span>
        {barred && <span className="um-queue-bar">{barred}</span>}
        {problem && <span className="um-queue-bar">No physician found: {problem}.</span>}
      </button>
    </Tooltip>
  );
};
