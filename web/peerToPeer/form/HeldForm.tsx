import { NativeSelect, Text, TextInput } from '@mantine/core';
import { type TalkOutcome, talkOutcomes } from '@openum/domain/peerToPeer/event.ts';
import { capital } from '../../app/format.ts';
import { useDesk } from '../../case/desk.ts';
import { effectWords } from '../words.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';
import { Words } from './Words.tsx';

export const HeldForm = () => {
  const { actor, send } = useDesk();
  const talk = useTalkDraft('heldTalk', (first) => ({
    name: first?.to.name ?? '',
    credentials: '',
    notes: '',
    outcome: '' as TalkOutcome | '',
    effect: '',
  }));
  const { draft } = talk;
  const { name, credentials, notes, outcome, effect } = draft.value;
  return (
    <TalkForm
      talk={talk}
      title="Record the peer-to-peer"
      submitLabel="Record that it was held"
      problems={[
        ...(name.trim() && credentials.trim() ? [] : ['Name who spoke for the request, with credentials.']),
        ...(notes.trim() ? [] : ['Write what was said.']),
        ...(outcome ? [] : ['Choose what came of it.']),
        ...(effect.trim() ? [] : ['Write what it means for the decision.']),
      ]}
      submit={async ({ offerId }) => {
        if (outcome)
          await send({
            type: 'RecordPeerToPeerHeld',
            offerId,
            clinicians: [{ name: name.trim(), credentials: credentials.trim() }],
            notes: notes.trim(),
            outcome,
            effect: effect.trim(),
          });
      }}
    >
      <Text size="xs" c="dimmed">
        {actor.name} spoke for the plan; credentials are taken from the profile. The record is no decision.
      </Text>
      <TextInput
        label="Spoke for the request"
        required
        value={name}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <TextInput
        label="Credentials"
        description="Profession, specialty, licence"
        required
        value={credentials}
        onChange={(e) => draft.change({ credentials: e.currentTarget.value })}
      />
      <Words
        label="What was said"
        required
        rows={4}
        most={8000}
        value={notes}
        change={(text) => draft.change({ notes: text })}
      />
      <NativeSelect
        label="What came of it"
        required
        value={outcome}
        onChange={(e) => draft.change({ outcome: e.currentTarget.value as TalkOutcome | '' })}
        data={[
          { value: '', label: 'Choose' },
          ...talkOutcomes.map((o) => ({ value: o, label: capital(effectWords[o]) })),
        ]}
      />
      <Words
        label="What it means for the decision"
        required
        rows={2}
        most={4000}
        value={effect}
        change={(text) => draft.change({ effect: text })}
      />
    </TalkForm>
  );
};
