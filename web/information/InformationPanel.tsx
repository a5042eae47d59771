import type { InformationRequest } from '@openum/domain/case/state.ts';
import { awaitsAnswer } from '@openum/domain/information/guest.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { AskedLink } from './AskedLink.tsx';

const Asked = ({ r }: { readonly r: InformationRequest }) => {
  const { view, zone } = useDesk();
  return (
    <li className={css.row}>
      <div>
        Asked {moment(r.sentAt, zone)};{' '}
        {r.answeredAt ? (
          `answered ${moment(r.answeredAt, zone)}`
        ) : (
          <>
            due {moment(r.dueAt, zone)}{' '}
            <span className={css.due}>
              <DueTime dueAt={r.dueAt} zone={zone} focusable />
            </span>
          </>
        )}
      </div>
      <ul>
        {r.items.map((i) => (
          <li key={i.text}>{i.text}</li>
        ))}
      </ul>
      {r.summary && <div className={css.prewrap}>{r.summary}</div>}
      {awaitsAnswer(view.state, r.requestId) && <AskedLink requestId={r.requestId} />}
    </li>
  );
};

/** Open and answered requests for information. */
export const InformationPanel = () => {
  const { view } = useDesk();
  const { informationRequests } = view.state;
  if (informationRequests.length === 0) return null;
  return (
    <Panel title="Information requests" flush>
      <ul className={css.plain}>
        {informationRequests.map((r) => (
          <Asked key={r.requestId} r={r} />
        ))}
      </ul>
    </Panel>
  );
};
