import '../peerToPeer/peerToPeer.css';
import { Anchor, SegmentedControl } from '@mantine/core';
import { answerDueAt, type ReferralStatus, referralStatus } from '@openum/domain/caseManagement/referral.ts';
import type { ReferralsRow, ReferralsView } from '@openum/http/contract/caseManagement.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useCaseChanges } from '../api/live.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { priorityWords, reasonWords, referralStatusWords } from './words.ts';

const Row = ({ row }: { readonly row: ReferralsRow }) => {
  const { zone } = useSession();
  const { referral: r } = row;
  const status = referralStatus(r);
  return (
    <tr>
      <td>
        <span className="um-chip" data-tone={status === 'waiting' ? 'waiting' : 'accent'}>
          {referralStatusWords[status]}
        </span>
        {r.priority === 'urgent' && <div>{priorityWords.urgent}</div>}
      </td>
      <td>
        {status === 'waiting' ? (
          <>
            <DueTime dueAt={answerDueAt(r)} zone={zone} focusable />
            <div>Answer by {moment(answerDueAt(r), zone)}</div>
          </>
        ) : (
          `Since ${moment(r.accepted?.at ?? r.at, zone)}`
        )}
      </td>
      <td>
        <Anchor renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: row.caseId }} />}>
          {row.memberName}
        </Anchor>
        <div>
          {row.memberNumber}, case {row.caseNumber}
        </div>
      </td>
      <td>
        <b>{reasonWords[r.reason]}</b>
        <div>{r.summary}</div>
      </td>
      <td>
        {r.by}
        <div>{moment(r.at, zone)}</div>
      </td>
      <td>{r.accepted?.by.name ?? 'Nobody yet'}</td>
    </tr>
  );
};

/** Members handed from review to case management, the answer due first on top. */
export const TransitionsPage = () => {
  const { actor } = useSession();
  const { list } = useSearch({ from: '/shell/desk/transitions' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const referrals = useQuery({
    queryKey: ['case-management'],
    queryFn: ({ signal }) => get<ReferralsView>('/api/case-management', {}, signal),
  });
  const renew = () => void client.invalidateQueries({ queryKey: ['case-management'] });
  useCaseChanges(renew, renew);
  const all = referrals.data?.rows ?? [];
  const lists: Record<'all' | 'waiting' | 'accepted' | 'mine', readonly ReferralsRow[]> = {
    all,
    waiting: all.filter((r) => referralStatus(r.referral) === ('waiting' satisfies ReferralStatus)),
    accepted: all.filter((r) => referralStatus(r.referral) === ('accepted' satisfies ReferralStatus)),
    mine: all.filter((r) => r.referral.accepted?.by.userId === actor.userId),
  };
  const rows = lists[list ?? 'all'];
  return (
    <Page
      title="Transitions"
      actions={
        <SegmentedControl
          aria-label="Which referrals"
          value={list ?? 'all'}
          onChange={(v) =>
            void navigate({
              to: '/transitions',
              search: v === 'all' ? {} : { list: v as 'waiting' | 'accepted' | 'mine' },
            })
          }
          data={[
            { value: 'all', label: `All ${lists.all.length}` },
            { value: 'waiting', label: `Waiting ${lists.waiting.length}` },
            { value: 'accepted', label: `Under way ${lists.accepted.length}` },
            { value: 'mine', label: `Mine ${lists.mine.length}` },
          ]}
        />
      }
    >
      {referrals.isError && <FailedState error={referrals.error} retry={() => void referrals.refetch()} />}
      {referrals.isPending && <LoadingRows label="Loading the referrals" />}
      {referrals.data && rows.length === 0 && (
        <EmptyState title={list ? 'No referral in this list' : 'No referral is open'}>
          A reviewer refers a member to case management on the page of a case. It stands here until it is closed.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['State', 'When', 'Member', 'Why', 'Referred by', 'Taken by'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <Row key={r.referral.referralId} row={r} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  );
};
