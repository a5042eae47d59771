import { Alert, Button, Group, TextInput } from '@mantine/core';
import type { SwitchTarget } from '@openum/domain/suggestion/switch.ts';
import { useState } from 'react';
import { submitKeys } from '../case/keys.ts';
import { problemText } from '../case/problemText.ts';
import { useSwitch } from './queries.ts';

type Props = {
  readonly target: SwitchTarget;
  readonly on: boolean;
  readonly name: string;
  readonly close: () => void;
};

/** Why a switch is turned; it stays in the log with who and when. */
export const SwitchForm = ({ target, on, name, close }: Props) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const turn = useSwitch();
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') turn.mutate({ target, on, reason: reason.trim() }, { onSuccess: close });
  };
  return (
    <form
      aria-label={`Switch ${name} ${on ? 'on' : 'off'}`}
      onKeyDown={submitKeys(submit, close)}
      onSubmit={(e) => {
        e.preventDefault();
        submit();
      }}
    >
      <div className="um-model-line">
        <TextInput
          className="um-model-grow"
          label={`Why it is switched ${on ? 'on' : 'off'}`}
          required
          data-autofocus
          maxLength={1000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          error={tried && reason.trim() === '' && 'Write why.'}
        />
        <Group gap="xs">
          <Button type="submit" loading={turn.isPending}>
            Switch {on ? 'on' : 'off'}
          </Button>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
        </Group>
      </div>
      {turn.isError && (
        <Alert color="red" role="alert" mt="xs">
          {problemText(turn.error)}
        </Alert>
      )}
    </form>
  );
};
