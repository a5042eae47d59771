import type { OwnRequest } from '@openum/http/contract/portal.ts';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { moment } from '../../app/format.ts';
import css from '../portal.module.css';
import { outcomeSentence, requestStatusTone } from '../words.ts';

/** Where the request stands, in a sentence, and by when the plan answers. */
export const Outcome = ({ request }: { readonly request: OwnRequest }) => {
  const { zone } = useSession();
  const { status, dueAt, plan, items, letters, withdrawnAt } = request;
  const outcomes = items.map((i) => i.status);
  const bad = outcomes.includes('denied');
  const tone = status === 'decided' && bad ? 'bad' : requestStatusTone[status];
  const due = dueAt && (
    <p>
      {plan.name} must answer by {moment(dueAt, zone)}{' '}
      <span className={css.due}>
        <DueTime dueAt={dueAt} zone={zone} focusable />
      </span>
    </p>
  );
  return (
    <div className={css.outcome} data-tone={tone}>
      {status === 'informationNeeded' && <p>The plan needs information from you before it can decide.</p>}
      {status === 'inReview' && <p>The plan is reviewing this request. You have nothing to do.</p>}
      {status === 'decided' && <p>{outcomeSentence(outcomes)}</p>}
      {status === 'withdrawn' && <p>The request was taken back{withdrawnAt && ` on ${moment(withdrawnAt, zone)}`}.</p>}
      {status === 'voided' && <p>The plan closed this request as entered in error.</p>}
      {due}
      {status === 'decided' && letters.length === 0 && !outcomes.every((o) => o === 'notRequired') && (
        <p>The letter is being written; it will appear here.</p>
      )}
    </div>
  );
};
