import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { OwnRequestRow } from '@openum/http/contract/portal.ts';
import { Link } from '@tanstack/react-router';
import { DueTime } from '../app/DueTime.tsx';
import { date, dayOf } from '../app/format.ts';
import { UrgencyBadge } from '../app/StatusBadge.tsx';
import css from './portal.module.css';
import { RequestStatusBadge } from './RequestStatusBadge.tsx';

const Row = ({ row, zone }: { readonly row: OwnRequestRow; readonly zone: ZoneId }) => (
  <tr>
    <td>
      <RequestStatusBadge status={row.status} outcomes={row.outcomes} />
    </td>
    <th scope="row">
      <Link to="/requests/$caseId" params={{ caseId: row.caseId }} className={css.rowLink}>
        {row.memberName}
      </Link>
      <div className={css.quiet}>
        {date(row.memberBirthDate)} · {row.memberNumber}
      </div>
    </th>
    <td>
      {row.serviceSummary}
      <div className={css.quiet}>{row.requestingProviderName}</div>
    </td>
    <td>
      {row.caseNumber}
      <div className={css.quiet}>Sent {dayOf(row.receivedAt, zone)}</div>
    </td>
    <td>
      {row.dueAt ? (
        <>
          <DueTime dueAt={row.dueAt} zone={zone} />
          <span className={css.narrowOnly}> until the plan must answer</span>
        </>
      ) : (
        <span className={css.quiet}>{row.status === 'decided' ? 'Given' : 'None due'}</span>
      )}
      {row.urgency === 'expedited' && (
        <div>
          <UrgencyBadge urgency="expedited" />
        </div>
      )}
    </td>
  </tr>
);

export const RequestTable = ({ rows, zone }: { readonly rows: readonly OwnRequestRow[]; readonly zone: ZoneId }) => (
  <table className={css.list}>
    <caption className="um-hidden">Requests, newest first</caption>
    <thead>
      <tr>
        <th scope="col">Status</th>
        <th scope="col">Member</th>
        <th scope="col">Service, requested by</th>
        <th scope="col">Case</th>
        <th scope="col">Plan's answer</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <Row key={row.caseId} row={row} zone={zone} />
      ))}
    </tbody>
  </table>
);
