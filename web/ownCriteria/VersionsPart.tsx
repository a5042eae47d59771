import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { mayNotOwnCriteria, type OwnCriteriaCommand, ownCriteriaRoles } from '@openum/domain/ownCriteria/decide.ts';
import { isOnDay, versionSpans } from '@openum/domain/ownCriteria/span.ts';
import { type CriteriaVersion, criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { OwnCriteriaView } from '@openum/http/contract/ownCriteria.ts';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date, moment } from '../app/format.ts';
import { roleWord } from '../app/words.ts';
import { useLibrarySet } from '../criteria/queries.ts';
import { Failure } from '../letters/Failure.tsx';
import { Changes } from './Changes.tsx';
import { type Act, asBody, useOwnCriteriaAct } from './queries.ts';
import { statusTone, statusWord } from './words.ts';

type StepProps = { readonly v: CriteriaVersion; readonly own: OwnCriteria; readonly today: CalendarDate };

const useRoles = () => {
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
  const why =
    closed('PublishCriteria') ??
    (read || skip.trim() !== '' ? undefined : 'Read a replay first, or write why it goes without one.');
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

const Steps = ({ v, own, today }: StepProps) => {
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

const days = (own: OwnCriteria, v: CriteriaVersion, today: CalendarDate): string => {
  const span = versionSpans(own).find((s) => s.version === v.version);
  if (!span) return '';
  if (span.to !== undefined && span.to < span.from) return ', replaced before its first day';
  const now = isOnDay(span, today) ? ', in force now' : '';
  return `, for services from ${date(span.from)}${span.to ? ` to ${date(span.to)}` : ''}${now}`;
};

/** A new version begins with the text of the newest. */
const NextVersion = ({ own, text }: { readonly own: OwnCriteria; readonly text: CriteriaSet }) => {
  const closed = useRoles();
  const act = useOwnCriteriaAct(own.setId);
  const last = own.versions.at(-1);
  return (
    <>
      <ActButton
        variant="default"
        style={{ justifySelf: 'start' }}
        why={closed('DraftCriteria')}
        loading={act.isPending}
        onClick={() =>
          last &&
          act.mutate({
            sequence: own.sequence,
            act: {
              type: 'DraftCriteria',
              set: asBody(text),
              basedOn: { setId: own.setId, version: last.version },
              note: `Begun with version ${last.version}`,
            },
          })
        }
      >
        Begin version {own.versions.length + 1}
      </ActButton>
      <Failure error={act.error} />
    </>
  );
};

type Props = {
  readonly view: OwnCriteriaView;
  /** The text on the screen. */
  readonly text: CriteriaSet;
  readonly closed: boolean;
};

/** Every version with who did what to it, its next step, and what differs from the text on the screen. */
export const VersionsPart = ({ view, text, closed }: Props) => {
  const { zone } = useSession();
  const { own, texts, today } = view;
  const [against, setAgainst] = useState('');
  const shipped = useLibrarySet(text.basedOn?.setId);
  const library = shipped.data && { ...shipped.data.set, ...(text.basedOn ? { basedOn: text.basedOn } : {}) };
  const other = against === 'library' ? library : texts[against];
  return (
    <div className="um-own-columns">
      <section className="um-template-box" aria-label="Versions">
        <h2>Versions</h2>
        {closed && <NextVersion own={own} text={text} />}
        {own.versions.toReversed().map((v) => {
          const status = criteriaStatus(v);
          return (
            <div key={v.version} className="um-template-part">
              <div>
                <span className="um-chip" data-tone={statusTone[status]}>
                  {statusWord[status]}
                </span>{' '}
                <b>Version {v.version}</b>
                {days(own, v, today)}
              </div>
              {v.note && <div>{v.note}</div>}
              {v.submitted?.note && <div>For the approver: {v.submitted.note}</div>}
              {v.sentBack && (
                <div>
                  Sent back by {v.sentBack.name}: {v.sentBack.reason}
                </div>
              )}
              {v.published?.replay.kind === 'skipped' && <div>Without a replay: {v.published.replay.reason}</div>}
              {v.retired && <div>Retired: {v.retired.reason}</div>}
              {v.discarded && <div>Thrown away: {v.discarded.reason}</div>}
              <div className="um-criteria-quiet">
                Written by {v.written.map((w) => w.name).join(', ')},{' '}
                {v.written.slice(-1).map((w) => moment(w.at, zone))}
                {v.submitted && `; handed in by ${v.submitted.name}`}
                {v.approved && `; approved by ${v.approved.name}`}
                {v.published && `; published by ${v.published.name}`}
              </div>
              <Steps v={v} own={own} today={today} />
            </div>
          );
        })}
      </section>
      <section className="um-template-box" aria-label="What differs">
        <h2>What differs</h2>
        <NativeSelect
          label="Compare the text on the screen with"
          value={against}
          onChange={(e) => setAgainst(e.currentTarget.value)}
          data={[
            { value: '', label: 'Nothing' },
            ...(text.basedOn && shipped.data
              ? [{ value: 'library', label: `the library: ${shipped.data.set.name}` }]
              : []),
            ...own.versions.map((v) => ({ value: v.sha256, label: `version ${v.version}` })),
          ]}
        />
        {other && <Changes before={other} after={text} />}
      </section>
    </div>
  );
};
