import type { Box, Stretch } from '@openum/domain/document/page.ts';

/** Signs that neither a page shows nor a database keeps. */
const unseen = /[^\P{Cc}\n\t]/gu;

export const cleaned = (text: string): string => text.toWellFormed().replace(unseen, '');

const within = (x: number): number => Math.min(1, Math.max(0, x));

/** A box that stays on its page, whatever a file says. */
const onPage = ({ left, top, width, height }: Box): Box => ({
  left: within(left),
  top: within(top),
  width: within(left + width) - within(left),
  height: within(top + height) - within(top),
});

/** Puts the text of a page together and remembers where each piece of it stands. */
export const pageText = () => {
  let text = '';
  const stretches: Stretch[] = [];
  return {
    add: (piece: string, box: Box): void => {
      const plain = cleaned(piece);
      const start = text.length;
      text += plain;
      if (plain.trim() !== '' && Object.values(box).every(Number.isFinite))
        stretches.push({ start, end: text.length, ...onPage(box) });
    },
    gap: (sign: ' ' | '\n'): void => {
      text += sign;
    },
    done: () => ({ text, stretches }),
  };
};
