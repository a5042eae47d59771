import type { Finding } from '@openum/domain/noteCheck/finding.ts';
import type { Span } from '@openum/domain/text/span.ts';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { EvidenceList } from './EvidenceList.tsx';
import { outcomeWord } from './words.ts';

type Props = {
  readonly finding: Finding;
  readonly text: string;
  readonly active: boolean;
  readonly onJump: (to: Span) => void;
};

const icons = { present: IconCheck, missing: IconMinus, contradicted: IconAlertTriangle };

/** One indicator: what came of it, the words that show it, and what to document if it is true. */
export const FindingCard = ({ finding, text, active, onJump }: Props) => {
  const { indicatorId, name, outcome, importance, looksFor, ifTrue, evidence } = finding;
  const Icon = icons[outcome];
  return (
    <li className="um-note-card" data-outcome={outcome} data-active={active || undefined} data-note={indicatorId}>
      <h3>
        <span className="um-note-outcome" data-outcome={outcome}>
          <Icon size={14} aria-hidden />
          {outcomeWord[outcome]}
        </span>
        {name}
        {importance === 'helpful' && <span className="um-note-quiet">would help</span>}
      </h3>
      {outcome !== 'present' && <p className="um-note-quiet">{looksFor}</p>}
      {evidence.length > 0 && <EvidenceList evidence={evidence} text={text} onJump={onJump} />}
      {ifTrue && <p className="um-note-if-true">{ifTrue}</p>}
    </li>
  );
};
