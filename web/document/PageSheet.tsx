import { boxesOf, type DocumentPage } from '@openum/domain/document/page.ts';
import { useEffect, useRef } from 'react';
import css from './document.module.css';
import type { Place } from './pick.ts';

const high = 1000;
/** Letters reach a little below the line on which they stand. */
const below = 0.22;

type Props = {
  readonly page: DocumentPage;
  /** Picture of the page, under its words. */
  readonly picture?: string | undefined;
  readonly marks: readonly Place[];
  readonly offers: readonly Place[];
  readonly current?: Place | undefined;
  readonly chosen: () => void;
};

/** A page with its words where they stand on it: they can be marked, searched and read aloud. */
export const PageSheet = ({ page, picture, marks, offers, current, chosen }: Props) => {
  const wide = high * page.aspect;
  const sheet = useRef<SVGSVGElement>(null);
  useEffect(() => {
    sheet.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' });
  }, [page.page, current?.start, current?.end]);
  const rects = (place: Place, look: 'mark' | 'current' | 'offer') =>
    boxesOf(page, place.start, place.end).map((b) => (
      <rect
        key={`${place.start} ${b.left} ${b.top}`}
        className={css[look]}
        {...(look === 'current' ? { 'data-current': true } : {})}
        x={b.left * wide}
        y={b.top * high}
        width={b.width * wide}
        height={b.height * high * (1 + below)}
      />
    ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of HTML groups the words of a drawing
    <svg
      ref={sheet}
      className={css.sheet}
      viewBox={`0 0 ${wide} ${high}`}
      aria-label={`Page ${page.page}`}
      role="group"
      onMouseUp={chosen}
    >
      {picture && <image href={picture} width={wide} height={high} preserveAspectRatio="none" />}
      {offers.map((o) => rects(o, 'offer'))}
      {marks.map((m) => rects(m, 'mark'))}
      {current && rects(current, 'current')}
      {page.stretches.map((s) => (
        <text
          key={s.start}
          className={picture ? css.ghost : css.ink}
          data-start={s.start}
          x={s.left * wide}
          y={(s.top + s.height * (picture ? 0.9 : 1)) * high}
          fontSize={Math.max(1, s.height * high * 0.92)}
          textLength={Math.max(1, s.width * wide)}
          lengthAdjust="spacingAndGlyphs"
          style={{ whiteSpace: 'pre' }}
        >
          {page.text.slice(s.start, s.end)}
        </text>
      ))}
    </svg>
  );
};
