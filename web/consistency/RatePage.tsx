import '../report/report.css';
import './consistency.css';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { count, date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { LineView } from './LineView.tsx';
import { useRatingLines } from './queries.ts';
import { RatingForm } from './RatingForm.tsx';

/** The lines of a set that one reviewer rates, one after the other. */
export const RatePage = () => {
  const { setId } = useParams({ from: '/shell/desk/consistency/$setId/rate' });
  const { line: asked } = useSearch({ from: '/shell/desk/consistency/$setId/rate' });
  const navigate = useNavigate();
  const found = useRatingLines(setId);
  const cases = found.data?.cases ?? [];
  const unrated = cases.filter((c) => !c.own);
  const current = cases.find((c) => String(c.position) === asked) ?? unrated[0] ?? cases[0];
  const open = (position: number | undefined) =>
    void navigate({
      to: '/consistency/$setId/rate',
      params: { setId },
      search: position === undefined ? {} : { line: String(position) },
    });
  return (
    <Page title={found.data?.set.title ?? 'Rate'} tabTitle="Rate past lines">
      <p>
        <Link to="/consistency">All sets</Link>
      </p>
      {found.isPending && <LoadingRows label="Loading the lines" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <p role="status">
          {unrated.length === 0
            ? 'You have rated every line of this set.'
            : found.data.closed
              ? `This set closed after ${date(found.data.set.dueOn)}; ${count(unrated.length, 'line')} of ${cases.length} stay without your answer.`
              : `${count(unrated.length, 'line')} of ${cases.length} to rate by ${date(found.data.set.dueOn)}.`}
        </p>
      )}
      {found.data && cases.length === 0 && (
        <EmptyState title="No line is left for you">You had a part in every case of this set.</EmptyState>
      )}
      {current && found.data && (
        <>
          <nav aria-label="Lines of the set" className="um-consistency-lines">
            {cases.map((c) => (
              <Link
                key={c.position}
                to="/consistency/$setId/rate"
                params={{ setId }}
                search={{ line: String(c.position) }}
                aria-current={c.position === current.position ? 'page' : undefined}
                data-rated={c.own ? '' : undefined}
                aria-label={`Line ${c.position}, ${c.own ? 'rated' : 'to rate'}`}
              >
                {c.position}
              </Link>
            ))}
          </nav>
          <div className="um-consistency-desk">
            <div className="um-consistency-side">
              <LineView line={current.blinded} factLabels={found.data.factLabels} />
            </div>
            <div className="um-consistency-side">
              <RatingForm
                key={current.position}
                setId={setId}
                position={current.position}
                line={current.blinded}
                own={current.own}
                closed={found.data.closed}
                done={() => open(unrated.find((c) => c.position !== current.position)?.position)}
              />
            </div>
          </div>
        </>
      )}
    </Page>
  );
};
