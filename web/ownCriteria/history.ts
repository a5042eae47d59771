/** What was written, with the way back and forth. `key` names the field of the last step: going on in it is the same step. */
export type History<T> = {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  readonly key?: string;
};

const mostSteps = 200;

export const begin = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export const edit = <T>(h: History<T>, next: T, key?: string): History<T> => {
  if (next === h.present) return h;
  const same = key !== undefined && key === h.key;
  const past = same ? h.past : [...h.past, h.present].slice(-mostSteps);
  return { past, present: next, future: [], ...(key === undefined ? {} : { key }) };
};

export const undo = <T>({ past, present, future }: History<T>): History<T> | undefined => {
  const before = past.at(-1);
  return before === undefined ? undefined : { past: past.slice(0, -1), present: before, future: [present, ...future] };
};

export const redo = <T>({ past, present, future }: History<T>): History<T> | undefined => {
  const [next, ...later] = future;
  return next === undefined ? undefined : { past: [...past, present], present: next, future: later };
};
