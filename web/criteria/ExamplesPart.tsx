import { Checkbox } from '@mantine/core';
import type { CriteriaSet, Vector } from '@openum/domain/criteria/criteria-set.ts';
import { readVector, vectorFailure } from '@openum/domain/criteria/vector.ts';
import { leafFindings } from '@openum/domain/logic/findings.ts';
import type { CriteriaSetView } from '@openum/http/contract/criteria.ts';
import { useMemo, useState } from 'react';
import { count } from '../app/format.ts';
import { TruthBadge } from '../app/StatusBadge.tsx';
import { truthWord } from '../app/words.ts';
import { fulfilled } from '../case/criteria/leafTree.ts';
import { valueWord } from './words.ts';

type Props = { readonly set: CriteriaSet; readonly facts: CriteriaSetView['facts'] };
type Run = { readonly vector: Vector; readonly failure: string | undefined };

const Reading = ({ set, vector, facts }: Props & { readonly vector: Vector }) => {
  const result = readVector(set, vector);
  if (!result) return null;
  return (
    <div className="um-criteria-reading">
      <div>
        <h3>Facts of the example</h3>
        <ul>
          {vector.facts.map((f) => (
            <li key={f.id}>
              {facts[f.key]?.label ?? f.key}: <b>{valueWord(f, facts)}</b>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>Each point, as it is read now</h3>
        <ul className="um-criteria-findings">
          {leafFindings(result).map((finding) => (
            <li key={finding.path}>
              <TruthBadge truth={fulfilled(finding)} />
              <span>
                <b>{finding.label}</b> {finding.explanation}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};

const Example = ({ set, facts, run }: Props & { readonly run: Run }) => {
  const [open, setOpen] = useState(false);
  const { vector, failure } = run;
  return (
    <li>
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>
          <TruthBadge truth={vector.expect} />
          <span className="um-criteria-grow">
            {vector.name}
            {vector.service && <span className="um-criteria-quiet"> {vector.service}</span>}
            {vector.tree === 'continuedStay' && <span className="um-criteria-quiet"> continued</span>}
          </span>
          <span className="um-chip" data-tone={failure === undefined ? 'good' : 'bad'}>
            {failure === undefined ? 'As written' : `Otherwise: ${failure}`}
          </span>
        </summary>
        {open && <Reading set={set} vector={vector} facts={facts} />}
      </details>
    </li>
  );
};

/** The worked examples, read by the same rules that read a case, at the moment the page is opened. */
export const ExamplesPart = ({ set, facts }: Props) => {
  const runs = useMemo(
    () => set.vectors.map((vector): Run => ({ vector, failure: vectorFailure(set, vector) })),
    [set],
  );
  const [expected, setExpected] = useState<readonly Vector['expect'][]>([]);
  const failed = runs.filter((r) => r.failure !== undefined).length;
  const shown = runs.filter((r) => expected.length === 0 || expected.includes(r.vector.expect));
  return (
    <section aria-labelledby="examples" className="um-template-box">
      <h2 id="examples">Worked examples</h2>
      <p role="status">
        {count(runs.length, 'example')} read just now: {runs.length - failed} come out as written
        {failed > 0 && `, ${failed} do not`}.
      </p>
      <Checkbox.Group
        label="Show examples that are"
        value={[...expected]}
        onChange={(value) => setExpected(value as Vector['expect'][])}
      >
        <div className="um-template-line">
          {(['met', 'notMet', 'unknown'] as const).map((truth) => (
            <Checkbox key={truth} value={truth} label={truthWord[truth]} />
          ))}
        </div>
      </Checkbox.Group>
      <ul className="um-criteria-examples">
        {shown.map((run) => (
          <Example key={run.vector.name + run.vector.tree} set={set} facts={facts} run={run} />
        ))}
      </ul>
    </section>
  );
};
