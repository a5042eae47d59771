import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { historyOf } from '../history.ts';
import css from '../portal.module.css';

/** What happened to the request, as its sender may see it. */
export const History = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  return (
    <Panel title="What happened" flush>
      <ol className={css.plain}>
        {historyOf(request).map((s) => (
          <li key={s.at + s.text} className={css.item}>
            <div>
              {s.text}
              <div className={css.quiet}>{moment(s.at, zone)}</div>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
