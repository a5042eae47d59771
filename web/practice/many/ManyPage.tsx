import '../practice.css';
import '../../workList/work.css';
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useSession } from '../../api/session.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState } from '../../app/states.tsx';
import { BoardView } from './BoardView.tsx';
import { DenialsView } from './DenialsView.tsx';
import { FiguresView } from './FiguresView.tsx';
import type { ViewProps } from './parts.tsx';
import { type ManyView, manyViews, readManySearch } from './search.ts';
import { TalksView } from './TalksView.tsx';
import { TasksView } from './TasksView.tsx';

const route = getRouteApi('/shell/practice/practice/many');

const viewWord: Record<ManyView, string> = {
  board: 'Board',
  tasks: 'Tasks',
  talks: 'Peer-to-peer',
  denials: 'Denials',
  figures: 'Four questions',
};

const viewOf: Record<ManyView, ComponentType<ViewProps>> = {
  board: BoardView,
  tasks: TasksView,
  talks: TalksView,
  denials: DenialsView,
  figures: FiguresView,
};

/** Every practice that let somebody in, as one list; what is done is done in one of them. */
export const ManyPage = () => {
  const { view: session } = useSession();
  const { view = 'board', ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const open = session.open ?? [];
  const View = viewOf[view];
  const change = (part: Record<string, string>) =>
    void navigate({ search: (before) => readManySearch({ ...before, ...part }), replace: true });
  return (
    <Page
      title="All practices"
      aside={
        <span className="um-practice-quiet">
          {open.length === 1 ? '1 practice is' : `${open.length} practices are`} open to you
        </span>
      }
    >
      <div className="um-practice-filters">
        <SegmentedControl
          size="xs"
          aria-label="What to show"
          value={view}
          onChange={(v) => change({ view: v, due: '', page: '' })}
          data={manyViews.map((v) => ({ value: v, label: viewWord[v] }))}
        />
        <NativeSelect
          size="xs"
          aria-label="Which practice"
          value={asked.in ?? ''}
          onChange={(e) => change({ in: e.currentTarget.value, page: '' })}
          data={[{ value: '', label: 'Every practice' }, ...open.map((p) => ({ value: p.tenantId, label: p.name }))]}
        />
      </div>
      {open.length === 0 ? (
        <EmptyState title="No practice is open to you">
          An administrator of the practice gives you access, by the e-mail address with which you sign in.
        </EmptyState>
      ) : (
        <View asked={asked} change={change} />
      )}
    </Page>
  );
};
