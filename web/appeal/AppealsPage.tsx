import './appeal.css';
import '../peerToPeer/peerToPeer.css';
import '../workList/work.css';
import { Anchor, Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import type { AppealsAnswer } from '@openum/http/contract/appeal.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { serverNow } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { count, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { UrgencyBadge } from '../app/StatusBadge.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { lineOfBusinessShort } from '../app/words.ts';
import { AppealChip } from './Chip.tsx';
import { useAppealList } from './queries.ts';
import { type AppealsSearch, readAppealsSearch } from './search.ts';
import { statusText } from './statusTone.ts';

type Row = AppealsAnswer['rows'][number];

const AppealRow = ({ row }: { readonly row: Row }) => {
  const { zone } = useSession();
  return (
    <tr>
      <td>
        <AppealChip status={row.status} />
        {row.urgency === 'expedited' && (
          <div>
            <UrgencyBadge urgency="expedited" />
          </div>
        )}
        {row.aidContinuing && <div className="um-appeal-quiet">Care goes on</div>}
      </td>
      <td>
        {row.dueAt ? (
          <>
            <DueTime dueAt={row.dueAt} zone={zone} {...(row.dueRuleId ? { ruleId: row.dueRuleId } : {})} focusable />
            {row.status === 'withExternalBody' && <div className="um-appeal-quiet">Answer from outside</div>}
            {!row.open && <div className="um-appeal-quiet">Care may end</div>}
          </>
        ) : row.decidedAt ? (
          <span className="um-appeal-quiet">Ended {moment(row.decidedAt, zone)}</span>
        ) : (
          <span className="um-appeal-quiet">No clock runs</span>
        )}
      </td>
      <td>
        <Anchor
          renderRoot={(props) => (
            <Link
              {...props}
              to="/cases/$caseId/appeals"
              params={{ caseId: row.caseId }}
              search={{ appeal: row.appealId }}
            />
          )}
        >
          {row.kind === 'appeal' ? row.number : `Reconsideration, ${row.caseNumber}`}
        </Anchor>
        <div>{row.levelName}</div>
      </td>
      <td>
        {row.memberName}
        <div className="um-appeal-quiet">
          {row.caseNumber}, {lineOfBusinessShort[row.lineOfBusiness]}
        </div>
      </td>
      <td>
        {row.service}
        <div className="um-appeal-quiet">
          {row.stage}, denied{' '}
          {row.reasonClass === 'medicalNecessity' ? 'for medical necessity' : 'on an administrative ground'}
        </div>
      </td>
      <td>
        {row.filedBy}
        <div className="um-appeal-quiet">{moment(row.receivedAt, zone)}</div>
      </td>
      <td>{row.reviewerName ?? (row.body === 'plan' ? 'Nobody yet' : 'Outside the plan')}</td>
    </tr>
  );
};

const dueWithin = (due: AppealsSearch['due'], now: Instant): Instant | undefined =>
  due === undefined ? undefined : addElapsed(now, { hours: due === 'today' ? 24 : 24 * 7 });

/** To the minute, so that the same wish is asked for once. */
const roundedNow = (): Instant => {
  const ms = serverNow();
  return new Date(ms - (ms % 60_000)).toISOString() as Instant;
};

const Filters = ({
  search,
  first,
  go,
}: {
  readonly search: AppealsSearch;
  readonly first: AppealsAnswer | undefined;
  readonly go: (s: AppealsSearch) => void;
}) => {
  const [text, setText] = useState(search.text ?? '');
  useEffect(() => {
    if (text === (search.text ?? '')) return;
    const timer = setTimeout(() => go(readAppealsSearch({ ...search, text })), 300);
    return () => clearTimeout(timer);
  }, [text, search, go]);
  const set = (part: Record<string, string>) => go(readAppealsSearch({ ...search, ...part }));
  const filtered = Object.keys(search).some((k) => k !== 'list');
  return (
    <search className="um-appeal-filters">
      <TextInput
        label="Find"
        placeholder="Member, case or appeal number"
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <NativeSelect label="State" value={search.status ?? ''} onChange={(e) => set({ status: e.currentTarget.value })}>
        <option value="">Any</option>
        {Object.entries(first?.statuses ?? {}).map(([status, n]) => (
          <option key={status} value={status}>
            {statusText(status as Row['status'])} ({n})
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label="Level" value={search.level ?? ''} onChange={(e) => set({ level: e.currentTarget.value })}>
        <option value="">Any</option>
        {(first?.levels ?? []).map((l) => (
          <option key={l.levelId} value={l.levelId}>
            {l.name} ({l.levelId})
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label="Line" value={search.line ?? ''} onChange={(e) => set({ line: e.currentTarget.value })}>
        <option value="">Any</option>
        {linesOfBusiness.map((l) => (
          <option key={l} value={l}>
            {lineOfBusinessShort[l]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label="Pace" value={search.pace ?? ''} onChange={(e) => set({ pace: e.currentTarget.value })}>
        <option value="">Any</option>
        <option value="expedited">Expedited</option>
        <option value="standard">Standard</option>
      </NativeSelect>
      <NativeSelect label="Due" value={search.due ?? ''} onChange={(e) => set({ due: e.currentTarget.value })}>
        <option value="">Any time</option>
        <option value="today">Within 24 hours</option>
        <option value="week">Within 7 days</option>
      </NativeSelect>
      {filtered && (
        <Button
          variant="subtle"
          onClick={() => {
            setText('');
            go(search.list ? { list: search.list } : {});
          }}
        >
          Clear
        </Button>
      )}
    </search>
  );
};

/** Every appeal of the plan: what is due first, at whichever level. */
export const AppealsPage = () => {
  const search = useSearch({ from: '/shell/desk/appeals' });
  const navigate = useNavigate();
  const [now] = useState(roundedNow);
  const list = useAppealList(search, dueWithin(search.due, now));
  const go = (next: AppealsSearch) => void navigate({ to: '/appeals', search: next, replace: true });
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  return (
    <Page
      title="Appeals"
      actions={
        <div className="um-talk-numbers">
          <SegmentedControl
            aria-label="Which appeals"
            value={search.list ?? 'open'}
            onChange={(v) => go(readAppealsSearch({ ...search, status: '', list: v }))}
            data={[
              { value: 'open', label: 'Open' },
              { value: 'over', label: 'Ended' },
              { value: 'all', label: 'All' },
            ]}
          />
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/appeals/rates" search={{}} />}>
            Overturn rates
          </Button>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/appeals/reporting-lines" />}>
            Who works under whom
          </Button>
        </div>
      }
    >
      <Filters search={search} first={first} go={go} />
      {list.isError && <FailedState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows label="Loading the appeals" />}
      {first && rows.length === 0 && (
        <EmptyState title={Object.keys(search).length > 0 ? 'No appeal in this list' : 'No appeal is open'}>
          An appeal is filed on the page of its case, or by the practice at the portal. It stands here until it has
          ended.
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['State', 'Due', 'Appeal', 'Member', 'Service', 'Filed by', 'Reviewer'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <AppealRow key={`${r.caseId} ${r.appealId}`} row={r} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > 0 && (
        <p className="um-appeal-quiet" role="status">
          {count(rows.length, 'appeal')} shown{list.hasNextPage ? ', more behind them' : ''}.{' '}
          {list.hasNextPage && (
            <Button
              size="compact-sm"
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              Show more
            </Button>
          )}
        </p>
      )}
    </Page>
  );
};
