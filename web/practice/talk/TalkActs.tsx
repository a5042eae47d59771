import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type TalkResult, talkResults } from '@openum/domain/episode/record.ts';
import { atWallClock } from '@openum/domain/time/instant.ts';
import type { TalkBody, TalkLine } from '@openum/http/contract/practice/request.ts';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { useNow } from '../../app/now.ts';
import { usePracticeSend } from '../send.ts';

export const resultWord: Record<TalkResult, string> = {
  overturned: 'Overturned',
  partlyOverturned: 'Overturned in part',
  upheld: 'Upheld',
  informationOnly: 'Information only',
};

type Act = 'schedule' | 'held' | 'missed' | 'decline' | 'escalate';
const actWord: Record<Act, string> = {
  schedule: 'Agree a time',
  held: 'Write down the talk',
  escalate: 'Hand to somebody',
  decline: 'Decline',
  missed: 'Was missed',
};
const acts = Object.keys(actWord) as readonly Act[];

type Props = { readonly talk: TalkLine };

const Form = ({ talk, act, close }: Props & { readonly act: Act; readonly close: () => void }) => {
  const { zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const [text, setText] = useState('');
  const [name, setName] = useState(act === 'schedule' ? (talk.clinicianName ?? '') : '');
  const [when, setWhen] = useState('');
  const [result, setResult] = useState<TalkResult>('overturned');
  const needsName = act === 'schedule' || act === 'escalate';
  const problem =
    needsName && !name.trim()
      ? 'Write who.'
      : act === 'schedule' && !when
        ? 'Choose a time within the window.'
        : act !== 'schedule' && !text.trim()
          ? act === 'held'
            ? 'Write what was said.'
            : 'Write why.'
          : undefined;
  const { offerId } = talk;
  const body = (): TalkBody => {
    switch (act) {
      case 'schedule':
        return { type: 'schedule', offerId, at: atWallClock(when, zone), clinician: { name: name.trim() } };
      case 'held':
        return { type: 'held', offerId, result, notes: text.trim() };
      case 'escalate':
        return { type: 'escalate', offerId, to: { name: name.trim() }, reason: text.trim() };
      case 'missed':
      case 'decline':
        return { type: act, offerId, reason: text.trim() };
    }
  };
  const labels: Partial<Record<Act, ReactNode>> = { held: 'What was said and agreed' };
  return (
    <form
      className="um-practice-form"
      aria-label={actWord[act]}
      onSubmit={(e) => {
        e.preventDefault();
        if (problem) return;
        void send(`/api/practice/episodes/${talk.episodeId}/talks`, {
          expectedVersion: talk.version,
          talk: body(),
        }).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">
        {needsName && (
          <TextInput
            label={act === 'schedule' ? 'Clinician who calls' : 'To whom'}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
        )}
        {act === 'schedule' && (
          <TextInput type="datetime-local" label="When" value={when} onChange={(e) => setWhen(e.currentTarget.value)} />
        )}
        {act === 'held' && (
          <NativeSelect
            label="Result"
            value={result}
            onChange={(e) => setResult(e.currentTarget.value as TalkResult)}
            data={talkResults.map((r) => ({ value: r, label: resultWord[r] }))}
          />
        )}
      </div>
      {act !== 'schedule' && (
        <Textarea
          label={labels[act] ?? 'Why'}
          autosize
          minRows={2}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      )}
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(problem ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        >
          {actWord[act]}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet">{problem}</span>
      </div>
    </form>
  );
};

const Take = ({ talk }: Props) => {
  const { actor } = useSession();
  const { send, busy, message } = usePracticeSend();
  if (!talk.task) return null;
  if (talk.task.taken && talk.task.owner?.userId === actor.userId)
    return <span className="um-practice-quiet">Taken by you</span>;
  return (
    <>
      <Button
        size="compact-sm"
        loading={busy}
        onClick={() => void send(`/api/practice/episodes/${talk.episodeId}/tasks`, { task: talk.task?.key ?? '' })}
      >
        Take it
      </Button>
      {message && <span role="alert">{message}</span>}
    </>
  );
};

/** What may be done with an offer that is not over. */
export const TalkActs = ({ talk }: Props) => {
  const [act, setAct] = useState<Act>();
  const now = useNow();
  const over = Date.parse(talk.agreedAt ?? talk.closesAt) <= now;
  const ended = talk.endedBy === 'payer';
  const why: Partial<Record<Act, string | undefined>> = {
    missed: over ? undefined : 'Nobody has missed what can still be held.',
    schedule: ended
      ? 'The payer says that it is over.'
      : Date.parse(talk.closesAt) <= now
        ? 'The window has closed.'
        : undefined,
    escalate: ended ? 'The payer says that it is over.' : undefined,
  };
  return (
    <>
      <div className="um-practice-actions">
        <Take talk={talk} />
        {acts.map((a) => (
          <ActButton key={a} size="compact-sm" variant="default" why={why[a]} onClick={() => setAct(a)}>
            {actWord[a]}
          </ActButton>
        ))}
      </div>
      {act && <Form key={act} talk={talk} act={act} close={() => setAct(undefined)} />}
    </>
  );
};
