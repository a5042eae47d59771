import { Text, TextInput } from '@mantine/core';
import { closesAt } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { moment } from '../../app/format.ts';
import { useDesk } from '../../case/desk.ts';
import { SlotFields } from '../SlotFields.tsx';
import { slotDraft, slotOf, slotProblems } from '../slots.ts';
import { TalkForm } from './TalkForm.tsx';
import { useTalkDraft } from './useTalkDraft.ts';

export const AgreeForm = () => {
  const { view, zone, send } = useDesk();
  const now = view.now as Instant;
  const talk = useTalkDraft('agreeTalk', (first) => ({
    ...slotDraft((first?.proposals.at(-1)?.slots[0] ?? first?.slots[0])?.startsAt ?? now, zone),
    callBack: first?.proposals.at(-1)?.callBack ?? first?.to.phone ?? '',
  }));
  const { draft, offer } = talk;
  const { day, time, minutes, callBack } = draft.value;
  const slot = slotOf({ day, time, minutes }, zone);
  const end = offer ? closesAt(offer, view.peerToPeer.demand.deadlines) : now;
  return (
    <TalkForm
      talk={talk}
      title="Agree on a time"
      submitLabel="Record the time"
      problems={slotProblems([{ day, time, minutes }], zone, now, end)}
      submit={async ({ offerId }) => {
        const number = callBack.trim();
        if (slot) await send({ type: 'SchedulePeerToPeer', offerId, slot, ...(number ? { callBack: number } : {}) });
      }}
    >
      {offer && (
        <Text size="xs" c="dimmed">
          The window closes {moment(end, zone)}. Times by the clock of {zone}.
        </Text>
      )}
      <SlotFields slots={[{ day, time, minutes }]} zone={zone} change={([s]) => s && draft.change(s)} />
      <TextInput
        label="Number to call"
        type="tel"
        value={callBack}
        onChange={(e) => draft.change({ callBack: e.currentTarget.value })}
      />
    </TalkForm>
  );
};
