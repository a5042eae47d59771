import { Group, Kbd, Modal, Text, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import type { WorkListView } from '@openum/http/contract/workList.ts';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { get } from '../api/client.ts';
import { date } from './format.ts';
import { StatusBadge } from './StatusBadge.tsx';

export const SearchButton = () => (
  <UnstyledButton className="um-search" onClick={() => spotlight.open()}>
    <IconSearch size={15} aria-hidden />
    <span className="um-search-text">Find a member, case or authorization</span>
    <Kbd size="xs" aria-hidden className="um-search-key">
      Ctrl K
    </Kbd>
  </UnstyledButton>
);

/** Ctrl K or Cmd K, heard before the table, which keeps the keys pressed in it to itself. */
const useSearchKey = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault();
      event.stopPropagation();
      spotlight.toggle();
    };
    document.addEventListener('keydown', press, { capture: true });
    return () => document.removeEventListener('keydown', press, { capture: true });
  }, []);
};

/** Finds a case from anywhere by what people have at hand: a name, or one of three numbers. */
export const Search = () => {
  useSearchKey();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 180);
  const { data, isFetching, isError } = useQuery({
    queryKey: ['cases', 'search', text],
    queryFn: ({ signal }) => get<WorkListView>('/api/cases', { text, limit: 8 }, signal),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });
  const rows = text.length >= 2 ? (data?.rows ?? []) : [];
  const hint =
    text.length < 2
      ? 'Start of a name, a member number, a case number or an authorization number'
      : isFetching || text !== typed.trim()
        ? 'Searching…'
        : isError
          ? 'The search did not answer. Try again.'
          : `Nothing found for “${text}”. A name is found by how it begins, a number only in full.`;

  return (
    <Spotlight.Root query={typed} onQueryChange={setTyped} shortcut="mod + K" scrollable maxHeight={480} size="lg">
      <Modal.Title className="um-hidden">Find a case</Modal.Title>
      <Spotlight.Search
        placeholder="Member name, member number, case number or authorization number"
        aria-label="Find a case"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {rows.map((row) => (
          <Spotlight.Action
            key={row.caseId}
            onClick={() => navigate({ to: '/cases/$caseId', params: { caseId: row.caseId } })}
          >
            <Group justify="space-between" w="100%" wrap="nowrap" gap="md">
              <div className="um-cut-box">
                <Text size="sm" fw={560} truncate>
                  {row.memberName}{' '}
                  <Text component="span" size="xs" fw={400} className="um-found-quiet">
                    {date(row.memberBirthDate)} · {row.memberNumber}
                  </Text>
                </Text>
                <Text size="xs" truncate className="um-found-quiet">
                  {row.caseNumber} · {row.serviceSummary}
                </Text>
              </div>
              <StatusBadge status={row.status} />
            </Group>
          </Spotlight.Action>
        ))}
        {rows.length === 0 && <Spotlight.Empty role="status">{hint}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
