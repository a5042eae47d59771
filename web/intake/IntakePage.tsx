import './intake.css';
import '../workList/work.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { Channel } from '@openum/domain/case/request.ts';
import { arrivalStates, unsettledStates } from '@openum/domain/intake/arrivalState.ts';
import { IconFileUpload, IconPhonePlus, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { channelWord } from '../app/words.ts';
import { ArrivalTable } from './ArrivalTable.tsx';
import type { IntakeSearch } from './search.ts';
import { UploadPanel } from './UploadPanel.tsx';
import { useIntake } from './useIntake.ts';
import { stateWord } from './words.ts';

/** Every arrival of every channel, what it lacks, and who has it. */
export const IntakePage = () => {
  const search = useSearch({ from: '/shell/desk/intake' });
  const navigate = useNavigate();
  const { list, counts, rows } = useIntake(search);
  const [uploading, setUploading] = useState(false);
  const go = (change: IntakeSearch) => void navigate({ to: '/intake', search: change, replace: true });
  const type = useDebouncedCallback((text: string) => {
    const { text: _, ...rest } = search;
    go(text.trim() ? { ...rest, text: text.trim() } : rest);
  }, 250);
  const press = (state: IntakeSearch['state']) => {
    const { state: before, ...rest } = search;
    go(before === state || state === undefined ? rest : { ...rest, state });
  };
  // What wants somebody stays in sight when there is none of it.
  const shown = (state: (typeof arrivalStates)[number]) =>
    unsettledStates.includes(state) || search.state === state || (counts?.[state] ?? 0) > 0;
  const total = (states: readonly (keyof typeof stateWord)[]) => states.reduce((sum, s) => sum + (counts?.[s] ?? 0), 0);
  return (
    <Page
      title="Intake"
      actions={
        <div className="um-intake-actions">
          <Button
            variant="default"
            leftSection={<IconFileUpload size={15} aria-hidden />}
            aria-expanded={uploading}
            onClick={() => setUploading(!uploading)}
          >
            Upload a fax or letter
          </Button>
          <Button
            variant="default"
            leftSection={<IconPhonePlus size={15} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/new-request" search={{ channel: 'phone' }} />}
          >
            Take a phone request
          </Button>
        </div>
      }
    >
      {uploading && <UploadPanel close={() => setUploading(false)} />}
      <div className="um-intake-bar">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
        <div role="group" aria-label="State" className="um-intake-states">
          <button
            type="button"
            className="um-bucket"
            aria-pressed={search.state === undefined}
            onClick={() => press(undefined)}
          >
            <span className="um-bucket-count">{total(unsettledStates)}</span>
            <span>to do</span>
          </button>
          {arrivalStates.filter(shown).map((state) => (
            <button
              key={state}
              type="button"
              className="um-bucket"
              aria-pressed={search.state === state}
              onClick={() => press(state)}
            >
              <span className="um-bucket-count">{counts?.[state] ?? 0}</span>
              <span>{stateWord[state].toLowerCase()}</span>
            </button>
          ))}
          <button
            type="button"
            className="um-bucket"
            aria-pressed={search.state === 'all'}
            onClick={() => press('all')}
          >
            <span className="um-bucket-count">{total(arrivalStates)}</span>
            <span>all</span>
          </button>
        </div>
        <TextInput
          size="xs"
          w={230}
          type="search"
          aria-label="Filter by member name, member number or case number"
          placeholder="Name or number"
          leftSection={<IconSearch size={14} aria-hidden />}
          defaultValue={search.text ?? ''}
          onChange={(e) => type(e.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label="Channel"
          value={search.channel ?? ''}
          onChange={(e) => {
            const { channel: _, ...rest } = search;
            const value = e.currentTarget.value as Channel | '';
            go(value === '' ? rest : { ...rest, channel: value });
          }}
          data={[
            { value: '', label: 'All channels' },
            ...Object.entries(channelWord).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      {list.isError && <FailedState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <LoadingRows label="Loading the arrivals" />}
      {list.data && rows.length === 0 && (
        <EmptyState title={search.state === undefined ? 'Nothing waits at intake' : 'No arrival in this list'}>
          {search.text || search.channel
            ? 'Take away a filter to see more.'
            : 'New requests, faxes, letters and messages that could not be accepted appear here by themselves.'}
        </EmptyState>
      )}
      {rows.length > 0 && <ArrivalTable rows={rows} />}
      {list.hasNextPage && (
        <Button variant="default" mt="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </Page>
  );
};
