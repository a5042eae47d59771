import type { KeyboardEvent } from 'react';

/** Ctrl or Cmd with Enter sends; Escape closes. For the outermost element of a form or panel. */
export const submitKeys =
  (submit: () => void, close: () => void) =>
  (e: KeyboardEvent): void => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      e.stopPropagation();
      submit();
    } else if (e.key === 'Escape' && !e.defaultPrevented) {
      e.stopPropagation();
      close();
    }
  };
