import { Anchor } from '@mantine/core';
import type { ArrivalRow } from '@openum/http/contract/intake.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { ago, moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { UrgencyBadge } from '../app/StatusBadge.tsx';
import { channelWord } from '../app/words.ts';
import { stateTone, stateWord } from './words.ts';

/** A case opens as a case; a message that made none opens beside the form. */
const Open = ({ row }: { readonly row: ArrivalRow }) => {
  const caseId = row.caseId ?? row.settled?.caseId;
  const label = row.caseNumber ?? (caseId ? 'Open its case' : row.state === 'waiting' ? 'Enter it' : 'Look at it');
  return caseId ? (
    <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>{label}</Anchor>
  ) : (
    <Anchor renderRoot={(props) => <Link {...props} to="/intake/$messageId" params={{ messageId: row.messageId }} />}>
      {label}
    </Anchor>
  );
};

const Row = ({ row, now }: { readonly row: ArrivalRow; readonly now: number }) => {
  const { zone } = useSession();
  return (
    <tr>
      <td>
        <span className="um-chip" data-tone={stateTone[row.state]}>
          {stateWord[row.state]}
        </span>
        {row.urgency === 'expedited' && (
          <div>
            <UrgencyBadge urgency={row.urgency} />
          </div>
        )}
      </td>
      <td>
        {ago(row.receivedAt, now)}
        <div className="um-quiet">{moment(row.receivedAt, zone)}</div>
        <div className="um-quiet">{channelWord[row.channel]}</div>
      </td>
      <td>
        <div className="um-intake-number">
          <Open row={row} />
        </div>
        <div>{row.memberName ?? 'Member not known'}</div>
        {row.memberNumber && <div className="um-quiet">{row.memberNumber}</div>}
      </td>
      <td>
        {row.serviceSummary ?? (row.state === 'waiting' ? 'Not read yet' : 'No service could be read')}
        <div className="um-quiet">{row.senderName ?? 'Sender not named'}</div>
      </td>
      <td className="um-intake-missing">
        {row.settled ? (
          <>
            {row.settled.reason ?? 'Entered as a case'}
            <div className="um-quiet">
              {row.settled.by.name}, {moment(row.settled.at, zone)}
            </div>
          </>
        ) : (
          row.missing.map((m) => <div key={m}>{m}</div>)
        )}
      </td>
      <td>
        {row.ownerName ?? <span className="um-quiet">Nobody yet</span>}
        {row.nextDueAt && (
          <div>
            <DueTime dueAt={row.nextDueAt} zone={zone} focusable />
          </div>
        )}
      </td>
    </tr>
  );
};

export const ArrivalTable = ({ rows }: { readonly rows: readonly ArrivalRow[] }) => {
  const now = useNow();
  return (
    <table className="um-intake-table">
      <thead>
        <tr>
          {['State', 'Received', 'Member', 'Service and sender', 'What is missing', 'Owner and due'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <Row key={r.messageId} row={r} now={now} />
        ))}
      </tbody>
    </table>
  );
};
