import './model.css';
import type { OpinionHolder, PairOfHolders } from '@openum/domain/suggestion/opinion.ts';
import type { DisagreementView } from '@openum/http/contract/modelList.ts';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { capital, count, moment } from '../app/format.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { CaseCell } from '../report/CaseCell.tsx';
import { ListFrame } from '../report/ListFrame.tsx';
import { BareTable } from '../report/ReportTable.tsx';
import { disagreementSentence } from './describe.ts';
import { share } from './share.ts';

const holderWord: Record<OpinionHolder, string> = { model: 'model', nurse: 'nurse', physician: 'physician' };
const heads = ['Case', 'Point', 'Model', 'Nurse', 'Physician', 'Decided'] as const;

const Pair = ({ pair, points }: { readonly pair: PairOfHolders; readonly points: number }) => (
  <div>
    <dt>
      {capital(holderWord[pair.first])} and {holderWord[pair.second]}
    </dt>
    <dd>
      {share(pair.same, points)}
      <div className="um-model-quiet">
        {pair.same} of {points}
        {pair.kappa !== undefined && `, kappa ${pair.kappa.toFixed(2)}`}
      </div>
    </dd>
  </div>
);

const Scope = ({ data }: { readonly data: DisagreementView }) => (
  <p className="um-model-quiet">
    {count(data.cases, 'case')} whose documents the model read{data.more && ', the newest of them'};{' '}
    {count(data.points, 'point')} to which all three have an answer.
    {data.closed > 0 && ` ${count(data.closed, 'case')} left out: protected records that you may not open.`} The model’s
    answer is the criteria read with everything that it suggested; the nurse’s, as they stood when the case was
    referred; the physician’s, as they stood at the decision.
  </p>
);

/** Where model, nurse and physician had a point of the criteria otherwise. */
export const DisagreementPage = () => {
  const { zone } = useSession();
  const search = useSearch({ from: '/shell/model/disagreement' });
  const list = useQuery({
    queryKey: ['model', 'disagreement', search],
    queryFn: ({ signal }) => get<DisagreementView>('/api/model/disagreement', search, signal),
  });
  const { data } = list;
  return (
    <ListFrame
      title="Model, nurse and physician"
      sentence={capital(disagreementSentence(search))}
      list={{ ...list, hasNextPage: false, isFetchingNextPage: false, fetchNextPage: () => undefined }}
      shown={data?.rows.length ?? 0}
      nothing={data?.points ? 'They agree' : 'Nothing to compare yet'}
      empty={
        data?.points
          ? 'On every point to which all three have an answer they agree.'
          : 'No point has an answer of all three yet: of a model that read the documents, a nurse who referred the case and a physician who decided it.'
      }
      before={
        data && (
          <div className="um-model">
            <section aria-label="How often they agree">
              {data.points > 0 && (
                <dl className="um-model-facts">
                  {data.pairs.map((p) => (
                    <Pair key={`${p.first} ${p.second}`} pair={p} points={data.points} />
                  ))}
                </dl>
              )}
              <Scope data={data} />
            </section>
          </div>
        )
      }
    >
      <BareTable wide caption="Points on which they differ" heads={heads}>
        {data?.rows.map((r) => (
          <tr key={`${r.caseId} ${r.itemSequence} ${r.setId} ${r.path}`}>
            <CaseCell of={r} />
            <td className="um-model-words">
              {r.label}
              <small>
                {r.setName}, {r.service}
              </small>
            </td>
            {(['model', 'nurse', 'physician'] as const).map((who) => (
              <td key={who}>
                <TruthBadge truth={r[who]} />
              </td>
            ))}
            <td>{moment(r.decidedAt, zone)}</td>
          </tr>
        ))}
      </BareTable>
    </ListFrame>
  );
};
