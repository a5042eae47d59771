import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { requestStatuses } from '@openum/domain/case/requestStatus.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { OwnRequestRow, PortalPlan } from '@openum/http/contract/portal.ts';
import { IconArrowRight, IconFilePlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { count, moment } from '../app/format.ts';
import { pageClosed } from '../app/nav.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import css from './portal.module.css';
import { plansQuery, useAsked, useRequests } from './queries.ts';
import { RequestTable } from './RequestTable.tsx';
import { type RequestsSearch, readRequestsSearch } from './search.ts';
import { requestStatusWord } from './words.ts';

type AskedProps = {
  readonly rows: readonly OwnRequestRow[];
  readonly zone: ZoneId;
  readonly mayAnswer: boolean;
};

const Asked = ({ rows, zone, mayAnswer }: AskedProps) => (
  <section className={css.asked} aria-labelledby="asked" data-tone="waiting">
    <h2 id="asked">{rows.length === 1 ? 'One request waits for you' : `${rows.length} requests wait for you`}</h2>
    <ul className={css.askedList}>
      {rows.map((r) => (
        <li key={r.caseId}>
          <div>
            <b>{r.memberName}</b>, {r.serviceSummary}
            {r.asked && (
              <div>
                The plan asks {count(r.asked.questions, 'question')}. Answer by {moment(r.asked.dueAt, zone)}{' '}
                <span className={css.due}>
                  <DueTime dueAt={r.asked.dueAt} zone={zone} focusable />
                </span>
              </div>
            )}
          </div>
          <Button
            rightSection={<IconArrowRight size={14} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/requests/$caseId" params={{ caseId: r.caseId }} />}
          >
            {mayAnswer ? 'Answer' : 'Open'}
            <span className="um-hidden"> {r.caseNumber}</span>
          </Button>
        </li>
      ))}
    </ul>
  </section>
);

type FilterProps = {
  readonly search: RequestsSearch;
  readonly change: (part: { readonly [K in keyof RequestsSearch]?: string }) => void;
  readonly plans: readonly PortalPlan[];
};

const Filters = ({ search, change, plans }: FilterProps) => {
  const [text, setText] = useState(search.text ?? '');
  const changeText = useDebouncedCallback((next: string) => change({ text: next.trim() }), 250);
  return (
    <search className={css.filters}>
      {plans.length > 1 && (
        <NativeSelect
          aria-label="Plan"
          value={search.plan ?? plans[0]?.planId}
          onChange={(e) => change({ plan: e.currentTarget.value })}
          data={plans.map((p) => ({ value: p.planId, label: p.name }))}
        />
      )}
      <TextInput
        aria-label="Find a request"
        type="search"
        className={css.find}
        placeholder="Member, member number, case or authorization"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
      />
      <NativeSelect
        aria-label="Status"
        value={search.status ?? ''}
        onChange={(e) => change({ status: e.currentTarget.value })}
        data={[
          { value: '', label: 'Every status' },
          ...requestStatuses.map((s) => ({ value: s, label: requestStatusWord[s] })),
        ]}
      />
    </search>
  );
};

/** Requests of the practice, with what is asked of it on top. */
export const RequestsPage = () => {
  const search = useSearch({ from: '/shell/practice/requests' });
  const navigate = useNavigate();
  const { view, zone } = useSession();
  const visitor = { kind: view.tenant.kind, roles: view.user.roles };
  const closed = pageClosed('/requests', visitor);
  const plans = useQuery({ ...plansQuery, enabled: closed === undefined });
  const several = (plans.data?.length ?? 0) > 1;
  const plan = several ? (search.plan ?? plans.data?.[0]?.planId) : undefined;
  const open = (plans.data?.length ?? 0) > 0;
  const list = useRequests({ ...search, ...(plan ? { plan } : {}) }, open);
  const asked = useAsked(plan, open).data?.rows ?? [];
  const rows = list.data?.pages.flatMap((p) => p.rows) ?? [];
  const narrowed = search.status !== undefined || search.text !== undefined;
  const change: FilterProps['change'] = (part) =>
    void navigate({ to: '/requests', search: readRequestsSearch({ ...search, ...part }), replace: true });
  const maySend = pageClosed('/new-request', visitor) === undefined;
  const newRequest = maySend && open && (
    <Button
      leftSection={<IconFilePlus size={15} aria-hidden />}
      renderRoot={(props) => <Link {...props} to="/new-request" />}
    >
      New request
    </Button>
  );

  const content = () => {
    if (closed) return <EmptyState title="Your role does not work on requests">{closed}</EmptyState>;
    const failed = plans.error ?? list.error;
    if (failed && rows.length === 0)
      return <FailedState error={failed} retry={() => void (plans.error ? plans.refetch() : list.refetch())} />;
    if (plans.data?.length === 0)
      return (
        <EmptyState title="No plan has opened its portal to your practice yet">
          Ask the plan's provider relations to add {view.tenant.name} with the NPIs of its providers.
        </EmptyState>
      );
    if (!list.data) return <LoadingRows label="Loading your requests" rows={6} />;
    if (rows.length === 0)
      return narrowed ? (
        <EmptyState
          title="No request fits"
          action={
            <Button variant="default" onClick={() => change({ status: '', text: '' })}>
              Show all requests
            </Button>
          }
        >
          A name is found by how it begins, a number only in full.
        </EmptyState>
      ) : (
        <EmptyState title="You have no requests yet" action={newRequest}>
          What you or your system send to the plan appears here, with its decision and its letters.
        </EmptyState>
      );
    return (
      <>
        <RequestTable rows={rows} zone={zone} />
        {list.hasNextPage && (
          <Button variant="default" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            Show earlier requests
          </Button>
        )}
      </>
    );
  };
  return (
    <Page title="My requests" actions={newRequest}>
      <div className={css.stack}>
        {asked.length > 0 && <Asked rows={asked} zone={zone} mayAnswer={maySend} />}
        {open && (
          <Filters
            key={narrowed ? 'narrowed' : 'all'}
            search={{ ...search, ...(plan ? { plan } : {}) }}
            change={change}
            plans={plans.data ?? []}
          />
        )}
        {content()}
      </div>
    </Page>
  );
};
