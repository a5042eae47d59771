import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import type { RoutingPerson } from '@openum/http/contract/routing.ts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { roleWord } from '../app/words.ts';
import { type TeamDraft, wordsOf } from './draft.ts';

type Props = {
  readonly team: TeamDraft;
  readonly people: readonly RoutingPerson[];
  /** Rules that send cases here. */
  readonly usedBy: number;
  readonly change: (team: TeamDraft | undefined) => void;
};

type MemberProps = {
  readonly member: TeamDraft['members'][number];
  readonly name: string;
  readonly change: (member: TeamDraft['members'][number] | undefined) => void;
};

const Member = ({ member, name, change }: MemberProps) => {
  const [skills, setSkills] = useState(member.skills.join(', '));
  return (
    <li className="um-team-member">
      <span>{name}</span>
      <TextInput
        size="xs"
        aria-label={`Skills of ${name}, with commas between`}
        placeholder="Skills, with commas between"
        value={skills}
        onChange={(e) => {
          setSkills(e.currentTarget.value);
          change({ ...member, skills: wordsOf(e.currentTarget.value) });
        }}
      />
      <ActionIcon aria-label={`Take ${name} out of the team`} onClick={() => change(undefined)}>
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </li>
  );
};

/** A team: its name, its people and what each is good at. */
export const TeamEditor = ({ team, people, usedBy, change }: Props) => {
  const nameOf = (userId: string) => people.find((p) => p.userId === userId)?.name ?? 'somebody who has left';
  const others = people.filter((p) => !team.members.some((m) => m.userId === p.userId));
  return (
    <fieldset className="um-team" aria-label={team.name || 'New team'}>
      <div className="um-team-head">
        <TextInput
          label="Name of the team"
          required
          maxLength={80}
          value={team.name}
          error={team.name.trim() === '' ? 'Name the team.' : undefined}
          onChange={(e) => change({ ...team, name: e.currentTarget.value })}
        />
        <ActButton
          size="compact-sm"
          variant="default"
          why={
            usedBy > 0
              ? `${usedBy === 1 ? 'A rule sends' : `${usedBy} rules send`} cases here. Change that first.`
              : undefined
          }
          onClick={() => change(undefined)}
        >
          Remove the team
        </ActButton>
      </div>
      <ul className="um-team-members">
        {team.members.map((m, at) => (
          <Member
            key={m.userId}
            member={m}
            name={nameOf(m.userId)}
            change={(next) =>
              change({ ...team, members: team.members.flatMap((x, n) => (n === at ? (next ?? []) : x)) })
            }
          />
        ))}
      </ul>
      <NativeSelect
        size="xs"
        aria-label={`Add somebody to ${team.name || 'the team'}`}
        value=""
        onChange={(e) => {
          const userId = e.currentTarget.value;
          if (userId) change({ ...team, members: [...team.members, { userId, skills: [] }] });
        }}
        data={[
          { value: '', label: 'Add somebody' },
          ...others.map((p) => ({
            value: p.userId,
            label: `${p.name} (${p.roles.map((r) => roleWord[r]).join(', ')})`,
          })),
        ]}
      />
    </fieldset>
  );
};
