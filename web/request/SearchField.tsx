import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { get, type Query } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';

const waitMs = 220;

type Props<T> = {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly placeholder: string;
  readonly path: string;
  /** Sent with the typed text. */
  readonly query?: Query;
  readonly required?: boolean;
  readonly error: string | undefined;
  readonly keyOf: (hit: T) => string;
  readonly show: (hit: T) => ReactNode;
  /** The text left in the field once something is chosen; empty for lists that take one after another. */
  readonly chosen?: string;
  readonly pick: (hit: T) => void;
  readonly clear?: () => void;
  /** What the typed text itself may stand for. */
  readonly typed?: (text: string) => T | undefined;
};

/** A field that searches a register while one types. */
export const SearchField = <T,>(props: Props<T>) => {
  const { id, label, path, error, keyOf, show, query = {}, chosen = '', pick, clear, typed } = props;
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), waitMs);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const search = useQuery({
    queryKey: ['search', path, query, wanted],
    queryFn: ({ signal }) => get<readonly T[]>(path, { ...query, text: wanted, limit: 12 }, signal),
    enabled: wanted.length >= 2,
    staleTime: 30_000,
  });
  const own = typed?.(text);
  const found = search.data ?? [];
  const hits = own && !found.some((h) => keyOf(h) === keyOf(own)) ? [own, ...found] : found;
  const first = hits[0] && keyOf(hits[0]);
  useEffect(() => {
    if (first !== undefined) combobox.selectFirstOption();
  }, [first]);
  const take = (key: string) => {
    const hit = hits.find((h) => keyOf(h) === key);
    if (!hit) return;
    pick(hit);
    setText('');
    combobox.closeDropdown();
  };
  const nothing = wanted.length < 2 ? 'Type at least two letters or digits' : 'Nothing found; try the start of a name';
  return (
    <Combobox store={combobox} onOptionSubmit={take}>
      <Combobox.Target>
        <TextInput
          id={id}
          label={label}
          description={props.description}
          placeholder={props.placeholder}
          required={props.required ?? false}
          error={error ?? (search.isError ? problemText(search.error) : undefined)}
          autoComplete="off"
          value={chosen === '' ? text : chosen}
          readOnly={chosen !== ''}
          rightSection={
            search.isFetching ? (
              <Loader size="xs" />
            ) : chosen !== '' && clear ? (
              <CloseButton size="sm" aria-label={`Choose another: ${label}`} onClick={clear} />
            ) : undefined
          }
          onChange={(e) => {
            setText(e.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => text !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {hits.map((h) => (
            <Combobox.Option key={keyOf(h)} value={keyOf(h)}>
              {show(h)}
            </Combobox.Option>
          ))}
          {hits.length === 0 && !search.isFetching && <Combobox.Empty>{nothing}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
};
