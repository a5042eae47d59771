import { NativeSelect, Text } from '@mantine/core';
import { useDesk } from '../../case/desk.ts';
import { usePhysicians } from '../usePhysicians.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';
import { Words } from './Words.tsx';

export const DeputyForm = () => {
  const { send } = useDesk();
  const talk = useTalkDraft('deputyTalk', () => ({ toUserId: '', reason: '' }));
  const { draft, offer } = talk;
  const others = usePhysicians().filter((p) => p.userId !== offer?.physician?.userId);
  const { toUserId, reason } = draft.value;
  return (
    <TalkForm
      talk={talk}
      title="Name a deputy"
      submitLabel="Give it to the deputy"
      problems={[...(toUserId ? [] : ['Choose another physician.']), ...(reason.trim() ? [] : ['Write why.'])]}
      submit={({ offerId }) => send({ type: 'EscalatePeerToPeer', offerId, toUserId, reason: reason.trim() })}
    >
      {offer?.physician && (
        <Text size="xs" c="dimmed">
          Now with {offer.physician.name}.
        </Text>
      )}
      <NativeSelect
        label="Deputy"
        required
        value={toUserId}
        onChange={(e) => draft.change({ toUserId: e.currentTarget.value })}
        data={[{ value: '', label: 'Choose' }, ...others.map((p) => ({ value: p.userId, label: p.name }))]}
      />
      <Words
        label="Reason"
        required
        rows={2}
        most={2000}
        value={reason}
        change={(text) => draft.change({ reason: text })}
      />
    </TalkForm>
  );
};
