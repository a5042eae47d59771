import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';

type Props<T extends string> = {
  readonly label: string;
  readonly words: Record<T, string>;
  readonly options: readonly T[];
  readonly chosen: readonly T[];
  readonly choose: (chosen: readonly T[]) => void;
};

/** Any number of choices behind one small button that says what is chosen. */
export const FilterMenu = <T extends string>({ label, words, options, chosen, choose }: Props<T>) => {
  const [only] = chosen;
  const said = only === undefined ? label : chosen.length === 1 ? words[only] : `${label}: ${chosen.length}`;
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          variant="default"
          className="um-filter"
          data-on={chosen.length > 0 || undefined}
          rightSection={<IconChevronDown size={13} aria-hidden />}
          aria-label={only === undefined ? `${label}: any` : `${label}: ${chosen.map((c) => words[c]).join(', ')}`}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Checkbox.Group
          label={label}
          value={[...chosen]}
          onChange={(value) => choose(options.filter((o) => value.includes(o)))}
        >
          <Stack gap={9} mt={8}>
            {options.map((o) => (
              <Checkbox key={o} value={o} label={words[o]} size="xs" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button variant="subtle" size="compact-xs" mt="xs" onClick={() => choose([])} disabled={chosen.length === 0}>
          Clear
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};
