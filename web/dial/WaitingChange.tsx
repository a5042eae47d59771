import { Button, Group, TextInput } from '@mantine/core';
import type { DialChange } from '@openum/domain/dial/dial.ts';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date, moment } from '../app/format.ts';
import { useDialAct } from './queries.ts';
import { basisWord, settingWords } from './words.ts';

type Props = {
  readonly change: DialChange;
  readonly sequence: number;
  readonly may: boolean;
  readonly nameOf: (setId: string) => string;
};

/** A proposed change with what a second person can do about it. */
export const WaitingChange = ({ change: c, sequence, may, nameOf }: Props) => {
  const { zone, view } = useSession();
  const act = useDialAct(sequence);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const own = c.proposed.userId === view.user.userId;
  return (
    <li>
      {settingWords(c.setting, nameOf)}
      <small>
        From {date(c.effectiveFrom)}. {c.bases.map((b) => basisWord[b]).join(', ')}: {c.reason}
      </small>
      <small>
        Proposed by {c.proposed.name}, {moment(c.proposed.at, zone)}
      </small>
      {may && (
        <Group gap="xs" mt={6} align="flex-end">
          <ActButton
            size="xs"
            loading={act.isPending}
            why={own ? 'You proposed it; somebody else confirms it.' : undefined}
            onClick={() => act.mutate({ type: 'ConfirmDial', changeId: c.changeId })}
          >
            Confirm
          </ActButton>
          {declining ? (
            <>
              <TextInput
                size="xs"
                label="Why it is declined"
                value={reason}
                maxLength={2000}
                onChange={(e) => setReason(e.currentTarget.value)}
              />
              <Button
                size="xs"
                variant="default"
                disabled={reason.trim() === ''}
                onClick={() => act.mutate({ type: 'DeclineDial', changeId: c.changeId, reason })}
              >
                Decline
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" onClick={() => setDeclining(true)}>
              {own ? 'Take back' : 'Decline'}
            </Button>
          )}
          {own && <span className="um-quiet">Somebody else confirms it.</span>}
        </Group>
      )}
      {act.error && (
        <p role="alert" className="um-dial-problem">
          {act.error.message}
        </p>
      )}
    </li>
  );
};
