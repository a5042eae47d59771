import { Anchor } from '@mantine/core';
import type { CriteriaReference } from '@openum/domain/determination/determination.ts';
import { Link } from '@tanstack/react-router';
import { useLibrary } from '../../criteria/queries.ts';
import { StatusChip } from '../../criteria/StatusChip.tsx';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { draftsFor } from './drafts.ts';

/** Where the set of an evaluation stands in the library now; it may have gone on since the evaluation. */
export const LibraryLink = ({ criteria }: { readonly criteria: CriteriaReference }) => {
  const library = useLibrary();
  const entry = library.data?.sets.find((s) => s.id === criteria.setId);
  if (!library.data) return null;
  if (!entry) return <span className={css.quiet}>no longer in the library</span>;
  return (
    <>
      <StatusChip status={entry.status} />
      {entry.version !== criteria.version && <span className={css.quiet}>the library holds {entry.version}</span>}
      <Anchor
        size="sm"
        renderRoot={(props) => <Link {...props} to="/criteria/$setId" params={{ setId: criteria.setId }} />}
      >
        Read the criteria
      </Anchor>
    </>
  );
};

/** Drafts that name a service of the case: something to read, that decided nothing here. */
export const StudyDrafts = () => {
  const { view } = useDesk();
  const library = useLibrary();
  const drafts = draftsFor(
    library.data?.sets ?? [],
    view.state.request.coverage.lineOfBusiness,
    view.state.items.map((i) => i.service.code),
  );
  if (drafts.length === 0) return null;
  return (
    <p className={css.row} style={{ margin: 0 }}>
      For study, not used here:{' '}
      {drafts.map((d, at) => (
        <span key={d.id}>
          {at > 0 && ', '}
          <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/criteria/$setId" params={{ setId: d.id }} />}>
            {d.name}
          </Anchor>{' '}
          <StatusChip status={d.status} />
        </span>
      ))}
    </p>
  );
};
