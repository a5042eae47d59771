import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { linesOfBusiness, reviewTypes } from '@openum/domain/case/request.ts';
import { caseStatuses } from '@openum/domain/case/status.ts';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { lineOfBusinessWord, reviewTypeWord, statusWord, urgencyWord } from '../app/words.ts';
import { SavedFilters } from '../savedFilter/SavedFilters.tsx';
import { FilterMenu } from './FilterMenu.tsx';
import { isNarrowed, noFilter, readWorkSearch, searchOf, type WorkFilter, type WorkSearch } from './filter.ts';

type Props = {
  readonly filter: WorkFilter;
  readonly change: (filter: WorkFilter) => void;
  readonly apply: (search: WorkSearch) => void;
  /** Address of the whole list as a file. */
  readonly file: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
};

export const FilterBar = ({ filter, change, apply, file, searchField }: Props) => {
  const [text, setText] = useState(filter.text);
  const changeText = useDebouncedCallback((next: string) => change({ ...filter, text: next.trim() }), 250);
  useEffect(() => {
    setText((shown) => (shown.trim() === filter.text ? shown : filter.text));
  }, [filter.text]);

  const { urgency: _, ...withoutUrgency } = filter;
  return (
    <Group gap="xs" className="um-filters">
      <TextInput
        ref={searchField}
        size="xs"
        w={230}
        type="search"
        aria-label="Filter by member name or number"
        placeholder="Name or number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
        onKeyDown={(e) => {
          if (e.key !== 'Escape') return;
          setText('');
          changeText('');
          e.currentTarget.blur();
        }}
      />
      <FilterMenu
        label="Line of business"
        words={lineOfBusinessWord}
        options={linesOfBusiness}
        chosen={filter.lines}
        choose={(lines) => change({ ...filter, lines })}
      />
      <FilterMenu
        label="Stage"
        words={reviewTypeWord}
        options={reviewTypes}
        chosen={filter.stages}
        choose={(stages) => change({ ...filter, stages })}
      />
      <FilterMenu
        label="Urgency"
        words={urgencyWord}
        options={['standard', 'expedited'] as const}
        chosen={filter.urgency ? [filter.urgency] : []}
        choose={(chosen) => {
          const [only] = chosen;
          change(chosen.length === 1 && only ? { ...filter, urgency: only } : withoutUrgency);
        }}
      />
      <FilterMenu
        label="Status"
        words={statusWord}
        options={caseStatuses}
        chosen={filter.statuses}
        choose={(statuses) => change({ ...filter, statuses })}
      />
      {isNarrowed(filter) && (
        <Button variant="subtle" onClick={() => apply(searchOf({ ...noFilter, tab: filter.tab }))}>
          Clear filters
        </Button>
      )}
      <span className="um-push" />
      <Button component="a" href={file} variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
        Export<span className="um-hidden"> the list (CSV)</span>
      </Button>
      <SavedFilters page="work" current={searchOf(filter)} apply={(search) => apply(readWorkSearch(search))} />
    </Group>
  );
};
