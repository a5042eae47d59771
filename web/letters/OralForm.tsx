import { NativeSelect, TextInput } from '@mantine/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { useDesk } from '../case/desk.ts';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';

/** A decision that was told by telephone. */
export const OralForm = ({ close }: { readonly close: () => void }) => {
  const { view, zone, send } = useDesk();
  const renew = useRenewLetters();
  const { state } = view;
  const now = wallClock(view.now as Instant, zone);
  const { member, requestingProvider } = state.request;
  const [audience, setAudience] = useState<'member' | 'provider'>('member');
  const [spokenTo, setSpokenTo] = useState(`${member.given} ${member.family}`);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const givenAt = localMoment(day, time, zone);
  const itemSequences = state.items.filter((i) => i.determination).map((i) => i.sequence);
  const save = useMutation({
    mutationFn: async () => {
      if (givenAt) await send({ type: 'GiveOralNotice', itemSequences, audience, spokenTo, number, givenAt });
    },
    onSuccess: async () => {
      await renew();
      close();
    },
  });
  const why =
    itemSequences.length === 0
      ? 'Nothing was decided yet.'
      : spokenTo.trim() === ''
        ? 'Write who was told.'
        : number.trim() === ''
          ? 'Write the number that was called.'
          : givenAt === undefined
            ? 'Say when.'
            : undefined;
  return (
    <div className="um-letters-block">
      <NativeSelect
        label="Who was told"
        value={audience}
        onChange={(e) => {
          const to = e.currentTarget.value as typeof audience;
          setAudience(to);
          setSpokenTo(to === 'member' ? `${member.given} ${member.family}` : requestingProvider.name);
          setNumber(to === 'member' ? '' : (requestingProvider.phone ?? ''));
        }}
        data={[
          { value: 'member', label: 'The member' },
          { value: 'provider', label: 'The provider' },
        ]}
      />
      <div className="um-letters-line">
        <TextInput label="Name" value={spokenTo} onChange={(e) => setSpokenTo(e.currentTarget.value)} />
        <TextInput label="Number" type="tel" value={number} onChange={(e) => setNumber(e.currentTarget.value)} />
        <TextInput label="Day" type="date" value={day} onChange={(e) => setDay(e.currentTarget.value)} />
        <TextInput
          label="Time"
          title={zone}
          type="time"
          value={time}
          onChange={(e) => setTime(e.currentTarget.value)}
        />
      </div>
      <span className="um-letters-note">
        Where a rule lets a call stand for the notice, the clock stops at the call and the written notice is owed within
        the days of that rule. Where none does, the call is on record and the clock goes on.
      </span>
      <Failure error={save.error} />
      <ActButton why={why} loading={save.isPending} style={{ justifySelf: 'start' }} onClick={() => save.mutate()}>
        Record the call
      </ActButton>
    </div>
  );
};
