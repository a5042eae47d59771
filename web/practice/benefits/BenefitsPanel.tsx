import './benefits.css';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Panel } from '../../case/Panel.tsx';
import { benefitsQuery } from './queries.ts';
import { SaidBy } from './VerificationView.tsx';
import { standingTone, standingWord, warningLine } from './words.ts';

/** Benefits in short, beside the course of care. */
export const BenefitsPanel = ({ episodeId }: { readonly episodeId: string }) => {
  const { data: desk } = useQuery(benefitsQuery(episodeId));
  return (
    <Panel title="Benefits" flush>
      <ul className="um-practice-list">
        {desk?.coverages.map((c) => (
          <li key={c.coverage.coverageId}>
            <b>{c.coverage.payerName}</b>{' '}
            <span className="um-chip" data-tone={standingTone[c.standing]}>
              {standingWord[c.standing]}
            </span>
            {c.verification && <SaidBy verification={c.verification} />}
            {c.warnings.map((w) => (
              <div key={w.kind} className="um-practice-bad">
                {warningLine(w)}
              </div>
            ))}
          </li>
        ))}
        <li>
          <Anchor
            renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId/benefits" params={{ episodeId }} />}
          >
            Verify benefits
          </Anchor>
        </li>
      </ul>
    </Panel>
  );
};
