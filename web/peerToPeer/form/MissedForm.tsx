import { NativeSelect } from '@mantine/core';
import type { Side } from '@openum/domain/peerToPeer/event.ts';
import { closesAt } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { useDesk } from '../../case/desk.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';
import { Words } from './Words.tsx';

export const MissedForm = () => {
  const { view, send } = useDesk();
  const now = view.now as Instant;
  const talk = useTalkDraft('missedTalk', () => ({ by: 'provider' as Side, reason: '' }));
  const { draft, offer } = talk;
  const { by, reason } = draft.value;
  const from = offer && (offer.scheduled?.slot.startsAt ?? closesAt(offer, view.peerToPeer.demand.deadlines));
  return (
    <TalkForm
      talk={talk}
      title="The peer-to-peer was missed"
      submitLabel="Record who missed it"
      problems={[
        ...(from && now < from
          ? ['It cannot be missed before the agreed time has begun or, without one, before the window has closed.']
          : []),
        ...(reason.trim() ? [] : ['Write what happened.']),
      ]}
      submit={({ offerId }) => send({ type: 'RecordPeerToPeerMissed', offerId, by, reason: reason.trim() })}
    >
      <NativeSelect
        label="Who missed it"
        value={by}
        onChange={(e) => draft.change({ by: e.currentTarget.value as Side })}
        data={[
          { value: 'provider', label: 'The clinician' },
          { value: 'plan', label: 'The plan (a deputy will be needed)' },
        ]}
      />
      <Words
        label="What happened"
        required
        rows={3}
        most={2000}
        value={reason}
        change={(text) => draft.change({ reason: text })}
      />
    </TalkForm>
  );
};
