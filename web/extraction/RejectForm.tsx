import { Alert, Button, Group, TextInput } from '@mantine/core';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';
import { answerTo } from './answer.ts';

const common = ['Of another patient', 'Of an earlier time', 'Not what the page says', 'Read wrongly from the picture'];

type Props = { readonly offered: OfferedFact; readonly label: string; readonly close: () => void };

/** Says that what was read is not so. */
export const RejectForm = ({ offered, label, close }: Props) => {
  const { send } = useDesk();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const submit = async (because = reason) => {
    setTried(true);
    if (because.trim() === '') return;
    setBusy(true);
    setFailed(undefined);
    try {
      await send(answerTo(offered, { verdict: 'rejected', reason: because.trim() }));
      close();
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
      noValidate
      aria-label={`Reject ${label}`}
      onKeyDown={submitKeys(() => void submit(), close)}
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
    >
      <Group gap={6}>
        {common.map((c) => (
          <Button key={c} size="compact-xs" variant="default" disabled={busy} onClick={() => void submit(c)}>
            {c}
          </Button>
        ))}
      </Group>
      <TextInput
        label="Or another reason"
        maxLength={1000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
        error={tried && reason.trim() === '' ? 'Say why it is not so.' : undefined}
      />
      {failed && (
        <Alert color="red" role="alert">
          {failed}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={busy}>
          Reject
        </Button>
        <Button variant="default" size="compact-sm" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
};
