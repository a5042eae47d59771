import { moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { noticeSentence, sourceWord } from './words.ts';

/** How the stay of this case was told, and what the rules say of that; nothing is drawn for other cases. */
export const AdmissionPanel = () => {
  const { view, zone } = useDesk();
  const { admission } = view;
  const { stay } = view.state.request;
  if (!admission || !stay) return null;
  const { maternity } = admission;
  return (
    <Panel title="Admission notice">
      <dl className={css.facts}>
        <div>
          <dt>Admitted as told</dt>
          <dd>
            {moment(stay.admittedAt, zone)}
            {stay.admissionSource && `, ${sourceWord[stay.admissionSource].toLowerCase()}`}
          </dd>
        </div>
        <div>
          <dt>Facility</dt>
          <dd>
            {stay.facility.name}
            {stay.visitNumber && `, visit ${stay.visitNumber.value}`}
          </dd>
        </div>
        <div>
          <dt>Level of care as told</dt>
          <dd>{admission.levelLabel}</dd>
        </div>
        {stay.postStabilizationRequestedAt && (
          <div>
            <dt>Asked to go on after stabilization</dt>
            <dd>{moment(stay.postStabilizationRequestedAt, zone)}</dd>
          </div>
        )}
      </dl>
      <p>{noticeSentence(admission, zone)}</p>
      {maternity && (
        <p>
          The days until {moment(maternity.until, zone)} need no authorization ({maternity.citation}).
        </p>
      )}
    </Panel>
  );
};
