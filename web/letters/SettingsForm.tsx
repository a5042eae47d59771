import { Checkbox, NativeSelect } from '@mantine/core';
import type { DeliveryChannel } from '@openum/domain/delivery/event.ts';
import type { LettersView } from '@openum/http/contract/delivery.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';
import { channelWord } from './words.ts';

const ways: Record<'member' | 'provider', readonly DeliveryChannel[]> = {
  member: ['print', 'email'],
  provider: ['portal', 'print', 'email', 'fax'],
};

/** How letters go where a reader has said nothing else. */
export const SettingsForm = ({ board }: { readonly board: LettersView }) => {
  const { actor } = useSession();
  const renew = useRenewLetters();
  const { sending } = board;
  const [settings, setSettings] = useState(board.settings);
  const save = useMutation({ mutationFn: () => post('/api/letters/settings', settings), onSuccess: renew });
  const may = actor.roles.includes('administrator') || actor.roles.includes('umDirector');
  const same = JSON.stringify(settings) === JSON.stringify(board.settings);
  const why = may ? (same ? 'Nothing was changed.' : undefined) : 'This is for the administrator and the UM director.';
  const set = (part: Partial<typeof settings>) => setSettings({ ...settings, ...part });
  return (
    <div className="um-letters-form">
      <div>
        {sending.mail
          ? `A mail server is set up${sending.fax ? ', and a fax gateway' : '; no fax gateway is'}.`
          : 'No mail server is set up in this installation (OPENUM_SMTP_URL): what is to go by e-mail or fax goes on paper.'}
      </div>
      {(['member', 'provider'] as const).map((audience) => (
        <NativeSelect
          key={audience}
          label={`Letters to ${audience === 'member' ? 'members' : 'providers'}`}
          disabled={!may}
          value={settings.channels[audience]}
          onChange={(e) =>
            set({ channels: { ...settings.channels, [audience]: e.currentTarget.value as DeliveryChannel } })
          }
          data={ways[audience].map((value) => ({ value, label: channelWord[value] }))}
        />
      ))}
      <Checkbox
        label="Follow letters on paper to the carrier"
        description="A letter on paper then counts as sent when the carrier has it, and the clock of its case runs until then. Otherwise it counts when it is issued: choose that where a print house takes over at once."
        disabled={!may}
        checked={settings.followMail}
        onChange={(e) => set({ followMail: e.currentTarget.checked })}
      />
      <Checkbox
        label="Attach letters to e-mail"
        description="Otherwise a mail says only that there is a letter: to a provider in the portal, to a member in the post. Ask counsel before letters travel as attachments (45 CFR 164.312(e))."
        disabled={!may}
        checked={settings.attachToMail}
        onChange={(e) => set({ attachToMail: e.currentTarget.checked })}
      />
      <Failure error={save.error} />
      <ActButton why={why} loading={save.isPending} onClick={() => save.mutate()} style={{ justifySelf: 'start' }}>
        Save
      </ActButton>
    </div>
  );
};
