import { Textarea, TextInput } from '@mantine/core';
import { mayNotOwnCriteria, type OwnCriteriaCommand, ownCriteriaRoles } from '@openum/domain/ownCriteria/decide.ts';
import { type CriteriaVersion, criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { roleWord } from '../app/words.ts';
import { Failure } from '../letters/Failure.tsx';
import { type Act, useOwnCriteriaAct } from './queries.ts';

type StepProps = { readonly v: CriteriaVersion; readonly own: OwnCriteria; readonly today: CalendarDate };

/** Why this person may not do it, by their roles. */
export const useRoles = () => {
  const { actor } = useSession();
  return (type: OwnCriteriaCommand['type']): string | undefined =>
    mayNotOwnCriteria(type, actor) ? `For: ${ownCriteriaRoles[type].map((r) => roleWord[r]).join(', ')}` : undefined;
};

type Reasoned = {
  readonly label: string;
  readonly button: string;
  readonly why: string | undefined;
  readonly pending: boolean;
  readonly run: (reason: string) => void;
};

const WithReason = ({ label, button, why, pending, run }: Reasoned) => {
  const [reason, setReason] = useState('');
  return (
    <details>
      <summary>{button}</summary>
      <div className="um-template-line">
        <TextInput
          className="um-grow"
          label={label}
          maxLength={1000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <ActButton
          variant="default"
          why={why ?? (reason.trim() === '' ? 'Write why.' : undefined)}
          loading={pending}
          onClick={() => run(reason.trim())}
        >
          {button}
        </ActButton>
      </div>
    </details>
  );
};

const Publish = ({ v, own, today }: StepProps) => {
  const closed = useRoles();
  const act = useOwnCriteriaAct(own.setId);
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState('');
  const [skip, setSkip] = useState('');
  const read = v.replayRead?.sha256 === v.sha256;
  const past = from < today ? 'Decisions of past days stand: it cannot count from a day that has passed.' : undefined;
  const why =
    closed('PublishCriteria') ??
    (read || skip.trim() !== ''
      ? isCalendarDateText(from)
        ? past
        : 'Say from which day of service it counts.'
      : 'Read a replay first, or write why it goes without one.');
  return (
    <>
      <div>
        {read
          ? `${v.replayRead?.name} read a replay: ${v.replayRead?.changed} of ${v.replayRead?.lines} lines come out otherwise.`
          : 'No replay over past cases was read for this text.'}
      </div>
      {!read && (
        <Textarea
          label="Why it goes without a replay"
          description="Better: run one under Replay, to see who would have been decided differently."
          autosize
          value={skip}
          onChange={(e) => setSkip(e.currentTarget.value)}
        />
      )}
      <div className="um-template-line">
        <TextInput
          label="For services from"
          type="date"
          min={today}
          value={from}
          error={past}
          onChange={(e) => setFrom(e.currentTarget.value)}
        />
        <TextInput
          label="to (empty: until the next version)"
          type="date"
          min={from}
          value={to}
          onChange={(e) => setTo(e.currentTarget.value)}
        />
        <ActButton
          why={why}
          loading={act.isPending}
          onClick={() =>
            act.mutate({
              sequence: own.sequence,
              act: {
                type: 'PublishCriteria',
                version: v.version,
                effectiveFrom: from,
                ...(to ? { effectiveTo: to } : {}),
                ...(read ? {} : { skipReplayBecause: skip.trim() }),
              },
            })
          }
        >
          Publish version {v.version}
        </ActButton>
      </div>
      <Failure error={act.error} />
    </>
  );
};

/** The next steps of a version. */
export const Steps = ({ v, own, today }: StepProps) => {
  const { actor } = useSession();
  const closed = useRoles();
  const act = useOwnCriteriaAct(own.setId);
  const [day, setDay] = useState<string>(today);
  const run = (what: Act) => act.mutate({ sequence: own.sequence, act: what });
  const status = criteriaStatus(v);
  const mine = v.written.some((w) => w.userId === actor.userId) || v.submitted?.userId === actor.userId;
  const { version } = v;
  return (
    <>
      {status === 'submitted' && (
        <ActButton
          style={{ justifySelf: 'start' }}
          why={closed('ApproveCriteria') ?? (mine ? 'You wrote at it; somebody else approves it.' : undefined)}
          loading={act.isPending}
          onClick={() => run({ type: 'ApproveCriteria', version })}
        >
          Approve version {version}
        </ActButton>
      )}
      {status === 'approved' && <Publish v={v} own={own} today={today} />}
      {(status === 'submitted' || status === 'approved') && (
        <WithReason
          label="What is to be changed"
          button={mine ? 'Take it back' : 'Send it back'}
          why={closed('SendBackCriteria')}
          pending={act.isPending}
          run={(reason) => run({ type: 'SendBackCriteria', version, reason })}
        />
      )}
      {status === 'draft' && (
        <WithReason
          label="Why"
          button="Throw it away"
          why={closed('DiscardCriteria')}
          pending={act.isPending}
          run={(reason) => run({ type: 'DiscardCriteria', version, reason })}
        />
      )}
      {status === 'published' && (
        <>
          <TextInput
            label="Retire it for services from"
            type="date"
            min={today}
            style={{ maxInlineSize: '12rem' }}
            value={day}
            onChange={(e) => setDay(e.currentTarget.value)}
          />
          <WithReason
            label="Reason"
            button="Retire it"
            why={closed('RetireCriteria')}
            pending={act.isPending}
            run={(reason) => run({ type: 'RetireCriteria', version, retiredFrom: day, reason })}
          />
        </>
      )}
      <Failure error={act.error} />
    </>
  );
};
