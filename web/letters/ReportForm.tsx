import { NativeSelect, TextInput } from '@mantine/core';
import type { Delivery } from '@openum/domain/delivery/delivery.ts';
import { type DeliveryChannel, deliveryChannels } from '@openum/domain/delivery/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { localMoment, wallClock } from '../case/act/localMoment.ts';
import { useDesk } from '../case/desk.ts';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';
import { channelWord } from './words.ts';

type Report = Extract<CommandBody, { type: 'ReportDelivery' }>['report'];
type Kind = Report['kind'];

const kindWord: Record<Kind, string> = {
  mailed: 'It was handed to the carrier',
  confirmed: 'It arrived',
  returned: 'It came back',
  queued: 'Send it another way',
  closed: 'Nothing more can be done',
};

/** What may be said of a letter where it is; the server decides by the same rule. */
const kindsFor = ({ status }: Delivery): readonly Kind[] => [
  ...(['toPrint', 'printed'].includes(status) ? (['mailed'] as const) : []),
  ...(['sent', 'mailed', 'inPortal', 'viewed'].includes(status) ? (['confirmed'] as const) : []),
  ...(['sent', 'printed', 'mailed', 'delivered'].includes(status) ? (['returned'] as const) : []),
  ...(status === 'returned' ? (['closed'] as const) : []),
  'queued',
];

type Props = {
  readonly noticeId: string;
  readonly audience: 'member' | 'provider';
  readonly delivery: Delivery;
  readonly close: () => void;
};

export const ReportForm = ({ noticeId, audience, delivery, close }: Props) => {
  const { view, zone, send } = useDesk();
  const renew = useRenewLetters();
  const kinds = kindsFor(delivery);
  const now = wallClock(view.now as Instant, zone);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'queued');
  const [text, setText] = useState('');
  const [carrier, setCarrier] = useState('USPS');
  const [trackingNumber, setTracking] = useState('');
  const [day, setDay] = useState(now.day);
  const [time, setTime] = useState(now.time);
  const [channel, setChannel] = useState<DeliveryChannel>('print');
  const [sendTo, setSendTo] = useState('');
  const mailedAt = localMoment(day, time, zone);
  const addressed = channel === 'email' || channel === 'fax';
  const reportOf = (): Report | undefined => {
    switch (kind) {
      case 'mailed':
        return mailedAt && { kind, carrier, mailedAt, ...(trackingNumber ? { trackingNumber } : {}) };
      case 'confirmed':
        return { kind, evidence: text };
      case 'queued':
        return { kind, channel, because: text, ...(addressed ? { sendTo } : {}) };
      default:
        return { kind, reason: text };
    }
  };
  const report = reportOf();
  const save = useMutation({
    mutationFn: async () => {
      if (report) await send({ type: 'ReportDelivery', noticeIds: [noticeId], report });
    },
    onSuccess: async () => {
      await renew();
      close();
    },
  });
  const why =
    kind === 'mailed'
      ? report
        ? undefined
        : 'Say when it was handed over.'
      : text.trim() === ''
        ? 'Write how you know, or why.'
        : kind === 'queued' && addressed && sendTo.trim() === ''
          ? 'Write where it goes.'
          : undefined;
  return (
    <div className="um-letters-block">
      <NativeSelect
        label="What became of it"
        value={kind}
        onChange={(e) => setKind(e.currentTarget.value as Kind)}
        data={kinds.map((value) => ({ value, label: kindWord[value] }))}
      />
      {kind === 'mailed' && (
        <div className="um-letters-line">
          <TextInput label="Carrier" value={carrier} onChange={(e) => setCarrier(e.currentTarget.value)} />
          <TextInput label="Day" type="date" value={day} onChange={(e) => setDay(e.currentTarget.value)} />
          <TextInput
            label="Time"
            title={zone}
            type="time"
            value={time}
            onChange={(e) => setTime(e.currentTarget.value)}
          />
          <TextInput
            label="Tracking number"
            value={trackingNumber}
            onChange={(e) => setTracking(e.currentTarget.value.trim())}
          />
        </div>
      )}
      {kind === 'queued' && (
        <div className="um-letters-line">
          <NativeSelect
            label="By"
            value={channel}
            onChange={(e) => setChannel(e.currentTarget.value as DeliveryChannel)}
            data={deliveryChannels
              .filter((value) => value !== 'portal' || audience === 'provider')
              .map((value) => ({ value, label: channelWord[value] }))}
          />
          {addressed && (
            <TextInput
              label={channel === 'email' ? 'E-mail address' : 'Fax number'}
              value={sendTo}
              onChange={(e) => setSendTo(e.currentTarget.value)}
            />
          )}
        </div>
      )}
      {kind !== 'mailed' && (
        <TextInput
          label={kind === 'confirmed' ? 'How you know' : 'Why'}
          maxLength={1000}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      )}
      <Failure error={save.error} />
      <ActButton why={why} loading={save.isPending} style={{ justifySelf: 'start' }} onClick={() => save.mutate()}>
        Record
      </ActButton>
    </div>
  );
};
