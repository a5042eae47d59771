import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';

const storageKey = 'openum.singleKeys';
const listeners = new Set<() => void>();

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const read = (): boolean => localStorage.getItem(storageKey) !== 'off';

/** Single-key shortcuts can be turned off (WCAG 2.1.4): speech input and tremor press them by accident. */
export const useSingleKeys = (): readonly [boolean, (on: boolean) => void] => [
  useSyncExternalStore(subscribe, read),
  (on) => {
    localStorage.setItem(storageKey, on ? 'on' : 'off');
    for (const listener of listeners) listener();
  },
];

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(checkbox|radio|button|submit)$/.test(target.type));

/** Menus stay in the document while they are closed. */
const somethingOpen = (): boolean =>
  [...document.querySelectorAll('[role="dialog"],[role="menu"],[role="listbox"]')].some((e) => e.checkVisibility());

const sequenceMs = 1200;

/**
 * Runs the action of a key (`c`, `?`) or of two keys in a row (`g w`).
 * Quiet while somebody types, while a dialog or menu is open, and when single keys are turned off.
 */
export const useKeys = (actions: Readonly<Record<string, () => void>>): void => {
  const latest = useRef(actions);
  latest.current = actions;
  // With the page, not after it: somebody who knows the keys presses them the moment they see it.
  useLayoutEffect(() => {
    let first = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !read()) return;
      if (typing(event.target) || somethingOpen()) return;
      const sequence = first ? `${first} ${event.key}` : event.key;
      first = '';
      clearTimeout(timer);
      const action = latest.current[sequence] ?? latest.current[event.key];
      if (action) {
        event.preventDefault();
        event.stopPropagation();
        action();
      } else if (Object.keys(latest.current).some((k) => k.startsWith(`${event.key} `))) {
        first = event.key;
        timer = setTimeout(() => {
          first = '';
        }, sequenceMs);
      }
    };
    // Before the table, which would take a letter as the start of a search among its rows.
    document.addEventListener('keydown', press, { capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', press, { capture: true });
    };
  }, []);
};
