import { Link } from '@tanstack/react-router';
import { Bell } from './Bell.tsx';
import { useTold } from './news.ts';
import { ToldList } from './ToldList.tsx';

const shown = 20;

/** The unread of the review desk: deadlines that near their end, and what happened to one's cases. */
export const Alarms = () => {
  const { rows, unread, markRead } = useTold();
  return (
    <Bell
      title="Notifications"
      one="notification"
      unread={unread}
      markAll={() => void markRead(rows)}
      nothing={
        rows.length === 0
          ? 'Nothing yet: no deadline of yours has come near its end, and nothing happened to your cases.'
          : undefined
      }
      foot={(close) => (
        <Link to="/notifications" search={{}} onClick={close}>
          All notifications, and what to be told
        </Link>
      )}
    >
      {(close) => (
        <ToldList
          rows={rows.slice(0, shown)}
          onOpen={(row) => {
            close();
            void markRead([row]);
          }}
        />
      )}
    </Bell>
  );
};
