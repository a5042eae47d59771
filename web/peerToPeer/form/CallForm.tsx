import { NativeSelect, TextInput } from '@mantine/core';
import { attemptResults } from '@openum/domain/peerToPeer/event.ts';
import { capital } from '../../app/format.ts';
import { useDesk } from '../../case/desk.ts';
import { attemptWords } from '../words.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';
import { Words } from './Words.tsx';

export const CallForm = () => {
  const { send } = useDesk();
  const talk = useTalkDraft('callTalk', (first) => ({
    number: first?.to.phone ?? '',
    result: 'voicemail' as (typeof attemptResults)[number],
    note: '',
  }));
  const { draft } = talk;
  const { number, result, note } = draft.value;
  return (
    <TalkForm
      talk={talk}
      title="Log a call"
      submitLabel="Record the call"
      problems={number.trim() ? [] : ['Write the number that was called.']}
      submit={({ offerId }) =>
        send({
          type: 'LogPeerToPeerAttempt',
          offerId,
          number: number.trim(),
          result,
          ...(note.trim() ? { note: note.trim() } : {}),
        })
      }
    >
      <TextInput
        label="Number called"
        type="tel"
        required
        value={number}
        onChange={(e) => draft.change({ number: e.currentTarget.value })}
      />
      <NativeSelect
        label="Result"
        value={result}
        onChange={(e) => draft.change({ result: e.currentTarget.value as typeof result })}
        data={attemptResults.map((r) => ({ value: r, label: capital(attemptWords[r]) }))}
      />
      <Words
        label="Note"
        description="Optional: with whom, what was left"
        rows={2}
        most={2000}
        value={note}
        change={(text) => draft.change({ note: text })}
      />
    </TalkForm>
  );
};
