import { Alert, Button, Textarea } from '@mantine/core';
import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { type FormEvent, useState } from 'react';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import css from './portal.module.css';
import { useOwnAct } from './useOwnAct.ts';

/** Takes the request back, with the reason; the plan stops its review. */
export const WithdrawPanel = ({ request }: { readonly request: OwnRequest }) => {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { send, busy, failure } = useOwnAct(request.caseId, 'withdraw');
  if (request.closed.withdraw) return null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) await send({ reason: reason.trim() });
  };
  return (
    <Panel title="No longer needed?">
      {open ? (
        <form className={css.form} onSubmit={submit} noValidate>
          <Textarea
            label="Why do you take it back?"
            description="The review ends. To ask again, send a new request."
            required
            autosize
            minRows={2}
            maxLength={2000}
            data-autofocus
            autoFocus
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
            error={tried && !reason.trim() ? 'Write the reason.' : undefined}
          />
          {failure !== undefined && (
            <Alert color="red" role="alert">
              {problemText(failure)}
            </Alert>
          )}
          <div className={css.actions}>
            <Button type="submit" color="red" loading={busy}>
              Take the request back
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              Keep it
            </Button>
          </div>
        </form>
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          Take the request back
        </Button>
      )}
    </Panel>
  );
};
