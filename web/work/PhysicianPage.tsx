import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../app/states.tsx';
import { CaseDesk } from './CaseDesk.tsx';

const queue = { queue: 'physician' } as const;

/** Cases that a clinical reviewer could not approve and has referred. */
export const PhysicianPage = () => {
  const search = useSearch({ from: '/shell/physician' });
  const navigate = useNavigate();
  return (
    <CaseDesk
      title="Physician queue"
      search={search}
      setSearch={(next, replace) => void navigate({ to: '/physician', search: next, replace })}
      base={queue}
      waiting={queue}
      empty={() => (
        <EmptyState title="No case is waiting for a physician">
          Cases come here when a clinical reviewer refers what did not meet criteria. They appear by themselves.
        </EmptyState>
      )}
    />
  );
};
