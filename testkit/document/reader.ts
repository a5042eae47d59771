import type { DocumentReader } from '@openum/casework/port/documentReader.ts';

/**
 * Takes every file for text with a form feed between its pages; `BROKEN` at the beginning is a file that cannot be read, `UNDRAWN` on
 * a page one that cannot be drawn.
 */
export const plainReader: DocumentReader = {
  maxPages: 5,
  open: async (bytes) => {
    const texts = new TextDecoder().decode(bytes).split('\f');
    if (texts[0]?.startsWith('BROKEN')) return { problem: 'damaged' };
    return {
      pages: texts.length,
      page: async (page) => {
        const text = texts[page - 1] ?? '';
        const whole = { start: 0, end: text.length, left: 0, top: 0, width: 1, height: 0.1 };
        return { page, text, stretches: text === '' ? [] : [whole], aspect: 0.75, method: 'textLayer' };
      },
      picture: async (page, dots) =>
        texts[page - 1]?.startsWith('UNDRAWN')
          ? { problem: 'tooSlow' }
          : new TextEncoder().encode(`picture of ${page}, ${dots}`),
      close: () => undefined,
    };
  },
};
