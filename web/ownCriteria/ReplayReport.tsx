import { UnstyledButton } from '@mantine/core';
import { changedIn, fewestLines } from '@openum/domain/replay/counts.ts';
import { type ReplayDimension, replayDimensions, replayEffects } from '@openum/domain/replay/line.ts';
import type { ReplayView } from '@openum/http/contract/replay.ts';
import { count } from '../app/format.ts';
import type { Chosen } from './ReplayFindings.tsx';
import { byChange, dimensionWord, effectWord, groupValueWord, share, standsOut } from './replayWords.ts';

type Props = { readonly replay: ReplayView; readonly choose: (chosen: Chosen) => void };

const most = 12;

const Dimension = ({ replay, dimension, choose }: Props & { readonly dimension: ReplayDimension }) => {
  const { all, by } = replay.counts;
  const groups = Object.entries(by[dimension]).sort(byChange);
  if (groups.length === 0) return null;
  return (
    <section className="um-template-box" aria-labelledby={`by-${dimension}`}>
      <h3 id={`by-${dimension}`}>{dimensionWord[dimension]}</h3>
      <table className="um-own-figures">
        <thead>
          <tr>
            {['Group', 'Lines', 'Otherwise', 'Share'].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, most).map(([value, tally]) => {
            const changed = changedIn(tally);
            const word = groupValueWord(dimension, value);
            return (
              <tr key={value}>
                <th scope="row">
                  {word}
                  {standsOut(tally, all) && (
                    <span className="um-chip" data-tone="waiting">
                      Look here
                    </span>
                  )}
                </th>
                <td>{tally.lines}</td>
                <td>
                  {changed > 0 ? (
                    <UnstyledButton
                      className="um-own-problem"
                      aria-label={`${changed} of ${word}: show them`}
                      onClick={() => choose({ group: { dimension, value } })}
                    >
                      {changed}
                    </UnstyledButton>
                  ) : (
                    0
                  )}
                </td>
                <td>{tally.lines < fewestLines ? 'too few' : share(changed, tally.lines)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {groups.length > most && <div className="um-criteria-quiet">and {groups.length - most} more</div>}
    </section>
  );
};

/** What a replay counted: all together, and by whom and what the lines were about. */
export const ReplayReport = ({ replay, choose }: Props) => {
  const { all, unreadable } = replay.counts;
  const changed = changedIn(all);
  const effects = replayEffects.filter((e) => (all[e] ?? 0) > 0);
  return (
    <>
      <section className="um-template-box" aria-labelledby="replay-all">
        <h2 id="replay-all">Who would have been decided differently</h2>
        <p>
          {all.lines === 0
            ? 'No line that was decided in these twelve months is one that this version is for.'
            : `${changed} of ${count(all.lines, 'decided line')} would have been answered otherwise (${share(changed, all.lines)}).`}
          {unreadable > 0 && ` ${count(unreadable, 'case')} could not be read again.`}
        </p>
        {effects.length > 0 && (
          <ul className="um-own-effects">
            {effects.map((effect) => (
              <li key={effect}>
                <UnstyledButton className="um-own-problem" onClick={() => choose({ effect })}>
                  {all[effect]} {effectWord[effect]}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
      </section>
      {all.lines > 0 && (
        <div className="um-own-dimensions">
          {replayDimensions.map((dimension) => (
            <Dimension key={dimension} replay={replay} dimension={dimension} choose={choose} />
          ))}
        </div>
      )}
    </>
  );
};
