import type { CaseAppealsView } from '@openum/http/contract/appeal.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { Panel } from '../case/Panel.tsx';

/** Second looks that the provider asked for: a short path beside the appeals. */
export const Reconsiderations = ({ view }: { readonly view: CaseAppealsView }) => {
  const { zone } = useSession();
  const { reconsiderations } = view.state;
  if (reconsiderations.length === 0) return null;
  return (
    <Panel title="Reconsideration" flush>
      <ul className="um-appeal-list">
        {reconsiderations.map((r) => {
          const receipt = view.reconsiderationReceipts.find((x) => r.clocks.some((k) => k.clockId === x.clockId));
          return (
            <li key={r.reconsiderationId}>
              <b>{r.requestedBy}</b>, {moment(r.receivedAt, zone)}{' '}
              {!r.decided && receipt && <DueTime dueAt={receipt.dueAt} zone={zone} ruleId={receipt.ruleId} focusable />}
              <div>{r.statement}</div>
              {r.decided && (
                <div>
                  {r.decided.outcome === 'approved' ? 'Approved' : 'The decision stays'}: {r.decided.reason} (
                  {r.decided.recordedBy}, {moment(r.decided.at, zone)})
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
