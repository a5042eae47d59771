import { ActionIcon, Button, Group, NativeSelect, Popover, Stack, Text, TextInput } from '@mantine/core';
import type { SavedFiltersView } from '@openum/http/contract/savedFilter.ts';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { del, get, post } from '../api/client.ts';

type Filter = SavedFiltersView['filters'][number];
type Props = {
  readonly page: Filter['page'];
  /** What the list is filtered by now, as its address says. */
  readonly current: Readonly<Record<string, string | undefined>>;
  readonly apply: (search: Readonly<Record<string, string>>) => void;
};

const queryKey = ['saved-filters'] as const;

const present = (search: Props['current']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(search).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

const sharedWith = (f: Filter, teams: SavedFiltersView['teams']): string | undefined =>
  f.own ? teams.find((t) => t.teamId === f.teamId)?.name : f.ownerName;

/** Filters kept by name: one's own, and those that others share with a team one is in. */
export const SavedFilters = ({ page, current, apply }: Props) => {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [teamId, setTeamId] = useState('');
  const { data, isPending } = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<SavedFiltersView>('/api/saved-filters', {}, signal),
    staleTime: 60_000,
  });
  const renew = () => client.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: () =>
      post<void>('/api/saved-filters', {
        page,
        name: name.trim(),
        search: present(current),
        ...(teamId ? { teamId } : {}),
      }),
    onSuccess: async () => {
      setName('');
      await renew();
    },
  });
  const remove = useMutation({
    mutationFn: (filterId: string) => del<void>(`/api/saved-filters/${encodeURIComponent(filterId)}`),
    onSuccess: renew,
  });
  const filters = (data?.filters ?? []).filter((f) => f.page === page);
  const teams = data?.teams ?? [];
  const replaces = filters.some((f) => f.own && f.name === name.trim());
  const problem = save.error ?? remove.error;

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={14} aria-hidden />}
          onClick={() => setOpen((o) => !o)}
        >
          Saved
          <span className="um-hidden"> filters</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Saved filters">
        <Stack gap={2} mb="sm">
          {!isPending && filters.length === 0 && (
            <Text size="sm" c="dimmed">
              None yet. Filter the list, name it here, and open it later with one click.
            </Text>
          )}
          {filters.map((f) => (
            <Group key={f.filterId} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                flex={1}
                justify="flex-start"
                onClick={() => {
                  apply(f.search);
                  setOpen(false);
                }}
              >
                {f.name}
                {sharedWith(f, teams) && (
                  <Text component="span" size="xs" c="dimmed" ml={6}>
                    {f.own ? `with ${sharedWith(f, teams)}` : `of ${f.ownerName}`}
                  </Text>
                )}
              </Button>
              {f.own && (
                <ActionIcon
                  aria-label={`Delete the filter ${f.name}`}
                  loading={remove.isPending && remove.variables === f.filterId}
                  onClick={() => remove.mutate(f.filterId)}
                >
                  <IconTrash size={15} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
        </Stack>
        <form
          onSubmit={(e) => {
            e.preventDefault();
            if (name.trim()) save.mutate();
          }}
        >
          <Stack gap="xs">
            <TextInput
              label="Save the present filter as"
              size="xs"
              maxLength={60}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            {teams.length > 0 && (
              <NativeSelect
                label="Seen by"
                size="xs"
                value={teamId}
                data={[{ value: '', label: 'Me' }, ...teams.map((t) => ({ value: t.teamId, label: `Team ${t.name}` }))]}
                onChange={(e) => setTeamId(e.currentTarget.value)}
              />
            )}
            {problem && (
              <Text size="xs" c="red" role="alert">
                {problem.message}
              </Text>
            )}
            <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
              {replaces ? 'Replace' : 'Save'}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
