import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { registerQuery } from '../queries.ts';
import { levelCodes, levelWord } from '../words.ts';
import { isNarrowed, type SearchProps } from './search.ts';

/** Narrows the board: by name or number, programme, level, payer, and who is in. */
export const Filters = ({ search, change }: SearchProps) => {
  const register = useQuery(registerQuery).data;
  const [text, setText] = useState(search.text ?? '');
  const changeText = useDebouncedCallback((next: string) => change({ text: next.trim() }), 250);
  const choice = (
    key: 'programme' | 'level' | 'payer' | 'presence',
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[key] ?? ''}
      onChange={(e) => change({ [key]: e.currentTarget.value })}
      data={[...data]}
    />
  );
  return (
    <search className="um-practice-filters">
      <TextInput
        size="xs"
        type="search"
        aria-label="Find a patient"
        placeholder="Name, chart, member or episode number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
      />
      {choice('programme', 'Programme', [
        { value: '', label: 'Every programme' },
        ...(register?.programmes ?? []).map((p) => ({ value: p.programmeId, label: p.name })),
      ])}
      {choice('level', 'Level of care', [
        { value: '', label: 'Every level' },
        ...levelCodes.map((l) => ({ value: l, label: levelWord(l) })),
      ])}
      {choice('payer', 'Payer', [
        { value: '', label: 'Every payer' },
        ...(register?.payers ?? []).map((p) => ({ value: p.payerId, label: p.name })),
      ])}
      {choice('presence', 'Presence', [
        { value: '', label: 'In the practice' },
        { value: 'discharged', label: 'Discharged' },
        { value: 'all', label: 'Everybody' },
      ])}
      {isNarrowed(search) && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setText('');
            change({ programme: '', level: '', payer: '', presence: '', text: '', due: '' });
          }}
        >
          Clear filters
        </Button>
      )}
    </search>
  );
};
