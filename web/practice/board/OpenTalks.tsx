import type { BoardLine } from '@openum/http/contract/practice/episode.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { count, moment } from '../../app/format.ts';

/** Windows of peer-to-peers that are open, the one that closes first on top: none may be missed. */
export const OpenTalks = ({ lines }: { readonly lines: readonly BoardLine[] }) => {
  const { zone } = useSession();
  const talks = lines.flatMap((l) => (l.talkClosesAt ? [{ line: l, closesAt: l.talkClosesAt }] : []));
  if (talks.length === 0) return null;
  return (
    <section className="um-practice-talks" aria-labelledby="open-talks">
      <h2 id="open-talks">{count(talks.length, 'peer-to-peer')} open</h2>
      <ul>
        {talks.map(({ line, closesAt }) => (
          <li key={line.episodeId}>
            <DueTime dueAt={closesAt} zone={zone} focusable />{' '}
            <Link to="/practice/episodes/$episodeId" params={{ episodeId: line.episodeId }}>
              {line.patientName}
            </Link>
            , {line.payerName ?? 'no payer'}: window closes {moment(closesAt, zone)}
          </li>
        ))}
      </ul>
    </section>
  );
};
