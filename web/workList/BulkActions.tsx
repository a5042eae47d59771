import { Button, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { capabilities } from '@openum/domain/case/capability.ts';
import type { UserHit } from '@openum/http/contract/request.ts';
import type { CaseRow } from '@openum/http/contract/workList.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count } from '../app/format.ts';
import { askAgain } from './askAgain.ts';
import { BulkProgress } from './BulkProgress.tsx';
import { roleMissing, rowMayNot } from './rowAct.ts';
import { type BulkAct, sending, useBulk } from './useBulk.ts';

type Props = {
  readonly rows: readonly CaseRow[];
  readonly onSelect: (ids: ReadonlySet<string>) => void;
};

const acts = ['Assign', 'Release', 'RemindOwner', 'AddNote', 'MakeInformationLink'] as const;
type Act = (typeof acts)[number];

const actWord: Record<Act, string> = {
  Assign: 'Hand over',
  Release: 'Put back',
  RemindOwner: 'Remind',
  AddNote: 'Note',
  MakeInformationLink: 'Ask again',
};
const buttonWord: Record<Act, string> = {
  Assign: 'Hand over',
  Release: 'Put back on the list',
  RemindOwner: 'Remind each owner',
  AddNote: 'Add the note to each',
  MakeInformationLink: 'Ask each provider again',
};
const textLabel: Record<Exclude<Act, 'MakeInformationLink'>, string> = {
  Assign: 'Reason, optional',
  Release: 'Reason, optional',
  RemindOwner: 'Reminder: what to look at',
  AddNote: 'Note: stays in each record',
};

const mostSigns: Record<keyof typeof textLabel, number> = {
  Assign: 1000,
  Release: 1000,
  RemindOwner: 2000,
  AddNote: 10_000,
};

/** What can be done with the selected cases at once. */
export const BulkActions = ({ rows, onSelect }: Props) => {
  const { actor, zone } = useSession();
  const bulk = useBulk(onSelect);
  const allowed = acts.filter((a) => roleMissing(a, actor) === undefined);
  const [chosen, setChosen] = useState<Act>();
  const act = chosen ?? allowed[0] ?? 'Assign';
  const [to, setTo] = useState<UserHit>();
  const [text, setText] = useState('');
  const why = roleMissing(act, actor);
  const { data: users = [] } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => get<readonly UserHit[]>('/api/users', {}, signal),
    enabled: act === 'Assign' && why === undefined,
    staleTime: 5 * 60_000,
    select: (all) => all.filter((u) => capabilities.Claim.roles.some((r) => u.roles.includes(r))),
  });
  const reason = text.trim() ? { reason: text.trim() } : {};
  const missing =
    act === 'Assign' && !to
      ? 'Choose somebody first.'
      : (act === 'AddNote' || act === 'RemindOwner') && !text.trim()
        ? `Write the ${act === 'AddNote' ? 'note' : 'reminder'} first.`
        : undefined;

  const actOf = (): BulkAct => {
    switch (act) {
      case 'Assign':
        return {
          done: `handed over to ${to?.name ?? ''}`,
          send: sending({ type: 'Assign', toUserId: to?.userId ?? '', ...reason }),
          mayNot: (row) => rowMayNot('Assign', actor, row),
        };
      case 'Release':
        return {
          done: 'put back on the list',
          send: sending({ type: 'Release', ...reason }),
          mayNot: (row) => rowMayNot('Release', actor, row),
        };
      case 'RemindOwner':
        return {
          done: 'whose owner was reminded',
          send: sending({ type: 'RemindOwner', text: text.trim() }),
          mayNot: (row) => rowMayNot('RemindOwner', actor, row),
        };
      case 'MakeInformationLink':
        return {
          done: 'whose provider was asked again by mail',
          send: (row) => askAgain(row, zone),
          mayNot: (row) => rowMayNot('MakeInformationLink', actor, row),
        };
      case 'AddNote':
        return { done: 'noted', send: sending({ type: 'AddNote', text: text.trim() }) };
    }
  };

  return (
    <>
      {rows.length > 0 && (
        <Group gap="sm" className="um-bulk" wrap="wrap">
          <Text size="sm" fw={600}>
            {count(rows.length, 'case')} selected
          </Text>
          <SegmentedControl
            size="xs"
            aria-label="What to do with them"
            value={act}
            disabled={bulk.busy}
            data={acts.map((value) => ({ value, label: actWord[value], disabled: !allowed.includes(value) }))}
            onChange={(value) => setChosen(acts.find((a) => a === value))}
          />
          {act === 'Assign' && (
            <Select
              aria-label="Hand over to"
              placeholder="To…"
              size="xs"
              w={200}
              searchable
              clearable
              disabled={why !== undefined || bulk.busy}
              data={users.map((u) => ({ value: u.userId, label: u.name }))}
              value={to?.userId ?? null}
              onChange={(id) => setTo(users.find((u) => u.userId === id))}
              nothingFoundMessage="Nobody of that name"
            />
          )}
          {act === 'MakeInformationLink' ? (
            <Text size="xs" c="dimmed">
              Mails the open request again, with a new link, to the address on file. Nobody is asked twice within 24
              hours.
            </Text>
          ) : (
            <TextInput
              size="xs"
              w={240}
              aria-label={textLabel[act]}
              placeholder={textLabel[act]}
              maxLength={mostSigns[act]}
              disabled={why !== undefined || bulk.busy}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
          )}
          <ActButton
            why={why ?? missing}
            loading={bulk.busy}
            onClick={() => {
              void bulk.start(rows, actOf()).then(() => setText(''));
            }}
          >
            {buttonWord[act]}
          </ActButton>
          <Button variant="subtle" onClick={() => onSelect(new Set())} disabled={bulk.busy}>
            Clear selection
          </Button>
          {why && (
            <Text size="xs" c="dimmed">
              {why}
            </Text>
          )}
        </Group>
      )}
      <div role="status">{bulk.run && <BulkProgress run={bulk.run} dismiss={bulk.dismiss} />}</div>
    </>
  );
};
