import { NativeSelect, TextInput } from '@mantine/core';
import { type DeliveryChannel, deliveryChannels } from '@openum/domain/delivery/event.ts';
import { type NoticeFormat, noticeFormats } from '@openum/domain/notice/document.ts';
import type { ContactBody, ContactsView } from '@openum/http/contract/delivery.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { ActButton } from '../app/ActButton.tsx';
import { useDesk } from '../case/desk.ts';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';
import { channelWord, formatWord, languageWord } from './words.ts';

type Props = {
  readonly audience: 'member' | 'provider';
  readonly contacts: ContactsView;
  readonly close: () => void;
};

/** How one reader wants letters; kept with the reader, for all later letters. */
export const ContactForm = ({ audience, contacts, close }: Props) => {
  const { view } = useDesk();
  const renew = useRenewLetters();
  const known = contacts[audience].preference;
  const [channel, setChannel] = useState<DeliveryChannel | ''>(known?.channel ?? '');
  const [email, setEmail] = useState(known?.email ?? '');
  const [fax, setFax] = useState(known?.fax ?? '');
  const [language, setLanguage] = useState(known?.language ?? '');
  const [format, setFormat] = useState<NoticeFormat>(known?.format ?? 'standard');
  const body: ContactBody = {
    ...(channel ? { channel } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(fax.trim() ? { fax: fax.trim() } : {}),
    ...(language ? { language } : {}),
    format,
  };
  const save = useMutation({
    mutationFn: () => post(`/api/cases/${encodeURIComponent(view.caseId)}/contacts/${audience}`, body),
    onSuccess: async () => {
      await renew();
      close();
    },
  });
  const ways = deliveryChannels.filter((c) => audience === 'provider' || (c !== 'portal' && c !== 'fax'));
  const why =
    channel === 'email' && email.trim() === ''
      ? 'Write the e-mail address.'
      : channel === 'fax' && fax.trim() === ''
        ? 'Write the fax number.'
        : undefined;
  return (
    <div className="um-letters-block">
      <div className="um-letters-line">
        <NativeSelect
          label={`How the ${audience} wants letters`}
          value={channel}
          onChange={(e) => setChannel(e.currentTarget.value as DeliveryChannel | '')}
          data={[
            { value: '', label: 'As the plan sends them' },
            ...ways.map((value) => ({ value, label: channelWord[value] })),
          ]}
        />
        <NativeSelect
          label="Print"
          value={format}
          onChange={(e) => setFormat(e.currentTarget.value as NoticeFormat)}
          data={noticeFormats.map((value) => ({ value, label: formatWord[value] }))}
        />
        <NativeSelect
          label="Language"
          value={language}
          onChange={(e) => setLanguage(e.currentTarget.value)}
          data={[
            { value: '', label: 'Not said' },
            ...contacts.languages.map((value) => ({ value, label: languageWord(value) })),
          ]}
        />
        <TextInput label="E-mail" type="email" value={email} onChange={(e) => setEmail(e.currentTarget.value)} />
        {audience === 'provider' && (
          <TextInput label="Fax" type="tel" value={fax} onChange={(e) => setFax(e.currentTarget.value)} />
        )}
      </div>
      <Failure error={save.error} />
      <ActButton why={why} loading={save.isPending} style={{ justifySelf: 'start' }} onClick={() => save.mutate()}>
        Save for all later letters
      </ActButton>
    </div>
  );
};
