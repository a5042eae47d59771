import { answerDueAt, type CaseManagementReferral, referralStatus } from '@openum/domain/caseManagement/referral.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import type { ActId } from '../case/act/acts.ts';
import { PanelActs } from '../case/act/PanelActs.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { outcomeWords, priorityWords, reasonWords, referralStatusWords } from './words.ts';

const tones = { waiting: 'waiting', accepted: 'accent', closed: 'quiet' } as const;

const Referral = ({ r }: { readonly r: CaseManagementReferral }) => {
  const { zone } = useDesk();
  const status = referralStatus(r);
  return (
    <div className={css.form}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '0.25rem 0.75rem' }}>
        <span className="um-chip" data-tone={tones[status]}>
          {referralStatusWords[status]}
        </span>
        <b>{reasonWords[r.reason]}</b>
        {r.priority === 'urgent' && <span>{priorityWords.urgent}</span>}
        {status === 'waiting' && <DueTime dueAt={answerDueAt(r)} zone={zone} focusable />}
      </div>
      <div>{r.summary}</div>
      <div className={css.quiet}>
        Referred {moment(r.at, zone)} by {r.by}
      </div>
      {r.accepted && (
        <div>
          {r.accepted.by.name} took it {moment(r.accepted.at, zone)}. Goals:
          <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
            {r.accepted.goals.map((g) => (
              <li key={g}>{g}</li>
            ))}
          </ul>
        </div>
      )}
      {r.closed && (
        <div>
          {outcomeWords[r.closed.outcome]}, {moment(r.closed.at, zone)} ({r.closed.by}): {r.closed.reason}
        </div>
      )}
    </div>
  );
};

const steps: readonly (readonly [id: ActId, label: string])[] = [
  ['acceptCaseManagement', 'Accept'],
  ['closeCaseManagement', 'Close'],
];

/** Hand-offs of this case to case management; nothing is drawn while there are none. */
export const CaseManagementPanel = () => {
  const { view } = useDesk();
  const referrals = view.state.caseManagement;
  if (referrals.length === 0) return null;
  return (
    <Panel title="Case management" aside={<PanelActs acts={steps} />}>
      {referrals.toReversed().map((r) => (
        <Referral key={r.referralId} r={r} />
      ))}
    </Panel>
  );
};
