import { causeWord } from '@openum/domain/denial/words.ts';
import type { DenialPage } from '@openum/http/contract/practice/denial.ts';
import { Link } from '@tanstack/react-router';
import { count } from '../../app/format.ts';
import { Panel } from '../../case/Panel.tsx';
import { money } from '../words.ts';

/** Denials that have payer, programme and cause in common; each leads to its own. */
export const Clusters = ({ clusters }: Pick<DenialPage, 'clusters'>) => (
  <Panel title="What they have in common" flush>
    <table className="um-practice-table" data-plain>
      <thead>
        <tr>
          <th scope="col">Cause</th>
          <th scope="col">Payer and programme</th>
          <th scope="col">Denied</th>
        </tr>
      </thead>
      <tbody>
        {clusters.map((c) => (
          <tr key={`${c.payerId} ${c.programmeId} ${c.cause}`}>
            <th scope="row">{causeWord[c.cause]}</th>
            <td>
              {c.payerName}
              <div className="um-practice-quiet">{c.programmeName}</div>
            </td>
            <td>
              <Link to="/practice/denials" search={{ payer: c.payerId, programme: c.programmeId, cause: c.cause }}>
                {money(c.amount)}
                <span className="um-hidden">, show them</span>
              </Link>
              <div className="um-practice-quiet">
                {count(c.count, 'denial')}
                {c.recovered > 0 && `, ${money(c.recovered)} recovered`}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Panel>
);
