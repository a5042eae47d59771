import { figures, type Question, questions, shownFigure, standing } from '@openum/domain/practiceMetrics/figures.ts';
import type { ManyFigures, OfPractice } from '@openum/http/contract/practice/many.ts';
import { useQuery } from '@tanstack/react-query';
import { Into, Loaded, Table, type ViewProps } from './parts.tsx';
import { manyFiguresQuery } from './queries.ts';

const Cell = ({ question, of }: { readonly question: Question; readonly of: ManyFigures['figures'] }) => (
  <td data-label={figures[question].title}>
    <b className={standing(question, of) === 'missed' ? 'um-practice-bad' : undefined}>{shownFigure(question, of)}</b>
    <div className="um-practice-quiet">{figures[question].basis(of)}</div>
  </td>
);

const lineOf = ({ tenantId, name }: ManyFigures['practices'][number]): OfPractice => ({ practice: { tenantId, name } });

/** The four questions of the last days, together and practice by practice. */
export const FiguresView = ({ asked }: ViewProps) => {
  const query = useQuery(manyFiguresQuery(asked.in ? { in: asked.in } : {}));
  return (
    <Loaded query={query} empty="No practice is open to you" lines={(d) => d.practices.length}>
      {(data) => (
        <>
          <p className="um-practice-quiet">The last {data.days} days, each practice in its own time zone.</p>
          <Table
            label="Four questions of all practices"
            headings={['Practice', ...questions.map((q) => `${figures[q].title} (${figures[q].target.words})`)]}
          >
            {data.practices.length > 1 && (
              <tr>
                <th scope="row">All together</th>
                {questions.map((q) => (
                  <Cell key={q} question={q} of={data.figures} />
                ))}
              </tr>
            )}
            {data.practices.map((p) => (
              <tr key={p.tenantId}>
                <th scope="row">
                  <Into line={lineOf(p)} to="/practice/four-questions">
                    {p.name}
                  </Into>
                </th>
                {questions.map((q) => (
                  <Cell key={q} question={q} of={p.figures} />
                ))}
              </tr>
            ))}
          </Table>
        </>
      )}
    </Loaded>
  );
};
