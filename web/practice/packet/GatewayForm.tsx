import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';

type Props = {
  readonly path: string;
  readonly way: 'fax' | 'email';
  readonly sentTo: string;
  readonly close: () => void;
};

/** Sends a file by this installation; what the server says is written down. */
export const GatewayForm = ({ path, way, sentTo, close }: Props) => {
  const client = useQueryClient();
  const { send, busy, message } = usePracticeSend();
  const [to, setTo] = useState(sentTo);
  const missing = to.trim() ? undefined : way === 'fax' ? 'Write the fax number.' : 'Write the e-mail address.';
  return (
    <form
      className="um-practice-form"
      aria-label={way === 'fax' ? 'Fax it now' : 'E-mail it now'}
      onSubmit={(e) => {
        e.preventDefault();
        if (missing) return;
        void send(path, { by: 'gateway', way, sentTo: to.trim() }).then((ok) =>
          // What failed stands in the record too.
          ok ? close() : client.invalidateQueries({ queryKey: ['practice'] }),
        );
      }}
    >
      <TextInput
        label={way === 'fax' ? 'Fax number' : 'E-mail address'}
        description={way === 'email' ? 'Only to an address of which you know that it takes encrypted mail.' : undefined}
        maxLength={200}
        value={to}
        onChange={(e) => setTo(e.currentTarget.value)}
      />
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(missing ? { 'data-disabled': true, 'aria-disabled': true, title: missing } : {})}
        >
          {way === 'fax' ? 'Fax it now' : 'E-mail it now'}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
};
