import type { KeyboardEvent } from 'react';

/** The first Escape closes the open list of a field, not the form around it. */
const closesAList = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

/** Ctrl or Cmd with Enter sends; Escape closes. For the outermost element of a form or panel. */
export const submitKeys =
  (submit: () => void, close: () => void) =>
  (e: KeyboardEvent): void => {
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      e.stopPropagation();
      submit();
    } else if (e.key === 'Escape' && !e.defaultPrevented && !closesAList(e.target)) {
      e.stopPropagation();
      close();
    }
  };
