/** A list that gives its earliest entry first; of two at once the one that was put in first. */
export type Heap<T> = {
  readonly push: (at: number, value: T) => void;
  readonly peek: () => { readonly at: number; readonly value: T } | undefined;
  readonly pop: () => { readonly at: number; readonly value: T } | undefined;
  readonly size: () => number;
};

export const heap = <T>(): Heap<T> => {
  const entries: { at: number; order: number; value: T }[] = [];
  let pushed = 0;
  const before = (i: number, j: number): boolean => {
    const a = entries[i];
    const b = entries[j];
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order));
  };
  const swap = (i: number, j: number): void => {
    const a = entries[i];
    const b = entries[j];
    if (a && b) {
      entries[i] = b;
      entries[j] = a;
    }
  };
  return {
    push: (at, value) => {
      entries.push({ at, order: pushed++, value });
      let i = entries.length - 1;
      while (i > 0 && before(i, (i - 1) >> 1)) {
        swap(i, (i - 1) >> 1);
        i = (i - 1) >> 1;
      }
    },
    peek: () => entries[0],
    pop: () => {
      const first = entries[0];
      const last = entries.pop();
      if (first && last && first !== last) {
        entries[0] = last;
        for (let i = 0; ; ) {
          const [left, right] = [2 * i + 1, 2 * i + 2];
          const least = before(left, i) ? (before(right, left) ? right : left) : before(right, i) ? right : i;
          if (least === i) break;
          swap(i, least);
          i = least;
        }
      }
      return first;
    },
    size: () => entries.length,
  };
};
