import type { Match } from '@openum/domain/matching/match.ts';

const standing = (m: Match): { readonly word: string; readonly tone: string } =>
  !m.may
    ? { word: 'May not decide', tone: 'bad' }
    : !m.reachable
      ? { word: 'Away', tone: 'quiet' }
      : { word: 'May decide', tone: 'good' };

/** Who might decide, whoever should have the case first in front, with what speaks for and against each. */
export const RankList = ({ ranked, holderId }: { readonly ranked: readonly Match[]; readonly holderId?: string }) => (
  <ol className="um-rank">
    {ranked.map((m) => {
      const { word, tone } = standing(m);
      return (
        <li key={m.userId}>
          <b>{m.name}</b>{' '}
          <span className="um-chip" data-tone={tone}>
            {word}
          </span>{' '}
          {m.userId === holderId && <span className="um-brief-quiet">has the case</span>}
          <div className="um-brief-quiet">{m.reasons.map((r) => r.text).join('; ')}</div>
        </li>
      );
    })}
  </ol>
);
