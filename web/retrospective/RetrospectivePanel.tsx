import { count, date } from '../app/format.ts';
import { retrospectiveReasonWord } from '../app/words.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';

/** What a review after the care rests on; nothing is drawn for other cases. */
export const RetrospectivePanel = () => {
  const { view } = useDesk();
  const { evidence } = view;
  const { retrospective } = view.state.request;
  if (!evidence) return null;
  const late = evidence.documents.filter((d) => d.date === 'late').length;
  const undated = evidence.documents.filter((d) => d.date === 'undated').length;
  return (
    <Panel title="Review after the care">
      <dl className={css.facts}>
        {retrospective && (
          <div>
            <dt>Reason</dt>
            <dd>
              {retrospectiveReasonWord[retrospective.reason]}
              {retrospective.claimNumber && `, claim ${retrospective.claimNumber}`}
              {retrospective.note && <small>{retrospective.note}</small>}
            </dd>
          </div>
        )}
        <div>
          <dt>Evidence ends on</dt>
          <dd>{date(evidence.endsOn)}</dd>
        </div>
      </dl>
      <p>
        Only what was known by then counts.{' '}
        {late === 0 ? 'No document is' : `${count(late, 'document is', 'documents are')}`} of a later day,{' '}
        {undated === 0 ? 'none is' : `${count(undated, 'document is', 'documents are')}`} without a day
        {evidence.lateFactIds.length > 0 &&
          `; ${count(evidence.lateFactIds.length, 'later fact is', 'later facts are')} shown and not read by the criteria`}
        .
      </p>
    </Panel>
  );
};
