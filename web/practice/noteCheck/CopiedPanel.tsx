import type { NoteCheck } from '@openum/domain/noteCheck/check.ts';
import type { Span } from '@openum/domain/text/span.ts';
import { useId } from 'react';

type Props = { readonly copied: NoteCheck['copied']; readonly text: string; readonly onJump: (to: Span) => void };

const shown = 120;

/** What stands word for word in the note before. */
export const CopiedPanel = ({ copied, text, onJump }: Props) => {
  const heading = useId();
  if (!copied) return null;
  const percent = Math.round(copied.share * 100);
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>Copied from the previous note: {percent} %</h2>
      <p data-bad={copied.tooMuch || undefined} className="um-note-quiet">
        {copied.runs.length === 0
          ? 'No longer passage is the same as in the previous note.'
          : copied.tooMuch
            ? 'So much of it is the same that a reader will doubt that the patient was seen. Say what is new since then.'
            : 'Look whether these passages still hold today.'}
      </p>
      <ul className="um-note-evidence">
        {copied.runs.map((run) => (
          <li key={run.from}>
            <button type="button" data-kind="copied" onClick={() => onJump(run)}>
              <q>
                {text.slice(run.from, Math.min(run.to, run.from + shown))}
                {run.to - run.from > shown && ' …'}
              </q>
              <span className="um-note-why">{run.words} words</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
