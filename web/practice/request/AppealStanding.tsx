import type { RequestDesk } from '@openum/http/contract/practice/request.ts';
import { Link } from '@tanstack/react-router';
import { date } from '../../app/format.ts';
import { appealOutcomeWord } from '../denial/words.ts';

type Appeal = NonNullable<RequestDesk['submissions'][number]['appeal']>;

/** How the appeal of what was refused of a request stands, beside the answer that it is against. */
export const AppealStanding = ({ appeal, asked }: { readonly appeal: Appeal; readonly asked: boolean }) => {
  const { level, sentOn, answered } = appeal;
  return (
    <div>
      <b>
        {answered
          ? `${appealOutcomeWord[answered.outcome]} on appeal ${date(answered.answeredOn)}`
          : `On appeal${sentOn ? ` since ${date(sentOn)}` : ''}`}
      </b>{' '}
      <span className="um-practice-quiet">
        level {level}
        {answered?.saidByPayer && `, said by the payer${answered.reference ? ` (${answered.reference})` : ''}`}
        {!answered && asked && '; the payer is asked every hour'}
      </span>{' '}
      <Link to="/practice/denials">Denials</Link>
    </div>
  );
};
