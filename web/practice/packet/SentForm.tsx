import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type PacketWay, packetWays } from '@openum/domain/packet/record.ts';
import { atWallClock } from '@openum/domain/time/instant.ts';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';

export const wayWord: Record<PacketWay, string> = {
  fax: 'Fax',
  email: 'E-mail',
  portal: 'Payer portal',
  mail: 'Mail',
  hand: 'By hand',
};

type Props = {
  readonly path: string;
  readonly sentTo: string;
  readonly title: string;
  /** Most likely way. */
  readonly likely: PacketWay;
  readonly close: () => void;
};

/** How a file went that somebody sent by themselves: the way, the time, the reference, the name. */
export const SentForm = ({ path, sentTo, title, likely, close }: Props) => {
  const { zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const [way, setWay] = useState<PacketWay>(likely);
  const [v, setV] = useState({ sentTo, sentAt: '', reference: '', spokeWith: '' });
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const optional = (name: 'reference' | 'spokeWith') => (v[name].trim() ? { [name]: v[name].trim() } : {});
  const missing = !v.sentTo.trim()
    ? 'Write to which number or address it went.'
    : way === 'portal' && !v.reference.trim() && !v.spokeWith.trim()
      ? 'Write the payer’s reference, or whom you spoke with.'
      : undefined;
  return (
    <form
      className="um-practice-form"
      aria-label={title}
      onSubmit={(e) => {
        e.preventDefault();
        if (missing) return;
        void send(path, {
          by: 'person',
          way,
          sentTo: v.sentTo.trim(),
          ...(v.sentAt ? { sentAt: atWallClock(v.sentAt, zone) } : {}),
          ...optional('reference'),
          ...optional('spokeWith'),
        }).then((ok) => ok && close());
      }}
    >
      <div className="um-practice-fields">
        <NativeSelect
          label="Way"
          value={way}
          onChange={(e) => setWay(e.currentTarget.value as PacketWay)}
          data={packetWays.map((w) => ({ value: w, label: wayWord[w] }))}
        />
        <TextInput label="Sent to" placeholder="Number or address" {...field('sentTo')} />
        <TextInput type="datetime-local" label="When (empty: now)" {...field('sentAt')} />
        <TextInput label="Payer’s reference" {...field('reference')} />
        <TextInput label="Spoke with" {...field('spokeWith')} />
      </div>
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(missing ? { 'data-disabled': true, 'aria-disabled': true, title: missing } : {})}
        >
          Write down as sent
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        {missing && <span className="um-practice-quiet">{missing}</span>}
      </div>
    </form>
  );
};
