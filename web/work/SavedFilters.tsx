import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useSession } from '../api/session.ts';
import type { WorkSearch } from './filter.ts';
import { useSavedFilters } from './saved.ts';

type Props = { readonly current: WorkSearch; readonly apply: (search: WorkSearch) => void };

export const SavedFilters = ({ current, apply }: Props) => {
  const { view } = useSession();
  const { saved, save, remove } = useSavedFilters(view.user.userId);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    save({ name: name.trim(), search: current });
    setName('');
  };

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={280} trapFocus returnFocus shadow="md">
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
          {saved.length === 0 && (
            <Text size="sm" c="dimmed">
              None yet. Filter the list, name it here, and open it later with one click.
            </Text>
          )}
          {saved.map((s) => (
            <Group key={s.name} gap={4} wrap="nowrap">
              <Button
                variant="subtle"
                flex={1}
                justify="flex-start"
                onClick={() => {
                  apply(s.search);
                  setOpen(false);
                }}
              >
                {s.name}
              </Button>
              <ActionIcon aria-label={`Delete the filter ${s.name}`} onClick={() => remove(s.name)}>
                <IconTrash size={15} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
        <form onSubmit={submit}>
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              label="Save the present filter as"
              size="xs"
              flex={1}
              maxLength={60}
              value={name}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            <Button type="submit" disabled={!name.trim()}>
              Save
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
};
