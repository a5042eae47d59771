import { dashboardRoles } from '@openum/domain/report/access.ts';
import type { DialView } from '@openum/http/contract/dial.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { count } from '../app/format.ts';

type Props = { readonly settled: DialView['settled']; readonly number: number; readonly word: string };

/** How many lines a change has settled without a person; for those who read reports it opens them. */
export const Settled = ({ settled, number, word }: Props) => {
  const { view } = useSession();
  const lines = settled[number] ?? 0;
  const words = `${lines === 0 ? 'No line' : count(lines, 'line')} ${word} under it so far`;
  if (lines === 0 || !view.user.roles.some((r) => dashboardRoles.includes(r))) return <small>{words}</small>;
  return (
    <small>
      <Link to="/dashboard/lines" search={{ dial: String(number) }}>
        {words}
      </Link>
    </small>
  );
};
