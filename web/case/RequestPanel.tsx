import { Link } from '@tanstack/react-router';
import { moment } from '../app/format.ts';
import { StatusBadge } from '../app/StatusBadge.tsx';
import { urgencyWord } from '../app/words.ts';
import css from './case.module.css';
import { useDesk } from './desk.ts';
import { Panel } from './Panel.tsx';

/** What the provider said: diagnoses, reasons, urgency. */
export const RequestPanel = () => {
  const { view } = useDesk();
  const { request, urgency } = view.state;
  const said = request.urgencyBasis ?? 'no reason given';
  return (
    <Panel title="Diagnoses and rationale">
      <ul className={css.plain}>
        {request.diagnoses.map((d) => (
          <li key={d.sequence}>
            <b>{d.code}</b> {view.serviceLabels[d.code] ?? ''}{' '}
            {d.principal && <span className={css.quiet}>principal</span>}
          </li>
        ))}
      </ul>
      <p className={css.prewrap}>{request.rationale ?? 'The request came without a rationale.'}</p>
      <p className={css.quiet} style={{ margin: 0 }}>
        Requested as {urgencyWord[request.urgency].toLowerCase()}
        {request.urgency === 'expedited' && ` by ${request.urgencyRequestedBy ?? 'an unnamed party'}: ${said}`}; now{' '}
        {urgencyWord[urgency].toLowerCase()}.
      </p>
    </Panel>
  );
};

/** Why the case came to a physician. */
export const ReferralPanel = () => {
  const { view, zone } = useDesk();
  const { referred } = view.state;
  if (referred.length === 0) return null;
  return (
    <Panel
      title="Referred to a physician"
      aside={
        <Link to="/cases/$caseId/brief" params={{ caseId: view.caseId }}>
          Brief on one page
        </Link>
      }
      flush
    >
      <ul className={css.plain}>
        {referred.map((r) => (
          <li key={r.itemSequence} className={css.row}>
            <div className={css.prewrap}>
              <b>Item {r.itemSequence}:</b> {r.reason}
            </div>
            <div className={css.quiet}>
              {r.by}, {moment(r.at, zone)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

export const OtherCasesPanel = () => {
  const { view } = useDesk();
  if (view.otherCases.length === 0) return null;
  return (
    <Panel title={`Other cases of this member (${view.otherCases.length})`} flush>
      <ul className={css.plain}>
        {view.otherCases.map((c) => (
          <li key={c.caseId} className={css.row}>
            <Link to="/cases/$caseId" params={{ caseId: c.caseId }}>
              {c.caseNumber}
            </Link>{' '}
            {c.serviceSummary} <StatusBadge status={c.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
