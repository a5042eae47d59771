import { Alert, Button, Radio, Textarea, TextInput, Title } from '@mantine/core';
import type { Slot } from '@openum/domain/peerToPeer/event.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { GuestAnswerBody, GuestView } from '@openum/http/contract/guest.ts';
import type { GuestGreeting } from '@openum/http/contract/guestLink.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { get, post } from '../api/client.ts';
import { moment } from '../app/format.ts';
import { type Factor, GuestEntry, GuestFailure } from '../guestLink/GuestEntry.tsx';
import { SlotFields } from './SlotFields.tsx';
import { slotDraft, slotOf, slotProblems } from './slots.ts';

const List = ({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {texts.map((t) => (
          <li key={t}>{t}</li>
        ))}
      </ul>
    </section>
  );

type AnswerProps = {
  readonly view: GuestView;
  readonly answer: (body: GuestAnswerBody) => void;
  readonly busy: boolean;
};

const sameSlot = (slot: Slot): string => `${slot.startsAt} ${slot.endsAt}`;

const Answer = ({ view, answer, busy }: AnswerProps) => {
  const zone = view.zone as ZoneId;
  const now = view.now as Instant;
  const [choice, setChoice] = useState(view.slots[0] ? sameSlot(view.slots[0]) : 'propose');
  const [own, setOwn] = useState([slotDraft(now, zone)]);
  const [callBack, setCallBack] = useState('');
  const [message, setMessage] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const reply = {
    ...(callBack.trim() ? { callBack: callBack.trim() } : {}),
    ...(message.trim() ? { message: message.trim() } : {}),
  };
  const send = () => {
    if (choice === 'decline') return answer({ kind: 'decline', ...(message.trim() ? { reason: message.trim() } : {}) });
    const slot = view.slots.find((s) => sameSlot(s) === choice);
    if (slot) return answer({ kind: 'choose', slot, ...reply });
    const wrong = slotProblems(own, zone, now, view.closesAt);
    setProblems(wrong);
    if (wrong.length === 0) answer({ kind: 'propose', slots: own.flatMap((s) => slotOf(s, zone) ?? []), ...reply });
  };
  return (
    <form
      noValidate
      className="um-guest-form"
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
    >
      <Radio.Group label={`When can you speak? Times by the clock of ${zone}.`} value={choice} onChange={setChoice}>
        <div className="um-guest-choices">
          {view.slots.map((s) => (
            <Radio key={s.startsAt} value={sameSlot(s)} label={moment(s.startsAt, zone)} />
          ))}
          <Radio value="propose" label="At another time" />
          <Radio value="decline" label="I do not want to speak about it" />
        </div>
      </Radio.Group>
      {choice === 'propose' && (
        <SlotFields slots={own} zone={zone} change={(s) => setOwn([...s])} more={slotDraft(now, zone)} least={1} />
      )}
      {choice !== 'decline' && (
        <TextInput
          label="Number to call"
          type="tel"
          autoComplete="tel"
          value={callBack}
          onChange={(e) => setCallBack(e.currentTarget.value)}
        />
      )}
      <Textarea
        label="Message to the plan"
        description="Optional"
        autosize
        minRows={2}
        maxLength={2000}
        value={message}
        onChange={(e) => setMessage(e.currentTarget.value)}
      />
      {problems.map((p) => (
        <Alert key={p} color="red" role="alert">
          {p}
        </Alert>
      ))}
      <Button type="submit" loading={busy}>
        Send
      </Button>
    </form>
  );
};

const statusLine = (view: GuestView): ReactNode => {
  const zone = view.zone as ZoneId;
  if (view.status === 'declined') return 'You declined the talk. The plan will decide without it.';
  if (view.status === 'held') return 'The talk took place.';
  if (view.agreed) return `Agreed: ${moment(view.agreed.startsAt, zone)}. The plan will call you.`;
  if (view.status === 'expired') return 'The window for this talk has closed.';
  if (view.proposed.length > 0)
    return `You proposed ${view.proposed.map((s) => moment(s.startsAt, zone)).join('; ')}. The plan will answer.`;
  return `The offer stands until ${moment(view.closesAt, zone)}. The decision does not wait longer.`;
};

/** When the plan tells the clinician again, so that nobody has to remember. */
const reminderLine = ({ reminders, byMail, zone }: GuestView): string =>
  reminders.length === 0 || !byMail
    ? ''
    : `You are reminded by mail ${reminders.map((at) => moment(at, zone as ZoneId)).join('; ')}.`;

const Inside = ({
  first,
  path,
  factor,
}: {
  readonly first: GuestView;
  readonly path: string;
  readonly factor: Factor;
}) => {
  const [view, setView] = useState(first);
  const [changing, setChanging] = useState(false);
  const send = useMutation({
    mutationFn: (answer: GuestAnswerBody) => post<GuestView>(`${path}/answer`, { ...factor, answer }),
    onSuccess: (v) => {
      setView(v);
      setChanging(false);
    },
  });
  const open = view.status === 'offered' || view.status === 'scheduled' || view.status === 'missed';
  const settled = view.agreed !== undefined || view.proposed.length > 0;
  return (
    <>
      <div role="status" className="um-guest-status">
        {statusLine(view)}
        {reminderLine(view) !== '' && <div>{reminderLine(view)}</div>}
      </div>
      <p>
        {view.member}: {view.services.join('; ')}
      </p>
      <List title="Why the plan means to decide against it" texts={view.intent} />
      <List title="What the plan would like to ask" texts={view.questions} />
      <GuestFailure error={send.error} />
      {open && settled && !changing && (
        <Button variant="default" onClick={() => setChanging(true)}>
          Change the time
        </Button>
      )}
      {open && (!settled || changing) && <Answer view={view} answer={(a) => send.mutate(a)} busy={send.isPending} />}
      {view.phone && (
        <p>
          Or call {view.plan} at {view.phone}.
        </p>
      )}
    </>
  );
};

/** For a clinician without an account: one offer of a talk, and nothing else. */
export const GuestPage = () => {
  const { token } = useParams({ from: '/p2p/$token' });
  const path = `/api/p2p/${encodeURIComponent(token)}`;
  const greeting = useQuery({
    queryKey: ['guest', token],
    queryFn: ({ signal }) => get<GuestGreeting>(path, {}, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [inside, setInside] = useState<{ readonly view: GuestView; readonly factor: Factor }>();
  return (
    <main className="um-guest">
      <title>Peer-to-peer – OpenUM</title>
      <Title order={1}>Peer-to-peer</Title>
      {greeting.isPending && <p role="status">Loading</p>}
      <GuestFailure error={greeting.error} />
      {greeting.data && !inside && (
        <GuestEntry<GuestView>
          greeting={greeting.data}
          path={path}
          entered={(view, factor) => setInside({ view, factor })}
        >
          {greeting.data.plan} would like to speak with you about a request for your patient {greeting.data.initials}{' '}
          This offer stands until {moment(greeting.data.closesAt, greeting.data.zone as ZoneId)}.
        </GuestEntry>
      )}
      {inside && <Inside first={inside.view} path={path} factor={inside.factor} />}
    </main>
  );
};
