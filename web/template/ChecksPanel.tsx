import type { ContentMatrix } from '@openum/domain/notice/matrix.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { type TemplateDemand, templateDemands, templateProblems } from '@openum/domain/template/check.ts';
import { templateGrade } from './reading.ts';
import { elementWord } from './words.ts';

type Props = { readonly text: NoticeTemplate; readonly matrix: ContentMatrix };

const memberGradeLimit = 8;

const Demands = ({ demands }: { readonly demands: readonly TemplateDemand[] }) =>
  demands.length === 0 ? null : (
    <ul className="um-template-checks">
      {demands.map((d) => (
        <li key={d.element}>
          <span className="um-chip" data-tone={d.present ? 'good' : 'bad'}>
            {d.present ? 'There' : 'Missing'}
          </span>{' '}
          <b>{elementWord(d.element)}</b>
          <div className="um-letters-note">{d.citation}</div>
        </li>
      ))}
    </ul>
  );

/** What the rules demand of these letters, and how hard they are to read, while they are written. */
export const ChecksPanel = ({ text, matrix }: Props) => {
  const demands = templateDemands(text, matrix);
  const problems = templateProblems(text);
  const grade = templateGrade(text);
  const hard = text.audience === 'member' && grade !== undefined && grade > memberGradeLimit;
  const lacking = demands.filter((d) => !d.present).length;
  return (
    <section className="um-template-box" aria-label="Checks">
      <h2>Checks</h2>
      {grade !== undefined && (
        <div>
          <span className="um-chip" data-tone={hard ? 'waiting' : 'good'}>
            Reading grade {grade}
          </span>{' '}
          {text.audience === 'member' ? `A member’s letter aims at ${memberGradeLimit} or below.` : ''}
        </div>
      )}
      {problems.length > 0 && (
        <ul className="um-template-checks" role="alert">
          {problems.map((p) => (
            <li key={p}>{p.replace(/^\S+ \S+: /, '')}</li>
          ))}
        </ul>
      )}
      <div role="status">
        {demands.length === 0
          ? 'No rule demands anything of these letters.'
          : lacking === 0
            ? 'All that the rules demand is there.'
            : `${lacking} of ${demands.length} demands have no part that answers them; it cannot be published like this.`}
      </div>
      <Demands demands={demands.filter((d) => !d.present)} />
      {lacking < demands.length && (
        <details>
          <summary>
            {demands.length - lacking} of {demands.length} demands are answered
          </summary>
          <Demands demands={demands.filter((d) => d.present)} />
        </details>
      )}
    </section>
  );
};
