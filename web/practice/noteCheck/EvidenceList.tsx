import type { Evidence } from '@openum/domain/noteCheck/finding.ts';
import type { Span } from '@openum/domain/text/span.ts';
import { standingWord } from './words.ts';

type Props = { readonly evidence: readonly Evidence[]; readonly text: string; readonly onJump: (to: Span) => void };

const around = 60;

/** The words of the note, each in its sentence and with why it counts or does not; pressing one shows it in the note. */
export const EvidenceList = ({ evidence, text, onJump }: Props) => (
  <ul className="um-note-evidence">
    {evidence.map((e) => {
      const from = Math.max(e.sentence.from, e.from - around);
      const to = Math.min(e.sentence.to, e.to + around);
      const why = standingWord(e);
      return (
        <li key={`${e.concept}${e.from}`}>
          <button type="button" data-kind={e.standing} onClick={() => onJump(e)}>
            <span className="um-note-concept">{e.name}</span>
            <q>
              {from > e.sentence.from && '… '}
              {text.slice(from, e.from)}
              <b>{e.quote}</b>
              {text.slice(e.to, to)}
              {to < e.sentence.to && ' …'}
            </q>
            {why && <span className="um-note-why">{why}</span>}
          </button>
        </li>
      );
    })}
  </ul>
);
