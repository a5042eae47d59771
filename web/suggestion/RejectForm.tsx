import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import css from '../case/case.module.css';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';

const common = ['Not what the page says', 'Of another patient', 'Of no use here', 'Already known'];

type Props = {
  readonly label: string;
  readonly reject: (reason: string) => Promise<void>;
  readonly close: () => void;
};

/** Says why a suggestion is not taken; the reasons are what the model is measured by. */
export const RejectForm = ({ label, reject, close }: Props) => {
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
      await reject(because.trim());
    } catch (problem) {
      setFailed(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form
      className={css.form}
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
        error={tried && reason.trim() === '' ? 'Say why it is not taken.' : undefined}
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
