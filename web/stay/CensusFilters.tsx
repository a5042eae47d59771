import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { type Readiness, readinessStates } from '@openum/domain/stay/event.ts';
import type { CensusView } from '@openum/http/contract/stay.ts';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { lineOfBusinessWord } from '../app/words.ts';
import { type CensusSearch, withFilter } from './census.ts';
import { readinessWords } from './words.ts';

type FilterProps = {
  readonly search: CensusSearch;
  readonly view: CensusView | undefined;
  readonly go: (change: CensusSearch) => void;
};

/** Which stays are shown. */
export const CensusFilters = ({ search, view, go }: FilterProps) => {
  const [text, setText] = useState(search.text ?? '');
  const changeText = useDebouncedCallback((next: string) => go(withFilter(search, 'text', next.trim())), 250);
  useEffect(() => {
    setText((shown) => (shown.trim() === (search.text ?? '') ? shown : (search.text ?? '')));
  }, [search.text]);
  const choice = (
    key: 'facility' | 'level' | 'line' | 'readiness',
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={search[key] ?? ''}
      onChange={(e) => go(withFilter(search, key, e.currentTarget.value))}
      data={[{ value: '', label: `${label}: all` }, ...data]}
    />
  );
  const narrowed = Object.keys(search).length > 0;
  return (
    <div className="um-census-filters">
      <TextInput
        size="xs"
        type="search"
        aria-label="Filter by member name or number"
        placeholder="Name or number"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(e) => {
          setText(e.currentTarget.value);
          changeText(e.currentTarget.value);
        }}
      />
      {choice(
        'facility',
        'Facility',
        (view?.facilities ?? []).map((f) => ({ value: f, label: f })),
      )}
      {choice(
        'level',
        'Level of care',
        (view?.levels ?? []).map((l) => ({ value: l.code, label: l.label })),
      )}
      {choice(
        'line',
        'Line of business',
        linesOfBusiness.map((l: LineOfBusiness) => ({ value: l, label: lineOfBusinessWord[l] })),
      )}
      {choice(
        'readiness',
        'Readiness',
        readinessStates.map((r: Readiness) => ({ value: r, label: readinessWords[r] })),
      )}
      <NativeSelect
        size="xs"
        aria-label="Presence"
        value={search.list === 'coverageEnd' ? 'all' : (search.presence ?? 'in')}
        disabled={search.list === 'coverageEnd'}
        {...(search.list === 'coverageEnd' ? { title: 'What is owed is listed of all stays' } : {})}
        onChange={(e) =>
          go(withFilter(search, 'presence', e.currentTarget.value === 'in' ? '' : e.currentTarget.value))
        }
        data={[
          { value: 'in', label: 'In house' },
          { value: 'discharged', label: 'Discharged' },
          { value: 'all', label: 'All stays' },
        ]}
      />
      {narrowed && (
        <Button size="compact-sm" variant="subtle" onClick={() => go({})}>
          Clear filters
        </Button>
      )}
    </div>
  );
};
