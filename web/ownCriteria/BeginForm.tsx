import { Button, TextInput } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { isOwnSetId, ownPrefix } from '@openum/domain/ownCriteria/check.ts';
import { mayNotOwnCriteria } from '@openum/domain/ownCriteria/decide.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { Failure } from '../letters/Failure.tsx';
import { blankPolicy, copyOf } from './blank.ts';
import { asBody, useOwnCriteriaAct } from './queries.ts';

type Props = {
  /** A set of the library to begin with; absent: from scratch. */
  readonly from?: CriteriaSet;
  readonly today: CalendarDate;
  readonly taken: readonly string[];
};

const shortNameOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);

/** Begins a criteria set of the plan: its own version of one of the library, or a policy from scratch. */
export const BeginForm = ({ from, today, taken }: Props) => {
  const { actor } = useSession();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(from ? from.name : '');
  const setId = `${ownPrefix}${shortNameOf(name)}`;
  const act = useOwnCriteriaAct(setId);
  const no = mayNotOwnCriteria('DraftCriteria', actor) ? 'This is for those who write criteria.' : undefined;
  if (!open)
    return (
      <ActButton variant="default" why={no} onClick={() => setOpen(true)}>
        {from ? 'Write our own version' : 'New policy'}
      </ActButton>
    );
  const why =
    no ??
    (!isOwnSetId(setId)
      ? 'Give it a name of at least two letters.'
      : taken.includes(setId)
        ? 'The plan has a set of this name already.'
        : undefined);
  const begin = () => {
    const set = from ? { ...copyOf(from, setId), name: name.trim() } : blankPolicy(setId, name.trim(), today);
    act.mutate(
      {
        sequence: 0,
        act: {
          type: 'DraftCriteria',
          set: asBody(set),
          ...(from ? { basedOn: { setId: from.id, version: from.version } } : {}),
          note: from ? `Begun with ${from.name}, version ${from.version}` : 'Begun from scratch',
        },
      },
      { onSuccess: () => void navigate({ to: '/criteria/own/$setId', params: { setId }, search: {} }) },
    );
  };
  return (
    <form
      className="um-template-line"
      onSubmit={(e) => {
        e.preventDefault();
        if (!why) begin();
      }}
    >
      <TextInput autoFocus label="Name" maxLength={200} value={name} onChange={(e) => setName(e.currentTarget.value)} />
      <ActButton why={why} loading={act.isPending} onClick={begin}>
        Begin
      </ActButton>
      <Button variant="default" onClick={() => setOpen(false)}>
        Close
      </Button>
      <Failure error={act.error} />
    </form>
  );
};
