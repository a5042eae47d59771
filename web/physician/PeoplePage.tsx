import './physician.css';
import '../brief/brief.css';
import '../peerToPeer/peerToPeer.css';
import { absenceAt } from '@openum/domain/matching/physician.ts';
import { fieldWords } from '@openum/domain/matching/reasons.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PhysicianPeopleView } from '@openum/http/contract/physician.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { count, moment } from '../app/format.ts';
import { useNow } from '../app/now.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';

type Person = PhysicianPeopleView['people'][number];

const Licences = ({ person, now }: { readonly person: Person; readonly now: Instant }) => {
  const licences = person.qualification?.licences ?? [];
  if (licences.length === 0) return <>none on file</>;
  return (
    <>
      {licences
        .map((l) => (l.status === 'active' && l.expiresOn >= now.slice(0, 10) ? l.state : `${l.state} (not valid)`))
        .join(', ')}
    </>
  );
};

/** Those who may decide: where they are licensed, how much they hold, who is away; each leads to their file. */
export const PeoplePage = () => {
  const { zone } = useSession();
  const now = new Date(useNow()).toISOString() as Instant;
  const people = useQuery({
    queryKey: ['physician-people'],
    queryFn: ({ signal }) => get<PhysicianPeopleView>('/api/physician/people', {}, signal),
  });
  const active = (people.data?.people ?? []).filter((p) => p.active);
  return (
    <Page title="Physicians">
      {people.isPending && <LoadingRows label="Loading the physicians" />}
      {people.isError && <FailedState error={people.error} retry={() => void people.refetch()} />}
      {people.data && active.length === 0 && (
        <EmptyState title="No physician is on file">
          Referred cases cannot be decided against a request until an administrator adds a physician.
        </EmptyState>
      )}
      {active.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['Physician', 'Licences', 'Fields', 'Holds', 'Today', 'Conflicts'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {active.map((p) => {
              const away = absenceAt(p, now);
              const open = p.conflicts.filter((c) => !c.endedAt).length;
              return (
                <tr key={p.userId}>
                  <td>
                    <Link to="/physician/file/$userId" params={{ userId: p.userId }}>
                      {p.name}
                    </Link>
                  </td>
                  <td>
                    <Licences person={p} now={now} />
                  </td>
                  <td>{p.qualification?.specialties.map(fieldWords).join(', ')}</td>
                  <td>
                    {count(p.holds.length, 'case')}, {p.load} of {p.capacityPoints} points
                  </td>
                  <td>{away ? `Away until ${moment(away.until, zone)}` : 'At work'}</td>
                  <td>{open === 0 ? 'none declared' : open}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Page>
  );
};
