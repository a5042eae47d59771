import './ask.css';
import { Anchor, Button, Title } from '@mantine/core';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { AskView } from '@openum/http/contract/ask.ts';
import type { GuestGreeting } from '@openum/http/contract/guestLink.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { get } from '../api/client.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { type Factor, GuestEntry, GuestFailure } from '../guestLink/GuestEntry.tsx';
import { SentFiles } from './AskFiles.tsx';
import { AskForm } from './AskForm.tsx';
import { planContact } from './asked.ts';

const Status = ({ view }: { readonly view: AskView }) => {
  const zone = view.zone as ZoneId;
  const now = useNow();
  const late = Date.parse(view.dueAt) <= now;
  return (
    <>
      {view.status === 'open' && (
        <>
          {late ? 'The plan asked for an answer by' : 'Answer by'} {moment(view.dueAt, zone)}{' '}
          <span className="um-ask-due">
            <DueTime dueAt={view.dueAt} zone={zone} focusable />
          </span>
          {late && <div>It still takes one by this link until {moment(view.closesAt, zone)}.</div>}
        </>
      )}
      {view.status === 'answered' && (
        <>
          {view.answered && `${view.plan} got the answer ${moment(view.answered.at, zone)}.`} The review goes on with
          it. Nothing more is taken by this link. To add something, call {planContact(view)}.
        </>
      )}
      {view.status === 'over' && `${view.plan} waits for this no more. Call ${planContact(view)}.`}
    </>
  );
};

/** What was asked, and what the plan has of it. */
const Inside = ({
  first,
  path,
  factor,
}: {
  readonly first: AskView;
  readonly path: string;
  readonly factor: Factor;
}) => {
  const [view, setView] = useState(first);
  const head = useRef<HTMLDivElement>(null);
  const { status } = view;
  // Where the form was, there is nothing to stand on any more.
  useEffect(() => {
    if (status !== first.status) head.current?.focus();
  }, [status, first.status]);
  return (
    <>
      <div role="status" className="um-guest-status" ref={head} tabIndex={-1}>
        <Status view={view} />
      </div>
      <p>
        {view.plan} asks {view.provider} about <b>{view.member}</b>: {view.services.join('; ')}
      </p>
      {view.message && <p className="um-ask-words">{view.message}</p>}
      {status === 'open' ? (
        <AskForm view={view} path={path} factor={factor} changed={setView} />
      ) : (
        <>
          {view.answered?.summary ? (
            <section aria-label="The answer">
              <h2>The answer</h2>
              <p className="um-ask-words">{view.answered.summary}</p>
            </section>
          ) : (
            <section aria-label="What was asked">
              <h2>What was asked</h2>
              <ul>
                {view.questions.map((q) => (
                  <li key={q}>{q}</li>
                ))}
              </ul>
            </section>
          )}
          {view.files.length > 0 && (
            <section aria-label="Files">
              <h2>Files</h2>
              <SentFiles files={view.files} />
            </section>
          )}
          <Button variant="default" className="um-ask-print" onClick={() => window.print()}>
            Print this page
          </Button>
        </>
      )}
      {status === 'open' && view.phone && (
        <p>
          Or call {view.plan} at{' '}
          <Anchor underline="always" href={`tel:${view.phone}`}>
            {view.phone}
          </Anchor>
          .
        </p>
      )}
    </>
  );
};

/** For a provider without an account: one request for information, and nothing else. */
export const AskPage = () => {
  const { token } = useParams({ from: '/ask/$token' });
  const path = `/api/ask/${encodeURIComponent(token)}`;
  const greeting = useQuery({
    queryKey: ['ask', token],
    queryFn: ({ signal }) => get<GuestGreeting>(path, {}, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [inside, setInside] = useState<{ readonly view: AskView; readonly factor: Factor }>();
  return (
    <main className="um-guest">
      <title>Request for information – OpenUM</title>
      <Title order={1}>Request for information</Title>
      {greeting.isPending && <p role="status">Loading</p>}
      <GuestFailure error={greeting.error} />
      {greeting.data && !inside && (
        <GuestEntry<AskView>
          greeting={greeting.data}
          path={path}
          npiHint="The one on the request: yours, or your organization's"
          entered={(view, factor) => setInside({ view, factor })}
        >
          {greeting.data.plan} has a question about a request for your patient {greeting.data.initials} This link works
          until {moment(greeting.data.closesAt, greeting.data.zone as ZoneId)}.
        </GuestEntry>
      )}
      {inside && <Inside first={inside.view} path={path} factor={inside.factor} />}
    </main>
  );
};
