import { Group, Kbd, Modal, Text, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { caseStatuses } from '@openum/domain/case/status.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { SearchView } from '@openum/http/contract/search.ts';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { get } from '../api/client.ts';
import { date } from './format.ts';
import { StatusBadge } from './StatusBadge.tsx';

export const SearchButton = () => (
  <UnstyledButton className="um-search" onClick={() => spotlight.open()}>
    <IconSearch size={15} aria-hidden />
    <span className="um-search-text">Find a member, case, authorization or provider</span>
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

type HitProps = {
  readonly name: string;
  readonly quiet?: string;
  readonly second: string;
  readonly side?: ReactNode;
  readonly open: () => void;
};

const Hit = ({ name, quiet, second, side, open }: HitProps) => (
  <Spotlight.Action onClick={open}>
    <Group justify="space-between" w="100%" wrap="nowrap" gap="md">
      <div className="um-cut-box">
        <Text size="sm" fw={560} truncate>
          {name}
          {quiet && (
            <Text component="span" size="xs" fw={400} className="um-found-quiet">
              {' '}
              {quiet}
            </Text>
          )}
        </Text>
        <Text size="xs" truncate className="um-found-quiet">
          {second}
        </Text>
      </div>
      {side}
    </Group>
  </Spotlight.Action>
);

const nothing: SearchView = { cases: [], appeals: [], members: [], providers: [] };

/** Finds from anywhere by what people have at hand: a name, or one of the numbers. */
export const Search = () => {
  useSearchKey();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 180);
  const { data, isFetching, isError } = useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => get<SearchView>('/api/search', { text, limit: 5 }, signal),
    enabled: text.length >= 2,
    placeholderData: keepPreviousData,
  });
  const found = text.length >= 2 ? (data ?? nothing) : nothing;
  const total = found.cases.length + found.appeals.length + found.members.length + found.providers.length;
  const hint =
    text.length < 2
      ? 'Start of a name, or a member, case, authorization, appeal or NPI number'
      : isFetching || text !== typed.trim()
        ? 'Searching…'
        : isError
          ? 'The search did not answer. Try again.'
          : `Nothing found for “${text}”. A name is found by how it begins, a number of a case only in full.`;
  const openCase = (caseId: string) => () => void navigate({ to: '/cases/$caseId', params: { caseId } });
  /** Every case of somebody, closed ones too. */
  const casesOf = (number: string) => () =>
    void navigate({ to: '/work', search: { tab: 'all', status: caseStatuses.join(','), text: number } });

  return (
    <Spotlight.Root query={typed} onQueryChange={setTyped} shortcut="mod + K" scrollable maxHeight={480} size="lg">
      <Modal.Title className="um-hidden">Find anything</Modal.Title>
      <Spotlight.Search
        placeholder="Name, or a member, case, authorization, appeal or NPI number"
        aria-label="Find anything"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.cases.length > 0 && (
          <Spotlight.ActionsGroup label="Cases">
            {found.cases.map((c) => (
              <Hit
                key={c.caseId}
                name={c.memberName}
                quiet={`${date(c.memberBirthDate)} · ${c.memberNumber}`}
                second={`${c.caseNumber} · ${c.serviceSummary}`}
                side={<StatusBadge status={c.status} />}
                open={openCase(c.caseId)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.appeals.length > 0 && (
          <Spotlight.ActionsGroup label="Appeals">
            {found.appeals.map((a) => (
              <Hit
                key={a.appealId}
                name={a.number}
                quiet={a.memberName}
                second={`${a.levelName} · case ${a.caseNumber}`}
                open={openCase(a.caseId)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.members.length > 0 && (
          <Spotlight.ActionsGroup label="Members: all of their cases">
            {found.members.map((m) => (
              <Hit
                key={m.memberId}
                name={m.name}
                quiet={`${date(m.birthDate as CalendarDate)} · ${m.memberNumber}`}
                second={m.planName}
                open={casesOf(m.memberNumber)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.providers.length > 0 && (
          <Spotlight.ActionsGroup label="Providers: all that they asked for">
            {found.providers.map((p) => (
              <Hit
                key={p.npi}
                name={p.name}
                second={`NPI ${p.npi}${p.specialty ? ` · ${p.specialty}` : ''}`}
                open={casesOf(p.npi)}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {total === 0 && <Spotlight.Empty role="status">{hint}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
