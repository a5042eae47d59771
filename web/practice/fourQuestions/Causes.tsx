import { causeWord } from '@openum/domain/denial/words.ts';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { count } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { money } from '../words.ts';

/** What was denied in these days, by cause. */
export const Causes = ({ causes }: Pick<FourQuestionsReading, 'causes'>) => (
  <Panel title="What was denied, by cause" flush>
    <ul className="um-practice-list">
      {causes.map((c) => (
        <li key={c.cause}>
          <b>{causeWord[c.cause]}</b>: {money(c.amount)}
          <div className="um-practice-quiet">
            {count(c.count, 'denial')}
            {c.recovered > 0 && `, ${money(c.recovered)} recovered`}
          </div>
        </li>
      ))}
      {causes.length === 0 && <li>Nothing was denied in these days.</li>}
    </ul>
  </Panel>
);
