import { stageOf } from '@openum/domain/case/stage.ts';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { itemStatus } from '@openum/domain/case/status.ts';
import { quantityWords } from '@openum/domain/criteria/service-units.ts';
import { isAdverse } from '@openum/domain/determination/determination.ts';
import { date, moment } from '../app/format.ts';
import { ItemStatusBadge } from '../app/StatusBadge.tsx';
import { reviewTypeWord } from '../app/words.ts';
import css from './case.module.css';
import { useDesk } from './desk.ts';
import { Panel } from './Panel.tsx';

const Outcome = ({ item }: { readonly item: CaseItem }) => {
  const { zone } = useDesk();
  const d = item.determination;
  if (!d) return null;
  const by = d.by.kind === 'person' ? d.by.name : `rule ${d.by.rule}`;
  const authorized = d.outcome === 'notRequired' ? undefined : d.authorized;
  return (
    <div className={css.quiet}>
      {authorized && (
        <div>
          <span className="um-hidden">Authorization number </span>
          <b>{authorized.authorizationNumber}</b>
          {authorized.quantity && `: ${quantityWords(authorized.quantity)}`}, {date(authorized.period.start)}
          {authorized.period.end && ` to ${date(authorized.period.end)}`}
        </div>
      )}
      <div>
        By {by}, {moment(d.decidedAt, zone)}
      </div>
      {isAdverse(d) && <div>Reason codes {d.reasonCodes.join(', ')}</div>}
      {d.outcome === 'notRequired' ? (
        <div>{d.reason}</div>
      ) : (
        d.rationale && <div className={css.prewrap}>{d.rationale}</div>
      )}
    </div>
  );
};

export const ItemsPanel = () => {
  const { view } = useDesk();
  const { state } = view;
  return (
    <Panel title={`Requested items (${state.items.length})`} flush>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Units</th>
            <th scope="col">Dates</th>
            <th scope="col">Servicing provider</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {state.items.map((item) => (
            <tr key={item.sequence}>
              <td>
                <b>
                  {item.sequence}. {item.service.code}
                  {item.modifiers?.map((m) => `-${m}`).join('')}
                </b>{' '}
                {view.serviceLabels[item.service.code] ?? item.service.display ?? ''}
                {item.diagnoses.length > 0 && <div className={css.quiet}>For {item.diagnoses.join(', ')}</div>}
              </td>
              <td>{item.quantity ? quantityWords(item.quantity) : 'Not stated'}</td>
              <td>
                {item.period
                  ? `${date(item.period.start)}${item.period.end ? ` to ${date(item.period.end)}` : ''}`
                  : 'Not stated'}
              </td>
              <td>{item.servicingProvider?.name ?? state.request.requestingProvider.name}</td>
              <td>
                <ItemStatusBadge status={itemStatus(item)} />
                <div className={css.quiet}>{reviewTypeWord[stageOf(state, item)]} review</div>
                <Outcome item={item} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
