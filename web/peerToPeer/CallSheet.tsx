import { Button } from '@mantine/core';
import { criteriaBriefs } from '@openum/domain/brief/criteria.ts';
import { IconPrinter } from '@tabler/icons-react';
import '../brief/brief.css';
import { PointList } from '../brief/PointList.tsx';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';

const print = () => {
  const { dataset } = document.documentElement;
  dataset.print = 'callSheet';
  window.print();
  delete dataset.print;
};

/** What both sides need before them, from the reading of the criteria; nothing in it is written by hand. */
export const CallSheet = ({ itemSequences }: { readonly itemSequences: readonly number[] }) => {
  const { view } = useDesk();
  const sheets = criteriaBriefs(view.state, itemSequences);
  return (
    <details>
      <summary>Call sheet</summary>
      <div className="um-sheet um-talk">
        <div className="um-talk-line">
          <b>Case {view.state.caseNumber}</b>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPrinter size={13} aria-hidden />}
            onClick={print}
          >
            Print the call sheet
          </Button>
        </div>
        {sheets.length === 0 && <p>No criteria were read for these items; speak about the request as a whole.</p>}
        {sheets.map((s) => (
          <section key={`${s.itemSequence} ${s.criteria}`} aria-label={`Item ${s.itemSequence}, ${s.criteria}`}>
            <div>
              <b>
                Item {s.itemSequence}: {s.criteria}
              </b>{' '}
              <span className={css.quiet}>{s.citation}</span>
            </div>
            <PointList title="Would change the answer" points={s.wouldChange} />
            {s.questions.length > 0 && (
              <div>
                <b>Ask</b>
                <ol>
                  {s.questions.map((q) => (
                    <li key={q}>{q}</li>
                  ))}
                </ol>
              </div>
            )}
            <PointList title="Speaks against" points={s.opposes} />
            <PointList title="Not known" points={s.unknown} />
            <PointList title="Speaks for" points={s.supports} />
          </section>
        ))}
      </div>
    </details>
  );
};
