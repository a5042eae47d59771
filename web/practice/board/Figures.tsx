import { type DueBucket, dueBuckets } from '@openum/domain/episode/board.ts';
import type { BoardReading } from '@openum/http/contract/practice/episode.ts';
import { dueWord, money } from '../words.ts';

type FigureProps = {
  readonly board: Pick<BoardReading, 'due' | 'atStake' | 'openAhead'>;
  readonly chosen: DueBucket | undefined;
  readonly choose: (due: DueBucket | undefined) => void;
};

/** How many updates are due when, each opening its patients, and the money of days that nothing covers. */
export const Figures = ({ board, chosen, choose }: FigureProps) => (
  <div className="um-practice-figures">
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser */}
    <div role="group" aria-label="By the next update" className="um-practice-buckets">
      {dueBuckets.map((due) => (
        <button
          key={due}
          type="button"
          className="um-bucket"
          data-due={due}
          aria-pressed={chosen === due}
          onClick={() => choose(chosen === due ? undefined : due)}
        >
          <span className="um-bucket-count">{board.due[due]}</span>
          <span>{dueWord[due]}</span>
        </button>
      ))}
    </div>
    <dl className="um-practice-sums">
      <div data-bad={board.atStake > 0 || undefined}>
        <dt>Given and not covered</dt>
        <dd>{money(board.atStake)}</dd>
      </div>
      <div>
        <dt>Open in the next 14 days</dt>
        <dd>{money(board.openAhead)}</dd>
      </div>
    </dl>
  </div>
);
