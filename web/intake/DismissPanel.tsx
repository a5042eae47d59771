import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';

/** For what is no request. The message stays on the list, with the reason and the name. */
export const DismissPanel = ({ messageId, done }: { readonly messageId: string; readonly done: () => void }) => {
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (reason.trim() === '') return setSaid('Write why this is no request.');
    setBusy(true);
    try {
      await post(`/api/intake/${encodeURIComponent(messageId)}/dismiss`, { reason: reason.trim() });
      done();
    } catch (problem) {
      setSaid(problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="No request?">
      <Text size="sm">
        Put it aside when it asks for nothing or was sent to the wrong place. It stays on the list of all arrivals with
        your reason; nothing is deleted.
      </Text>
      <Textarea
        label="Reason"
        autosize
        minRows={2}
        maxLength={2000}
        mt={6}
        value={reason}
        error={said}
        onChange={(e) => {
          setSaid(undefined);
          setReason(e.currentTarget.value);
        }}
      />
      <Button variant="default" mt={8} loading={busy} onClick={() => void send()}>
        Put aside
      </Button>
    </Panel>
  );
};
