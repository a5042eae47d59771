import type { CaseAppealsView } from '@openum/http/contract/appeal.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment } from '../app/format.ts';
import { Panel } from '../case/Panel.tsx';

type Reading = CaseAppealsView['appeals'][number];
type Props = { readonly reading: Reading; readonly view: CaseAppealsView };

/** The steps that this appeal opened to the member, each until its window closes. */
export const NextSteps = ({ reading: { next }, view }: Props) => {
  const { zone } = useSession();
  if (next.length === 0) return null;
  return (
    <Panel title="What the member may do next" flush>
      <ul className="um-appeal-list">
        {next.map(({ level, window, filedAs }) => {
          const open = view.now <= window.deadline;
          return (
            <li key={level.id}>
              <b>{level.name}</b>{' '}
              {filedAs ? (
                `asked for: ${filedAs}.`
              ) : open ? (
                <>
                  window closes {moment(window.deadline, zone)},{' '}
                  <DueTime dueAt={window.deadline} zone={zone} ruleId={window.ruleId} focusable />
                </>
              ) : (
                `window closed on ${moment(window.deadline, zone)}; nobody asked. The decision stands as it is.`
              )}
              <div className="um-appeal-quiet">
                Counted from the letter of {date(window.noticeDate)}, {window.citation}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
