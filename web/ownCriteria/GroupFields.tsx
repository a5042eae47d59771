import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { childrenOf, type Group } from '@openum/domain/logic/condition.ts';
import { asKind, type GroupKind, groupKinds, kindOf } from './tree.ts';
import { groupKindWord } from './words.ts';

type Props = {
  readonly group: Group;
  readonly disabled: boolean;
  readonly change: (group: Group, key?: string) => void;
};

/** A group: its name, and how many of its parts it asks for. */
export const GroupFields = ({ group, disabled, change }: Props) => (
  <>
    <TextInput
      label="Name of the group"
      disabled={disabled}
      maxLength={300}
      value={group.label}
      onChange={(e) => change({ ...group, label: e.currentTarget.value }, 'label')}
    />
    <NativeSelect
      label="It asks for"
      disabled={disabled}
      value={kindOf(group)}
      onChange={(e) => change(asKind(group, e.currentTarget.value as GroupKind))}
      data={groupKinds.map((value) => ({ value, label: groupKindWord[value] }))}
    />
    {'of' in group && (
      <NumberInput
        label="At least this many"
        disabled={disabled}
        min={1}
        max={childrenOf(group).length}
        allowDecimal={false}
        value={group.atLeast}
        onChange={(value) => typeof value === 'number' && change({ ...group, atLeast: value }, 'atLeast')}
      />
    )}
  </>
);
