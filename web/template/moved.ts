/** The list with one of its parts a place up or down; at the end it stays. */
export const moved = <T>(list: readonly T[], at: number, by: 1 | -1): readonly T[] => {
  const [here, there] = [list[at], list[at + by]];
  if (here === undefined || there === undefined) return list;
  return list.map((x, n) => (n === at ? there : n === at + by ? here : x));
};
