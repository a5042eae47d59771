import { Alert, Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import css from '../case.module.css';
import { submitKeys } from '../keys.ts';
import { problemText } from '../problemText.ts';

type Props = {
  readonly label: string;
  /** Reasons that are given often, as buttons. */
  readonly common: readonly string[];
  /** Said when none was given. */
  readonly missing: string;
  readonly reject: (reason: string) => Promise<void>;
  readonly close: () => void;
};

/** Says why something that a machine read or suggested is not taken. */
export const RejectForm = ({ label, common, missing, reject, close }: Props) => {
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
        error={tried && reason.trim() === '' ? missing : undefined}
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
