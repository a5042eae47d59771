import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import css from '../portal.module.css';

/** Questions of the plan that were answered, with the answer. */
export const Answered = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const answered = request.informationRequests.filter((r) => r.answeredAt !== undefined);
  if (answered.length === 0) return null;
  return (
    <Panel title="Answered questions" flush>
      <ul className={css.plain}>
        {answered.map((r) => (
          <li key={r.requestId} className={css.item}>
            <div>
              <ol className={css.questions}>
                {r.questions.map((q) => (
                  <li key={q.text}>{q.text}</li>
                ))}
              </ol>
              {r.answer && <div className={css.answer}>{r.answer}</div>}
              {r.answeredAt && <div className={css.quiet}>Answered {moment(r.answeredAt, zone)}</div>}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
