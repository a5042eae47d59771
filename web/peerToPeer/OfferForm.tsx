import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { openItems } from '@openum/domain/case/status.ts';
import { type OfferReason, offerChannels, offerReasons } from '@openum/domain/peerToPeer/event.ts';
import { intentFor, openPeerToPeers } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import { capital, moment } from '../app/format.ts';
import { ActForm } from '../case/act/ActForm.tsx';
import { useActDraft } from '../case/act/useActDraft.ts';
import { useDesk } from '../case/desk.ts';
import { Warning } from '../case/Warning.tsx';
import { SlotFields } from './SlotFields.tsx';
import { type SlotDraft, slotDraft, slotOf, slotProblems } from './slots.ts';
import { usePhysicians } from './usePhysicians.ts';
import { becauseWords, channelWords } from './words.ts';

type Lines = { readonly items: readonly number[]; readonly change: (items: readonly number[]) => void };

const LinesField = ({ items, change }: Lines) => {
  const { view } = useDesk();
  const open = openItems(view.state);
  if (open.length < 2) return null;
  return (
    <Checkbox.Group label="Items" value={items.map(String)} onChange={(v) => change(v.map(Number))}>
      {open.map((i) => (
        <Checkbox key={i.sequence} mt={6} value={String(i.sequence)} label={`Item ${i.sequence}: ${i.service.code}`} />
      ))}
    </Checkbox.Group>
  );
};

export const IntentForm = () => {
  const { view, send } = useDesk();
  const draft = useActDraft('intent', { items: openItems(view.state).map((i) => i.sequence), reason: '' });
  const { items, reason } = draft.value;
  return (
    <ActForm
      title="Intent to deny"
      submitLabel="Record the intent"
      draft={draft}
      problems={[
        ...(items.length > 0 ? [] : ['Choose at least one item.']),
        ...(reason.trim() ? [] : ['Write why you mean to decide against it.']),
      ]}
      submit={() => send({ type: 'RecordIntentToDeny', itemSequences: [...items], reason: reason.trim() })}
    >
      <Text size="xs" c="dimmed">
        This decides nothing and stops no clock. It opens the way to a peer-to-peer before the decision.
      </Text>
      <LinesField items={items} change={(chosen) => draft.change({ items: [...chosen] })} />
      <Textarea
        label="Why"
        description="The clinician should be able to answer it"
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={reason}
        onChange={(e) => draft.change({ reason: e.currentTarget.value })}
      />
    </ActForm>
  );
};

export const OfferForm = () => {
  const { view, actor, zone, send } = useDesk();
  const { requestingProvider } = view.state.request;
  const { next, demand } = view.peerToPeer;
  const now = view.now as Instant;
  const physicians = usePhysicians();
  const taken = openPeerToPeers(view.state).flatMap((p) => p.itemSequences);
  const free = openItems(view.state)
    .map((i) => i.sequence)
    .filter((n) => !taken.includes(n));
  const later = slotDraft(addElapsed(now, { hours: 2 }), zone);
  const draft = useActDraft('offerTalk', {
    items: free,
    because: (demand.offers.length > 0 ? 'demanded' : 'providerDisagrees') as OfferReason,
    slots: [{ ...later, time: `${later.time.slice(0, 2)}:00` }] as readonly SlotDraft[],
    name: requestingProvider.name,
    npi: requestingProvider.npi ?? '',
    phone: requestingProvider.phone ?? '',
    email: '',
    how: 'phone' as (typeof offerChannels)[number],
    physicianUserId: actor.roles.includes('medicalDirector') ? actor.userId : '',
  });
  const v = draft.value;
  const early = next?.rule.intentFirst && v.items.find((n) => !intentFor(view.state, n));
  const slots = v.slots.flatMap((s) => slotOf(s, zone) ?? []);
  return (
    <ActForm
      title="Offer a peer-to-peer"
      submitLabel="Record the offer"
      draft={draft}
      problems={[
        ...(next ? [] : ['No rule on peer-to-peers covers this line of business.']),
        ...(v.items.length > 0 ? [] : ['Choose at least one item without an open offer.']),
        ...(early ? [`Item ${early}: a physician records the intent to deny first (${next.rule.citation}).`] : []),
        ...(v.name.trim() ? [] : ['Name the clinician.']),
        ...(v.npi.trim() === '' || /^\d{10}$/.test(v.npi.trim()) ? [] : ['An NPI has ten digits.']),
        ...(v.email.trim() === '' || /^\S+@\S+\.\S+$/.test(v.email.trim())
          ? []
          : ['The mail address needs a name, an @ and a domain.']),
        ...(next ? slotProblems(v.slots, zone, now, next.closesAt) : []),
      ]}
      submit={() =>
        send({
          type: 'OfferPeerToPeer',
          itemSequences: [...v.items],
          because: v.because,
          slots,
          to: {
            name: v.name.trim(),
            ...(v.npi.trim() ? { npi: v.npi.trim() } : {}),
            ...(v.phone.trim() ? { phone: v.phone.trim() } : {}),
            ...(v.email.trim() ? { email: v.email.trim() } : {}),
          },
          how: v.how,
          ...(v.physicianUserId ? { physicianUserId: v.physicianUserId } : {}),
        })
      }
    >
      {next && (
        <Warning title={`Open until ${moment(next.closesAt, zone)}`}>
          {next.rule.name} ({next.rule.citation}). The offer stops no clock; it ends with the earliest hard deadline at
          the latest.
        </Warning>
      )}
      <LinesField items={v.items} change={(items) => draft.change({ items: [...items] })} />
      <NativeSelect
        label="Because"
        value={v.because}
        onChange={(e) => draft.change({ because: e.currentTarget.value as OfferReason })}
        data={offerReasons.map((r) => ({ value: r, label: capital(becauseWords[r].replace('because ', '')) }))}
      />
      <TextInput
        label="Clinician"
        required
        value={v.name}
        onChange={(e) => draft.change({ name: e.currentTarget.value })}
      />
      <TextInput
        label="NPI of the clinician"
        inputMode="numeric"
        value={v.npi}
        onChange={(e) => draft.change({ npi: e.currentTarget.value })}
      />
      <TextInput
        label="Phone"
        type="tel"
        value={v.phone}
        onChange={(e) => draft.change({ phone: e.currentTarget.value })}
      />
      <TextInput
        label="Mail address"
        description="For the link and reminders; without it only the plan is reminded"
        type="email"
        value={v.email}
        onChange={(e) => draft.change({ email: e.currentTarget.value })}
      />
      <NativeSelect
        label="Offered"
        value={v.how}
        onChange={(e) => draft.change({ how: e.currentTarget.value as typeof v.how })}
        data={offerChannels.map((c) => ({ value: c, label: capital(channelWords[c]) }))}
      />
      <NativeSelect
        label="Speaks for the plan"
        value={v.physicianUserId}
        onChange={(e) => draft.change({ physicianUserId: e.currentTarget.value })}
        data={[{ value: '', label: 'Not settled yet' }, ...physicians.map((p) => ({ value: p.userId, label: p.name }))]}
      />
      <Text size="xs" c="dimmed">
        Times offered, by the clock of {zone}. Without any, the clinician proposes times.
      </Text>
      <SlotFields slots={v.slots} zone={zone} change={(s) => draft.change({ slots: [...s] })} more={later} />
    </ActForm>
  );
};
