import type { Instant } from '@openum/domain/time/instant.ts';
import type { PeerToPeerBoardRow } from '@openum/http/contract/peerToPeer.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { clockTime, date } from '../app/format.ts';
import { type CalendarSlot, calendarOf } from './calendar.ts';

const kindWords = { agreed: 'Agreed', offered: 'Offered', proposed: 'Proposed by the clinician' } as const;
const kindTones = { agreed: 'accent', offered: 'waiting', proposed: 'physician' } as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const Time = ({ s, now }: { readonly s: CalendarSlot; readonly now: Instant }) => {
  const { zone } = useSession();
  const { row, slot, kind, clash } = s;
  const over = slot.endsAt <= now;
  return (
    <li className="um-day-slot" data-tone={over || clash ? 'bad' : kindTones[kind]}>
      <b>{clockTime(slot.startsAt, zone)}</b> <span>{over ? 'Record what happened' : kindWords[kind]}</span>
      <div>
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {row.caseNumber}
        </Link>{' '}
        {row.offer.to.name}
      </div>
      <div>
        {row.offer.physician?.name ?? 'Nobody for the plan yet'}
        {clash && '. Has another talk at this time'}
      </div>
    </li>
  );
};

/** The times offered and taken, day by day. */
export const BoardCalendar = ({
  rows,
  now,
}: {
  readonly rows: readonly PeerToPeerBoardRow[];
  readonly now: Instant;
}) => {
  const { zone } = useSession();
  return (
    <ol className="um-days" aria-label={`Times by the clock of ${zone}`}>
      {calendarOf(rows, now, zone).map(({ day, slots }) => (
        <li key={day} className="um-day">
          <h2>
            {weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]} <span>{date(day)}</span>
          </h2>
          {slots.length === 0 ? (
            <p>No talk</p>
          ) : (
            <ul>
              {slots.map((s) => (
                <Time key={`${s.row.offer.offerId} ${s.slot.startsAt} ${s.kind}`} s={s} now={now} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
};
