import type { WordingFinding } from '@openum/domain/noteCheck/wording.ts';
import type { Span } from '@openum/domain/text/span.ts';

type Props = {
  readonly wording: readonly WordingFinding[];
  readonly nameOf: (indicatorId: string) => string;
  readonly active: string | undefined;
  readonly onJump: (to: Span) => void;
};

/** Wording that reads as no longer needing the level, with the indicators that it weakens. */
export const WordingList = ({ wording, nameOf, active, onJump }: Props) => (
  <ul className="um-note-cards">
    {wording.map((w) => (
      <li
        key={w.from + w.ruleId}
        className="um-note-card"
        data-outcome="wording"
        data-active={active === `wording.${w.ruleId}` || undefined}
        data-note={`wording.${w.ruleId}`}
      >
        <ul className="um-note-evidence">
          <li>
            <button type="button" data-kind="wording" onClick={() => onJump(w)}>
              <q>
                <b>{w.quote}</b>
              </q>
            </button>
          </li>
        </ul>
        <p>
          {w.why} <span className="um-note-quiet">Weakens: {w.weakens.map(nameOf).join(', ').toLowerCase()}.</span>
        </p>
        <p className="um-note-if-true">{w.ifTrue}</p>
      </li>
    ))}
  </ul>
);
