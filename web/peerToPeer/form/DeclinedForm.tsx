import { TextInput } from '@mantine/core';
import { useDesk } from '../../case/desk.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';
import { Words } from './Words.tsx';

export const DeclinedForm = () => {
  const { send } = useDesk();
  const talk = useTalkDraft('declinedTalk', (first) => ({ declinedBy: first?.to.name ?? '', reason: '' }));
  const { draft } = talk;
  const { declinedBy, reason } = draft.value;
  return (
    <TalkForm
      talk={talk}
      title="The peer-to-peer was declined"
      submitLabel="Record that it was declined"
      problems={declinedBy.trim() ? [] : ['Write who declined it.']}
      submit={({ offerId }) =>
        send({
          type: 'DeclinePeerToPeer',
          offerId,
          declinedBy: declinedBy.trim(),
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        })
      }
    >
      <TextInput
        label="Declined by"
        required
        value={declinedBy}
        onChange={(e) => draft.change({ declinedBy: e.currentTarget.value })}
      />
      <Words
        label="Reason"
        description="Optional"
        rows={2}
        most={2000}
        value={reason}
        change={(text) => draft.change({ reason: text })}
      />
    </TalkForm>
  );
};
