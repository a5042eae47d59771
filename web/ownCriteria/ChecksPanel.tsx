import { UnstyledButton } from '@mantine/core';
import type { SetProblem } from '@openum/domain/criteria/check.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { problemWords } from '@openum/domain/ownCriteria/check.ts';
import { count } from '../app/format.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly problems: readonly SetProblem[];
  readonly show: (problem: SetProblem) => void;
};

/** What is to be mended before the version can be handed in; each leads to its place. */
export const ChecksPanel = ({ set, problems, show }: Props) => (
  <details className="um-own-checklist" data-wrong={problems.length > 0 || undefined}>
    <summary>
      <span role="status">
        {problems.length === 0
          ? 'Checked: nothing stands in the way of handing it in'
          : `${count(problems.length, 'thing')} to mend before it can be handed in`}
      </span>
    </summary>
    {problems.length > 0 && (
      <ul className="um-own-problems">
        {problems.slice(0, 40).map((p, i) => (
          <li key={`${p.path} ${p.text} ${i}`}>
            <UnstyledButton className="um-own-problem" onClick={() => show(p)}>
              {problemWords(set, p)}
            </UnstyledButton>
          </li>
        ))}
        {problems.length > 40 && <li>and {problems.length - 40} more</li>}
      </ul>
    )}
  </details>
);
