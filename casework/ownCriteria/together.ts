/**
 * Asks once for everybody who waits. Who comes while an answer is on its way gets the next one: an answer is never older than the
 * question.
 */
export const askingTogether = <T>(ask: (key: string) => Promise<T>): ((key: string) => Promise<T>) => {
  const asked = new Map<string, { readonly running: Promise<T>; next?: Promise<T> }>();
  const start = (key: string): Promise<T> => {
    const running = ask(key).finally(() => {
      if (asked.get(key)?.running === running) asked.delete(key);
    });
    asked.set(key, { running });
    return running;
  };
  return (key) => {
    const before = asked.get(key);
    if (!before) return start(key);
    before.next ??= before.running.then(
      () => start(key),
      () => start(key),
    );
    return before.next;
  };
};
