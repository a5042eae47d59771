import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { attemptResults, type Side, type TalkOutcome, talkOutcomes } from '@openum/domain/peerToPeer/event.ts';
import { closesAt, openPeerToPeers } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { moment } from '../app/format.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import type { ActId } from '../case/act/acts.ts';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';
import { SlotFields } from './SlotFields.tsx';
import { slotDraft, slotOf, slotProblems } from './slots.ts';
import { usePhysicians } from './usePhysicians.ts';
import { attemptWords, capital, effectWords } from './words.ts';

const none = ['There is no open peer-to-peer.'];

/** A draft that knows which offer it is about. */
const useTalkDraft = <T extends object>(act: ActId, initial: T) => {
  const { view } = useDesk();
  const open = openPeerToPeers(view.state);
  const draft = useActDraft<T & { offerId: string }>(act, { ...initial, offerId: '' });
  const offer = open.find((p) => p.offerId === draft.value.offerId) ?? open[0];
  const which =
    open.length > 1 ? (
      <NativeSelect
        label="Which offer"
        value={offer?.offerId ?? ''}
        onChange={(e) => draft.change({ offerId: e.currentTarget.value } as Partial<T & { offerId: string }>)}
        data={open.map((p) => ({ value: p.offerId, label: `${p.to.name}, item ${p.itemSequences.join(', ')}` }))}
      />
    ) : null;
  return { draft, offer, which };
};

export const AgreeForm = () => {
  const { view, zone, send } = useDesk();
  const now = view.now as Instant;
  const open = openPeerToPeers(view.state)[0];
  const first = open?.proposals.at(-1)?.slots[0] ?? open?.slots[0];
  const { draft, offer, which } = useTalkDraft('agreeTalk', {
    ...slotDraft(first?.startsAt ?? now, zone),
    callBack: open?.to.phone ?? '',
  });
  const { day, time, minutes, callBack } = draft.value;
  const slot = slotOf({ day, time, minutes }, zone);
  const end = offer ? closesAt(offer, view.peerToPeer.demand.deadlines) : now;
  return (
    <ActForm
      title="Agree on a time"
      submitLabel="Record the time"
      draft={draft}
      problems={offer ? slotProblems([{ day, time, minutes }], zone, now, end) : none}
      submit={async () => {
        if (offer && slot)
          await send({
            type: 'SchedulePeerToPeer',
            offerId: offer.offerId,
            slot,
            ...(callBack.trim() ? { callBack: callBack.trim() } : {}),
          });
      }}
    >
      {which}
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
    </ActForm>
  );
};

export const CallForm = () => {
  const { view, send } = useDesk();
  const { draft, offer, which } = useTalkDraft('callTalk', {
    number: openPeerToPeers(view.state)[0]?.to.phone ?? '',
    result: 'voicemail' as (typeof attemptResults)[number],
    note: '',
  });
  const { number, result, note } = draft.value;
  return (
    <ActForm
      title="Log a call"
      submitLabel="Record the call"
      draft={draft}
      problems={[...(offer ? [] : none), ...(number.trim() ? [] : ['Write the number that was called.'])]}
      submit={async () => {
        if (offer)
          await send({
            type: 'LogPeerToPeerAttempt',
            offerId: offer.offerId,
            number: number.trim(),
            result,
            ...(note.trim() ? { note: note.trim() } : {}),
          });
      }}
    >
      {which}
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
      <Textarea
        label="Note"
        description="Optional: with whom, what was left"
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(e) => draft.change({ note: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const HeldForm = () => {
  const { view, actor, send } = useDesk();
  const { draft, offer, which } = useTalkDraft('heldTalk', {
    name: openPeerToPeers(view.state)[0]?.to.name ?? '',
    credentials: '',
    notes: '',
    outcome: '' as TalkOutcome | '',
    effect: '',
  });
  const { name, credentials, notes, outcome, effect } = draft.value;
  return (
    <ActForm
      title="Record the peer-to-peer"
      submitLabel="Record that it was held"
      draft={draft}
      problems={[
        ...(offer ? [] : none),
        ...(name.trim() && credentials.trim() ? [] : ['Name who spoke for the request, with credentials.']),
        ...(notes.trim() ? [] : ['Write what was said.']),
        ...(outcome ? [] : ['Choose what came of it.']),
        ...(effect.trim() ? [] : ['Write what it means for the decision.']),
      ]}
      submit={async () => {
        if (offer && outcome)
          await send({
            type: 'RecordPeerToPeerHeld',
            offerId: offer.offerId,
            clinicians: [{ name: name.trim(), credentials: credentials.trim() }],
            notes: notes.trim(),
            outcome,
            effect: effect.trim(),
          });
      }}
    >
      {which}
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
      <Textarea
        label="What was said"
        required
        autosize
        minRows={4}
        maxLength={8000}
        value={notes}
        onChange={(e) => draft.change({ notes: e.currentTarget.value })}
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
      <Textarea
        label="What it means for the decision"
        required
        autosize
        minRows={2}
        maxLength={4000}
        value={effect}
        onChange={(e) => draft.change({ effect: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const MissedForm = () => {
  const { view, send } = useDesk();
  const now = view.now as Instant;
  const { draft, offer, which } = useTalkDraft('missedTalk', { by: 'provider' as Side, reason: '' });
  const { by, reason } = draft.value;
  const from = offer && (offer.scheduled?.slot.startsAt ?? closesAt(offer, view.peerToPeer.demand.deadlines));
  return (
    <ActForm
      title="The peer-to-peer was missed"
      submitLabel="Record who missed it"
      draft={draft}
      problems={[
        ...(offer ? [] : none),
        ...(from && now < from
          ? ['It cannot be missed before the agreed time has begun or, without one, before the window has closed.']
          : []),
        ...(reason.trim() ? [] : ['Write what happened.']),
      ]}
      submit={async () => {
        if (offer) await send({ type: 'RecordPeerToPeerMissed', offerId: offer.offerId, by, reason: reason.trim() });
      }}
    >
      {which}
      <NativeSelect
        label="Who missed it"
        value={by}
        onChange={(e) => draft.change({ by: e.currentTarget.value as Side })}
        data={[
          { value: 'provider', label: 'The clinician' },
          { value: 'plan', label: 'The plan (a deputy will be needed)' },
        ]}
      />
      <Textarea
        label="What happened"
        required
        autosize
        minRows={3}
        maxLength={2000}
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const DeclinedForm = () => {
  const { view, send } = useDesk();
  const { draft, offer, which } = useTalkDraft('declinedTalk', {
    declinedBy: openPeerToPeers(view.state)[0]?.to.name ?? '',
    reason: '',
  });
  const { declinedBy, reason } = draft.value;
  return (
    <ActForm
      title="The peer-to-peer was declined"
      submitLabel="Record that it was declined"
      draft={draft}
      problems={[...(offer ? [] : none), ...(declinedBy.trim() ? [] : ['Write who declined it.'])]}
      submit={async () => {
        if (offer)
          await send({
            type: 'DeclinePeerToPeer',
            offerId: offer.offerId,
            declinedBy: declinedBy.trim(),
            ...(reason.trim() ? { reason: reason.trim() } : {}),
          });
      }}
    >
      {which}
      <TextInput
        label="Declined by"
        required
        value={declinedBy}
        onChange={(e) => draft.change({ declinedBy: e.currentTarget.value })}
      />
      <Textarea
        label="Reason"
        description="Optional"
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const DeputyForm = () => {
  const { send } = useDesk();
  const { draft, offer, which } = useTalkDraft('deputyTalk', { toUserId: '', reason: '' });
  const others = usePhysicians().filter((p) => p.userId !== offer?.physician?.userId);
  const { toUserId, reason } = draft.value;
  return (
    <ActForm
      title="Name a deputy"
      submitLabel="Give it to the deputy"
      draft={draft}
      problems={[
        ...(offer ? [] : none),
        ...(toUserId ? [] : ['Choose another physician.']),
        ...(reason.trim() ? [] : ['Write why.']),
      ]}
      submit={async () => {
        if (offer) await send({ type: 'EscalatePeerToPeer', offerId: offer.offerId, toUserId, reason: reason.trim() });
      }}
    >
      {which}
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
      <Textarea
        label="Reason"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
    </ActForm>
  );
};
