import { Button } from '@mantine/core';
import type { PacketDesk } from '@openum/http/contract/practice/packet.ts';
import { useState } from 'react';
import { ActButton } from '../../app/ActButton.tsx';
import { GatewayForm } from './GatewayForm.tsx';
import { SentForm } from './SentForm.tsx';

type Props = {
  /** Where it is told how it went. */
  readonly path: string;
  readonly fax: string;
  /** Where paper goes by mail, when no fax number is known. */
  readonly address?: string;
  readonly gateways: PacketDesk['gateways'];
  readonly title: string;
  readonly why?: string | undefined;
};

const none = 'This installation has no gateway for it; download the file, send it, and write down how it went.';

/** The ways in which a file leaves: by this installation, or as somebody sends it by themselves. */
export const SendActs = ({ path, fax, address = '', gateways, title, why }: Props) => {
  const [form, setForm] = useState<'fax' | 'email' | 'person'>();
  const close = () => setForm(undefined);
  if (form === 'person')
    return (
      <SentForm
        path={path}
        sentTo={fax || address}
        likely={fax || !address ? 'fax' : 'mail'}
        title={`How ${title} went`}
        close={close}
      />
    );
  if (form) return <GatewayForm path={path} way={form} sentTo={form === 'fax' ? fax : ''} close={close} />;
  return (
    <>
      <ActButton size="compact-sm" why={why ?? (gateways.fax ? undefined : none)} onClick={() => setForm('fax')}>
        Fax it now
      </ActButton>
      <ActButton
        size="compact-sm"
        variant="default"
        why={why ?? (gateways.email ? undefined : none)}
        onClick={() => setForm('email')}
      >
        E-mail it now
      </ActButton>
      {why ? (
        <ActButton size="compact-sm" variant="default" why={why} onClick={() => undefined}>
          Write down as sent
        </ActButton>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setForm('person')}>
          Write down as sent
        </Button>
      )}
    </>
  );
};
