import type { NoteCheck } from '@openum/domain/noteCheck/check.ts';
import { changeBetween, summaryOf } from '@openum/domain/noteCheck/check.ts';
import type { LevelGuide } from '@openum/domain/noteCheck/guide.ts';
import { levelSentence } from './words.ts';

type Props = {
  readonly check: NoteCheck;
  /** How the note was when it came in. */
  readonly first: NoteCheck | undefined;
  readonly levels: readonly LevelGuide[];
  readonly nameOf: (indicatorId: string) => string;
};

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The check in a few figures and sentences, said aloud when it changes. */
export const Summary = ({ check, first, levels, nameOf }: Props) => {
  const required = check.findings.filter((f) => f.importance === 'required');
  const of = (outcome: string) => required.filter((f) => f.outcome === outcome).length;
  const change = first && changeBetween(summaryOf(first), summaryOf(check));
  const moved = change && (change.settled.length > 0 || change.arisen.length > 0 || change.wording !== 0);
  return (
    <div className="um-note-summary" role="status">
      <p>
        <b>
          {of('present')} of {required.length}
        </b>{' '}
        required indicators present, {of('missing')} missing, {of('contradicted')} contradicted,{' '}
        {count(check.wording.length, 'wording', 'wordings')} that may hurt.
      </p>
      <p data-level={check.level.outcome}>{levelSentence(check, levels)}</p>
      {moved && (
        <p className="um-note-quiet">
          Since the note came in:{' '}
          {[
            change.settled.length > 0 && `settled: ${change.settled.map(nameOf).join(', ').toLowerCase()}`,
            change.arisen.length > 0 && `new: ${change.arisen.map(nameOf).join(', ').toLowerCase()}`,
            change.wording !== 0 &&
              `wording that may hurt: ${change.wording > 0 ? '+' : '−'}${Math.abs(change.wording)}`,
          ]
            .filter(Boolean)
            .join('; ')}
          .
        </p>
      )}
    </div>
  );
};
