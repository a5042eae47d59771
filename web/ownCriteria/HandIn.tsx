import { Button, TextInput } from '@mantine/core';
import { mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import { type OwnCriteria, openVersion } from '@openum/domain/ownCriteria/version.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count } from '../app/format.ts';
import { Failure } from '../letters/Failure.tsx';
import { ownCriteriaQuery, useOwnCriteriaAct } from './queries.ts';

type Props = {
  readonly own: OwnCriteria;
  readonly problems: number;
  /** Keeps what was written last; then the version is handed in as it stands. */
  readonly flush: () => Promise<void>;
  readonly unsaved: boolean;
};

/** Hands a draft to a second person. */
export const HandIn = ({ own, problems, flush, unsaved }: Props) => {
  const { actor } = useSession();
  const client = useQueryClient();
  const act = useOwnCriteriaAct(own.setId);
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const why = mayNotOwnCriteria('SubmitCriteria', actor)
    ? 'This is for those who write criteria.'
    : problems > 0
      ? `${count(problems, 'thing')} to mend first; see the checks.`
      : unsaved
        ? 'What you wrote is not kept yet.'
        : undefined;
  if (!open)
    return (
      <ActButton why={why} onClick={() => setOpen(true)}>
        Hand in for approval
      </ActButton>
    );
  const send = async () => {
    await flush();
    const latest = client.getQueryData(ownCriteriaQuery(own.setId).queryKey)?.own ?? own;
    const v = openVersion(latest);
    if (!v) return;
    act.mutate({
      sequence: latest.sequence,
      act: { type: 'SubmitCriteria', version: v.version, note: note.trim() },
    });
  };
  return (
    <div className="um-template-line">
      <TextInput
        className="um-grow"
        label="For the one who approves it"
        description="What changes, and why"
        maxLength={1000}
        value={note}
        data-autofocus
        onChange={(e) => setNote(e.currentTarget.value)}
      />
      <ActButton why={why} loading={act.isPending} onClick={() => void send()}>
        Hand in
      </ActButton>
      <Button variant="default" onClick={() => setOpen(false)}>
        Not yet
      </Button>
      <Failure error={act.error} />
    </div>
  );
};
