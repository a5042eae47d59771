import '../practice.css';
import { Alert, Button, Checkbox, TextInput } from '@mantine/core';
import { type GrantableRole, grantableRoles } from '@openum/domain/practiceGrant/grant.ts';
import type { AccessReading } from '@openum/http/contract/practice/access.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem, get } from '../../api/client.ts';
import { newId } from '../../api/command.ts';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { date, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { roleWord } from '../../app/words.ts';
import { Panel } from '../../case/Panel.tsx';
import { usePracticeSend } from '../send.ts';

type Grant = AccessReading['grants'][number];

const accessQuery = queryOptions({
  queryKey: ['practice', 'access'],
  queryFn: ({ signal }) => get<AccessReading>('/api/practice/access', {}, signal),
});

const empty = { email: '', from: '', through: '' };

const GiveForm = ({ today }: { readonly today: string }) => {
  const { post, busy, failure, message } = usePracticeSend();
  const [v, setV] = useState({ ...empty, from: today });
  const [roles, setRoles] = useState<readonly GrantableRole[]>(['utilizationReviewStaff']);
  const [grantId, setGrantId] = useState(newId);
  const problemOf = (path: string) => (failure instanceof ApiProblem ? failure.field(path) : undefined);
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
    error: problemOf(name),
  });
  const why = !v.email.includes('@')
    ? 'Enter the e-mail address with which the person signs in at their own organization.'
    : roles.length === 0
      ? 'Choose at least one role.'
      : !v.from
        ? 'Enter the first day.'
        : undefined;
  const give = async () => {
    const ok = await post('/api/practice/access', {
      grantId,
      email: v.email.trim(),
      roles,
      from: v.from,
      ...(v.through ? { through: v.through } : {}),
    });
    if (!ok) return;
    setV({ ...empty, from: today });
    setGrantId(newId());
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    if (!why) void give();
  };
  return (
    <form className="um-practice-form" aria-label="Give access" onSubmit={submit}>
      <div className="um-practice-fields">
        <TextInput type="email" label="E-mail of the person" autoComplete="off" {...field('email')} />
        <TextInput type="date" label="From" {...field('from')} />
        <TextInput type="date" label="Through (empty: until ended)" {...field('through')} />
      </div>
      <Checkbox.Group
        label="May work as"
        value={[...roles]}
        onChange={(next) => setRoles(grantableRoles.filter((r) => next.includes(r)))}
        error={problemOf('roles')}
      >
        <div className="um-practice-actions" style={{ marginBlockStart: '0.25rem', columnGap: '1.25rem' }}>
          {grantableRoles.map((r) => (
            <Checkbox key={r} value={r} label={roleWord[r]} />
          ))}
        </div>
      </Checkbox.Group>
      <p className="um-practice-quiet" style={{ margin: 0 }}>
        They read and write the record of this practice in these roles, and every look is logged. Level of care and
        discharge stay with your own people.
      </p>
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <ActButton why={why} loading={busy} onClick={() => void give()}>
          Give access
        </ActButton>
        <span className="um-practice-quiet">{why}</span>
      </div>
    </form>
  );
};

const EndForm = ({ grant, close }: { readonly grant: Grant; readonly close: () => void }) => {
  const { post, busy, message } = usePracticeSend();
  const [reason, setReason] = useState('');
  return (
    <form
      className="um-practice-actions"
      aria-label={`End the access of ${grant.to.name}`}
      onSubmit={(e) => {
        e.preventDefault();
        if (reason.trim()) void post(`/api/practice/access/${grant.grantId}/end`, { reason: reason.trim() });
      }}
    >
      <TextInput
        size="xs"
        aria-label="Reason"
        placeholder="Reason"
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <Button
        type="submit"
        size="compact-sm"
        color="red"
        loading={busy}
        {...(reason.trim() ? {} : { 'data-disabled': true, 'aria-disabled': true, title: 'Write the reason.' })}
      >
        End it now
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={close}>
        Cancel
      </Button>
      {message && <span role="alert">{message}</span>}
    </form>
  );
};

const lookWord: Readonly<Partial<Record<Grant['looks'][number]['what'], string>>> = {
  episode: 'an episode',
  workList: 'board or tasks',
  patientSearch: 'a search for a patient',
  report: 'figures or denials',
  document: 'a document',
};

const standing = ({ stands, revoked }: Grant, upcoming: boolean): readonly [string, string] => {
  if (revoked) return ['Ended', 'quiet'];
  if (stands) return ['Open', 'good'];
  return upcoming ? ['To come', 'waiting'] : ['Over', 'quiet'];
};

const GrantItem = ({ grant, today }: { readonly grant: Grant; readonly today: string }) => {
  const { zone } = useSession();
  const [ending, setEnding] = useState(false);
  const upcoming = !grant.revoked && grant.from > today;
  const [word, tone] = standing(grant, upcoming);
  return (
    <li>
      <div className="um-practice-actions">
        <b>{grant.to.name}</b> {grant.to.organization}
        <span className="um-chip" data-tone={tone}>
          {word}
        </span>
        {(grant.stands || upcoming) && !ending && (
          <Button size="compact-sm" variant="default" onClick={() => setEnding(true)}>
            End
          </Button>
        )}
      </div>
      <div>
        {grant.roles.map((r) => roleWord[r]).join(', ')}, {date(grant.from)}{' '}
        {grant.through ? `to ${date(grant.through)}` : 'until ended'}
      </div>
      <div className="um-practice-quiet">
        Given by {grant.grantedBy.name}, {moment(grant.grantedAt, zone)}.
        {grant.revoked &&
          ` Ended by ${grant.revoked.by.name}, ${moment(grant.revoked.at, zone)}: ${grant.revoked.reason}`}
      </div>
      {ending && <EndForm grant={grant} close={() => setEnding(false)} />}
      {grant.looks.length === 0 ? (
        <div className="um-practice-quiet">Has looked at nothing yet.</div>
      ) : (
        <details>
          <summary>Last looked at something {moment(grant.looks[0]?.at ?? grant.grantedAt, zone)}</summary>
          <ol className="um-practice-quiet">
            {grant.looks.map((l, i) => (
              <li key={`${l.at}${i}`}>
                {moment(l.at, zone)}: {lookWord[l.what] ?? l.what}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
};

/** Whom of other organizations the practice lets work on its record: who, as what, from when to when. */
export const AccessPage = () => {
  const { data, error, refetch } = useQuery(accessQuery);
  return (
    <Page title="Access of others">
      {error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : !data ? (
        <LoadingRows label="The accesses are loading" />
      ) : (
        <>
          <div style={{ marginBlockEnd: '0.75rem' }}>
            <GiveForm today={data.today} />
          </div>
          {data.grants.length === 0 ? (
            <EmptyState title="Nobody outside has access">
              Give it to people of a service that does your utilization review or billing.
            </EmptyState>
          ) : (
            <Panel title="Given so far, the newest first" flush>
              <ul className="um-practice-list">
                {data.grants.map((g) => (
                  <GrantItem key={g.grantId} grant={g} today={data.today} />
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </Page>
  );
};
