import type { RoutingView } from '@openum/http/contract/routing.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';
import { roleWord } from '../app/words.ts';
import { Panel } from '../case/Panel.tsx';

/** Everybody who is in a team: what they have, and whether they are there. */
export const PeoplePanel = ({ view }: { readonly view: RoutingView }) => {
  const { zone } = useSession();
  const teams = view.saved?.plan.teams ?? [];
  const inTeams = view.people.filter((p) => teams.some((t) => t.members.some((m) => m.userId === p.userId)));
  if (inTeams.length === 0) return null;
  return (
    <Panel title="People now" flush>
      <table className="um-people-table">
        <thead>
          <tr>
            {['Person', 'Teams', 'Now', 'Open cases', 'Load', 'Away and hours'].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inTeams.map((p) => (
            <tr key={p.userId}>
              <td>
                {p.name}
                <div className="um-quiet">{p.roles.map((r) => roleWord[r]).join(', ')}</div>
              </td>
              <td>
                {teams
                  .filter((t) => t.members.some((m) => m.userId === p.userId))
                  .map((t) => t.name)
                  .join(', ')}
              </td>
              <td>
                <span className="um-chip" data-tone={p.here ? 'good' : 'waiting'}>
                  {p.here ? 'At work' : p.awayUntil ? 'Out of office' : 'Off duty'}
                </span>
                {p.awayUntil && <div className="um-quiet">until {moment(p.awayUntil, zone)}</div>}
              </td>
              <td>{p.open}</td>
              <td>
                {p.load}
                {p.capacity !== undefined && ` of ${p.capacity}`}
              </td>
              <td>
                <Link to="/physician/file/$userId" params={{ userId: p.userId }}>
                  Change
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
