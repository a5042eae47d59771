import { boxesOf, type DocumentPage } from '@openum/domain/document/page.ts';
import { useEffect, useRef } from 'react';
import css from './document.module.css';
import { type Look, widthOf } from './look.ts';
import type { Place } from './pick.ts';

const high = 1000;
/** Letters reach a little below the line on which they stand. */
const below = 0.22;

type Props = {
  readonly page: DocumentPage;
  /** How the page looks, under its words. */
  readonly picture?: string | undefined;
  readonly look: Look;
  readonly marks?: readonly Place[];
  readonly offers?: readonly Place[];
  readonly current?: Place | undefined;
  readonly chosen?: () => void;
};

const turned = ({ turn }: Look, wide: number): string =>
  ['', `translate(${high} 0) rotate(90)`, `translate(${wide} ${high}) rotate(180)`, `translate(0 ${wide}) rotate(270)`][
    turn
  ] ?? '';

const nameOf = ({ page, stretches, text }: DocumentPage, picture: string | undefined): string => {
  if (stretches.length === 0)
    return `Page ${page}${picture ? ', a picture without words that could be read' : ', empty'}`;
  const words = text.split(/\s+/).filter(Boolean).length;
  return `Page ${page}${picture ? ' as it looks' : ''}, with ${words === 1 ? '1 word' : `${words} words`}`;
};

/** A page as it looks, with its words where they stand on it: they can be marked, searched and read aloud. */
export const PageSheet = ({ page, picture, look, marks = [], offers = [], current, chosen }: Props) => {
  const wide = high * page.aspect;
  const box = look.turn % 2 === 1 ? `0 0 ${high} ${wide}` : `0 0 ${wide} ${high}`;
  const sheet = useRef<SVGSVGElement>(null);
  useEffect(() => {
    sheet.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [page.page, current?.start, current?.end, look.zoom, look.turn]);
  const rects = (place: Place, kind: 'mark' | 'current' | 'offer') =>
    boxesOf(page, place.start, place.end).map((b) => (
      <rect
        key={`${place.start} ${b.left} ${b.top}`}
        className={css[kind]}
        {...(kind === 'current' ? { 'data-current': true } : {})}
        x={b.left * wide}
        y={b.top * high}
        width={b.width * wide}
        height={b.height * high * (1 + below)}
      />
    ));
  return (
    <div className={css.stage}>
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups the words of a drawing */}
      <svg
        ref={sheet}
        className={css.sheet}
        style={{ inlineSize: widthOf(look, page.aspect) ?? '100%' }}
        viewBox={box}
        aria-label={nameOf(page, picture)}
        role="group"
        onMouseUp={chosen}
      >
        <g transform={turned(look, wide)}>
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
        </g>
      </svg>
    </div>
  );
};
