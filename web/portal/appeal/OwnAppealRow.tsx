import { Button, Textarea, TextInput } from '@mantine/core';
import type { OwnAppeals } from '@openum/http/contract/appeal.ts';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { moment } from '../../app/format.ts';
import { AppealChip } from '../../appeal/Chip.tsx';
import { standingWord } from '../../appeal/words.ts';
import { NotSent } from '../NotSent.tsx';
import css from '../portal.module.css';
import { useOwnAct } from '../useOwnAct.ts';

type Own = OwnAppeals['appeals'][number];

/** One appeal of a request: how it stands, what it waits for, and the way back. */
export const OwnAppealRow = ({ a, caseId }: { readonly a: Own; readonly caseId: string }) => {
  const { zone } = useSession();
  const to = `appeals/${encodeURIComponent(a.appealId)}`;
  const consent = useOwnAct(caseId, `${to}/consent`);
  const withdraw = useOwnAct(caseId, `${to}/withdraw`);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const ended = [
    'upheld',
    'overturned',
    'partiallyOverturned',
    'dismissed',
    'withdrawn',
    'lapsed',
    'toEffectuate',
  ].includes(a.status);
  return (
    <li className={css.item}>
      <div>
        <b>{a.levelName}</b>, {a.number} <AppealChip status={a.status} />
        <div className={css.quiet}>
          Received {moment(a.receivedAt, zone)}, {a.urgency}
        </div>
        {a.dueAt && !ended && (
          <div>
            The answer is due <DueTime dueAt={a.dueAt} zone={zone} focusable />
          </div>
        )}
        {a.reasons.map((r) => (
          <div key={r} className={css.answer}>
            {r}
          </div>
        ))}
        {a.missing && (
          <form
            onSubmit={(e: FormEvent) => {
              e.preventDefault();
              if (by.trim()) void consent.send({ by });
            }}
          >
            <p>
              The plan waits for {standingWord[a.missing]}. Add it under “Files you sent”, then say here who signed it.
            </p>
            <TextInput label="Signed by" value={by} onChange={(e) => setBy(e.currentTarget.value)} required />
            <Button type="submit" size="compact-sm" loading={consent.busy} mt="xs">
              It is sent
            </Button>
          </form>
        )}
        {!ended && (
          <details>
            <summary>Take the appeal back</summary>
            <form
              onSubmit={(e: FormEvent) => {
                e.preventDefault();
                if (reason.trim()) void withdraw.send({ reason });
              }}
            >
              <Textarea
                label="Reason"
                value={reason}
                onChange={(e) => setReason(e.currentTarget.value)}
                required
                autosize
              />
              <Button type="submit" size="compact-sm" color="red" loading={withdraw.busy} mt="xs">
                Take back
              </Button>
            </form>
          </details>
        )}
        <NotSent failure={consent.failure ?? withdraw.failure} />
      </div>
    </li>
  );
};
