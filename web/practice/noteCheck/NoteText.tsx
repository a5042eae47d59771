import type { Span } from '@openum/domain/text/span.ts';
import { useEffect, useId, useMemo, useRef } from 'react';
import { type Mark, piecesOf } from './marks.ts';

/** `select`: into the field, to write there. Without it the place is only shown, and keys go on stepping. */
export type Jump = Span & { readonly turn: number; readonly select: boolean };

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onPlace: (at: number) => void;
  readonly marks: readonly Mark[];
  readonly copied: readonly Span[];
  /** Where to go; a new `turn` goes there again. */
  readonly jump: Jump | undefined;
  readonly placeholder: string;
  readonly maxLength: number;
};

/**
 * The note in a field that paints what was found behind the letters: the marks lie in a copy of the text under the field,
 * which has the same font and the same width.
 */
export const NoteText = ({ label, value, onChange, onPlace, marks, copied, jump, placeholder, maxLength }: Props) => {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const paint = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => piecesOf(value.length, marks, copied), [value.length, marks, copied]);
  useEffect(() => {
    if (!jump) return;
    if (jump.select) {
      field.current?.focus({ preventScroll: true });
      field.current?.setSelectionRange(jump.from, jump.to);
    } else field.current?.blur();
    paint.current?.querySelector(`[data-from="${jump.from}"]`)?.scrollIntoView({ block: 'center' });
  }, [jump]);
  return (
    <div className="um-note-field">
      <label htmlFor={id}>{label}</label>
      <div className="um-note-stack">
        <div ref={paint} className="um-note-paint" aria-hidden="true">
          {pieces.map(({ from, to, kind, copied: taken }) =>
            kind || taken ? (
              <mark
                key={from}
                data-from={from}
                data-kind={kind}
                data-copied={taken || undefined}
                data-here={(jump && from >= jump.from && to <= jump.to) || undefined}
              >
                {value.slice(from, to)}
              </mark>
            ) : (
              value.slice(from, to)
            ),
          )}
          {'\n'}
        </div>
        <textarea
          ref={field}
          id={id}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          spellCheck={false}
          onChange={(e) => onChange(e.currentTarget.value)}
          onClick={(e) => onPlace(e.currentTarget.selectionStart)}
        />
      </div>
    </div>
  );
};
