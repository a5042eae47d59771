import { Anchor } from '@mantine/core';
import type { CensusLine } from '@openum/http/contract/stay.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { count, date, moment } from '../app/format.ts';
import { lineOfBusinessShort, lineOfBusinessWord } from '../app/words.ts';
import { readinessWords } from './words.ts';

const Review = ({ row }: { readonly row: CensusLine }) => {
  const { zone } = useSession();
  const { stay } = row;
  if (stay.review === 'discharged') return 'Discharged';
  if (stay.review === 'closed') return 'Closed';
  return (
    <>
      {stay.reviewDueAt && <DueTime dueAt={stay.reviewDueAt} zone={zone} focusable />}
      {stay.reviewDueAt && <div>{moment(stay.reviewDueAt, zone)}</div>}
      {stay.review === 'pending' && (
        <span className="um-chip" data-tone="accent">
          Decision pending
        </span>
      )}
      {stay.updateAwaited && (
        <span className="um-chip" data-tone="waiting">
          Update awaited
        </span>
      )}
    </>
  );
};

/** One stay of the census. */
export const CensusRow = ({ row }: { readonly row: CensusLine }) => {
  const { zone } = useSession();
  const { case: c, stay } = row;
  const unfunded = row.deliveredDays - row.usedDays;
  return (
    <tr>
      <td>
        <Review row={row} />
      </td>
      <td>
        <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: c.caseId }} />}>
          {c.memberName}
        </Anchor>
        <div>
          {c.memberNumber}, case {c.caseNumber}
        </div>
        <div title={lineOfBusinessWord[c.lineOfBusiness]}>{lineOfBusinessShort[c.lineOfBusiness]}</div>
        {row.coverageEnd.map((owed) => (
          <div key={owed.title} className="um-census-owed">
            {owed.title}
            {owed.dueAt && (
              <>
                {' '}
                <DueTime dueAt={owed.dueAt} zone={zone} focusable /> {moment(owed.dueAt, zone)}
              </>
            )}
          </div>
        ))}
      </td>
      <td>
        {stay.facilityName}
        <div>{row.levelLabel}</div>
      </td>
      <td>
        <span className="um-census-label">Admitted </span>
        {date(stay.admittedOn)}
        {stay.dischargedOn && <div>left {date(stay.dischargedOn)}</div>}
      </td>
      <td>
        {stay.approvedDays} approved, {row.usedDays} used
        {stay.approvedThrough && <div>through {date(stay.approvedThrough)}</div>}
        {unfunded > 0 && <div className="um-census-bad">{count(unfunded, 'day')} without authorization</div>}
      </td>
      <td>
        {stay.readiness ? readinessWords[stay.readiness] : 'Not assessed'}
        {stay.expectedDischargeOn && <div>expected {date(stay.expectedDischargeOn)}</div>}
      </td>
      <td>
        <span className="um-census-label">Owner </span>
        {c.assigneeName ?? 'Nobody'}
      </td>
    </tr>
  );
};
