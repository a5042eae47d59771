import { mayNot } from '@openum/domain/case/capability.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { externalResults, levelMismatches } from '@openum/domain/externalCriteria/result.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { date } from '../app/format.ts';
import css from '../case/case.module.css';
import { sourceWords } from '../case/criteria/factWords.ts';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { ResultForm } from './ResultForm.tsx';
import { overrideWord, productWord } from './words.ts';

const Result = ({ fact }: { readonly fact: Fact }) => {
  const { view } = useDesk();
  const { qualifiers = {}, value, at, source } = fact;
  const options = view.factLabels[fact.key]?.options ?? [];
  const code = value.kind === 'code' ? value.value : '';
  const { text, detail } = sourceWords(source, view.state.documents);
  const details = [
    qualifiers.guideline,
    qualifiers.assessor && `assessed by ${qualifiers.assessor}`,
    qualifiers.override && qualifiers.override !== 'none'
      ? `${overrideWord[qualifiers.override]?.toLowerCase()}: ${qualifiers.overrideReason}`
      : undefined,
    `reference ${qualifiers.reference}`,
    at && date(at.slice(0, 10) as CalendarDate),
  ].filter(Boolean);
  return (
    <li className={css.row}>
      <div>
        <b>
          {productWord(qualifiers.product ?? qualifiers.tool ?? '')} {qualifiers.version}
        </b>
        : {options.find((o) => o.value === code)?.label ?? code}
      </div>
      <div className={css.quiet}>{details.join(', ')}</div>
      <div className={css.quiet}>
        {text}
        {detail && `: ${detail}`}
      </div>
    </li>
  );
};

const Mismatches = () => {
  const { view } = useDesk();
  const found = levelMismatches(view.state);
  const levels = view.factLabels['external.levelOfCare']?.options ?? [];
  const word = (code: string): string => levels.find((o) => o.value === code)?.label.toLowerCase() ?? code;
  if (found.length === 0) return null;
  return (
    <div className={css.callout} data-tone="waiting">
      {found.map((m) => (
        <div key={m.itemSequence}>
          Item {m.itemSequence} asks for {word(m.requested)}; {productWord(m.tool)} recommends {word(m.recommended)}.
          Talk with the treating clinician before anybody decides against the request.
        </div>
      ))}
    </div>
  );
};

/** Results of criteria and tools that the product does not hold: product, version, outcome and reference, and no content. */
export const ExternalCriteriaPanel = () => {
  const { view, actor } = useDesk();
  const [open, setOpen] = useState(false);
  const results = externalResults(view.state.facts);
  const no = mayNot('RecordFacts', actor, view.state);
  if (results.length === 0 && no) return null;
  return (
    <Panel title="Licensed criteria and level-of-care tools" flush>
      <Mismatches />
      {results.length === 0 && !open && <p className={css.row}>No result of another product is recorded.</p>}
      {results.length > 0 && (
        <ul className={css.plain}>
          {results.map((fact) => (
            <Result key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
      <div className={css.row}>
        {open ? (
          <ResultForm close={() => setOpen(false)} />
        ) : (
          <ActButton variant="default" size="compact-sm" why={no && refusalSentence(no)} onClick={() => setOpen(true)}>
            Record a result
          </ActButton>
        )}
      </div>
    </Panel>
  );
};
