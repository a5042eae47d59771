import { Kbd } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../app/states.tsx';
import { CaseDesk } from './CaseDesk.tsx';
import { useListTotal } from './counts.ts';
import { countsAll, countsQuery, searchOf, type WorkFilter, type WorkTab, workTabs } from './filter.ts';

const tabWord: Record<WorkTab, string> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  clinical: 'Clinical',
  all: 'All open',
};

const Tab = ({ tab, filter }: { readonly tab: WorkTab; readonly filter: WorkFilter }) => {
  const here = { ...filter, tab };
  const n = useListTotal(countsQuery(here), countsAll(here));
  return (
    <Link to="/work" search={searchOf(here)} className="um-tab" activeOptions={{ exact: true, includeSearch: true }}>
      {tabWord[tab]}
      <span className="um-tab-count">{n?.toLocaleString('en-US') ?? ''}</span>
    </Link>
  );
};

const Tabs = ({ filter }: { readonly filter: WorkFilter }) => (
  <nav aria-label="Lists" className="um-tabs">
    {workTabs.map((tab) => (
      <Tab key={tab} tab={tab} filter={filter} />
    ))}
  </nav>
);

const emptyWord: Record<WorkTab, { readonly title: string; readonly next: string }> = {
  mine: {
    title: 'You have no cases',
    next: 'Take the most urgent one that nobody has, or choose from the unassigned.',
  },
  unassigned: { title: 'Every case has somebody', next: 'New arrivals appear here by themselves.' },
  clinical: {
    title: 'Clinical review is clear',
    next: 'New arrivals appear here by themselves. Cases with a physician are in the physician queue.',
  },
  all: { title: 'There is no open case', next: 'Cases come in from providers, or you enter one under New request.' },
};

export const WorkPage = () => {
  const search = useSearch({ from: '/shell/desk/work' });
  const navigate = useNavigate();
  return (
    <CaseDesk
      title="Work list"
      search={search}
      setSearch={(next, replace) => void navigate({ to: '/work', search: next, replace })}
      waiting={{ queue: 'clinical' }}
      tabs={(filter) => <Tabs filter={filter} />}
      empty={({ tab }) => (
        <EmptyState title={emptyWord[tab].title}>
          {emptyWord[tab].next}
          {tab === 'mine' && (
            <>
              {' '}
              Press <Kbd size="xs">n</Kbd> or open{' '}
              <Link to="/work" search={{ tab: 'unassigned' }}>
                Unassigned
              </Link>
              .
            </>
          )}
        </EmptyState>
      )}
    />
  );
};
